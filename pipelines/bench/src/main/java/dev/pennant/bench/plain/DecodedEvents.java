package dev.pennant.bench.plain;

import dev.pennant.schemas.EventCodec;
import dev.pennant.schemas.EventDecodingException;
import org.apache.avro.specific.SpecificRecord;
import org.apache.flink.api.common.serialization.AbstractDeserializationSchema;
import org.apache.flink.api.common.typeinfo.Types;

/** Events decoded by Avro. What cannot be decoded is left out. */
abstract class DecodedEvents<E extends SpecificRecord, T> extends AbstractDeserializationSchema<T> {
    private static final long serialVersionUID = 1L;

    private final Class<E> type;
    private transient EventCodec<E> codec;

    /**
     * @param type the event
     * @param made what is made of it
     */
    DecodedEvents(Class<E> type, Class<T> made) {
        super(Types.POJO(made));
        this.type = type;
    }

    @Override
    public void open(InitializationContext context) {
        codec = EventCodec.of(type);
    }

    @Override
    public T deserialize(byte[] payload) {
        try {
            return of(codec.decode(payload));
        } catch (EventDecodingException unreadable) {
            // Flink's sources leave out what is null.
            return null;
        }
    }

    /** What is made of an event. */
    abstract T of(E event);
}

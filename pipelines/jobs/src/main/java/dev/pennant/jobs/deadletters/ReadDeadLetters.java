package dev.pennant.jobs.deadletters;

import dev.pennant.jobs.kafka.Origin;
import dev.pennant.jobs.kafka.RawRecord;
import dev.pennant.schemas.EventCodec;
import dev.pennant.schemas.EventDecodingException;
import java.nio.ByteBuffer;
import java.time.Clock;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.functions.RichMapFunction;

/** Reads dead letters; a record of their topic that is none is itself recorded as one, since there is nowhere else to send it. */
final class ReadDeadLetters extends RichMapFunction<RawRecord, DeadLetter> {
    private static final long serialVersionUID = 1L;

    private final String job;
    private final Clock clock;

    private transient EventCodec<dev.pennant.schemas.event.DeadLetter> codec;

    ReadDeadLetters(String job, Clock clock) {
        this.job = job;
        this.clock = clock;
    }

    @Override
    public void open(OpenContext context) {
        codec = EventCodec.of(dev.pennant.schemas.event.DeadLetter.class);
    }

    @Override
    public DeadLetter map(RawRecord record) {
        try {
            return letter(record, codec.decode(record.value()));
        } catch (EventDecodingException undecodable) {
            return new DeadLetter(record, undecodable.reason().code(), undecodable.getMessage(), job, clock.instant());
        }
    }

    private static DeadLetter letter(RawRecord record, dev.pennant.schemas.event.DeadLetter event) {
        return new DeadLetter(
                new RawRecord(
                        new Origin(event.getTopic(), event.getPartition(), event.getOffset()),
                        record.receivedAt(),
                        bytes(event.getKey()),
                        bytes(event.getPayload())),
                event.getReason(),
                event.getDetail(),
                event.getJob(),
                event.getSeenAt());
    }

    private static byte[] bytes(ByteBuffer buffer) {
        if (buffer == null) {
            return null;
        }
        byte[] bytes = new byte[buffer.remaining()];
        buffer.duplicate().get(bytes);
        return bytes;
    }
}

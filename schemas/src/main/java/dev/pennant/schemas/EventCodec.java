package dev.pennant.schemas;

import static dev.pennant.schemas.EventDecodingException.Reason.NO_MARKER;
import static dev.pennant.schemas.EventDecodingException.Reason.NO_PAYLOAD;
import static dev.pennant.schemas.EventDecodingException.Reason.TRUNCATED;
import static dev.pennant.schemas.EventDecodingException.Reason.UNDECODABLE;
import static dev.pennant.schemas.EventDecodingException.Reason.UNKNOWN_FINGERPRINT;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DatumReader;
import org.apache.avro.io.DatumWriter;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.message.SchemaStore;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;

/**
 * Writes an event as bytes and reads it back, in Avro's single-object encoding: the marker {@code C3 01}, the 8-byte
 * little-endian CRC-64-AVRO fingerprint of the writer's schema, the binary datum (Avro specification, "Single-object
 * encoding"). It writes the current schema, and reads what any released schema wrote.
 *
 * <p>May be created on any thread. An instance keeps its buffers and belongs to one thread.
 *
 * @param <T> the event, a generated class of {@code dev.pennant.schemas.event}
 */
public final class EventCodec<T extends SpecificRecord> {
    private static final byte[] MARKER = {(byte) 0xC3, 0x01};
    private static final int HEADER_LENGTH = MARKER.length + Long.BYTES;
    private static final VarHandle LITTLE_ENDIAN_LONG =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private final Schema schema;
    private final SpecificData model;
    private final SchemaStore writers;
    private final byte[] header = new byte[HEADER_LENGTH];
    private final DatumWriter<T> writer;
    private final ByteArrayOutputStream encoded = new ByteArrayOutputStream(256);
    private final List<VersionReader<T>> readers = new ArrayList<>();
    private BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(encoded, null);
    private BinaryDecoder decoder;

    private EventCodec(Class<T> type, SchemaStore writers) {
        TrustedEvents.trust(type);
        SpecificData generated = SpecificData.getForClass(type);
        this.schema = generated.getSchema(type);
        this.model = new SpecificData(type.getClassLoader());
        generated.getConversions().forEach(model::addLogicalTypeConversion);
        if (!type.equals(model.getClass(schema))) {
            throw new IllegalStateException("Avro finds " + model.getClass(schema) + " for the schema of " + type
                    + ", another class loader's?");
        }
        this.writers = writers;
        this.writer = new SpecificDatumWriter<>(schema, model);
        long fingerprint = SchemaNormalization.parsingFingerprint64(schema);
        System.arraycopy(MARKER, 0, header, 0, MARKER.length);
        LITTLE_ENDIAN_LONG.set(header, MARKER.length, fingerprint);
        readers.add(versionReader(fingerprint, schema));
    }

    /** A codec of the event that reads what any {@linkplain ReleasedSchemas released schema} wrote. */
    public static <T extends SpecificRecord> EventCodec<T> of(Class<T> type) {
        return of(type, ReleasedSchemas.get());
    }

    /**
     * A codec of the event that finds the schemas of other versions in the given store. What the store throws passes
     * through {@code decode}: a store that is out of order is not the payload's fault.
     */
    public static <T extends SpecificRecord> EventCodec<T> of(Class<T> type, SchemaStore writers) {
        return new EventCodec<>(type, writers);
    }

    /**
     * The event as a payload of its own, in the current schema.
     *
     * @throws IllegalArgumentException if the event does not fit the schema: a null where none may be, a decimal of more
     *     digits than declared, a time beyond the range
     */
    public byte[] encode(T event) {
        encoded.reset();
        encoded.write(header, 0, HEADER_LENGTH);
        try {
            writer.write(event, encoder);
            encoder.flush();
        } catch (IOException | RuntimeException e) {
            // The old one holds the half of the event that was written.
            encoder = EncoderFactory.get().binaryEncoder(encoded, null);
            throw new IllegalArgumentException("Not a valid " + schema.getName() + ": " + e.getMessage(), e);
        }
        return encoded.toByteArray();
    }

    /**
     * The event of a payload, with the defaults of the current schema where the writer's had no such field.
     *
     * @param payload the record's value, null if it had none
     * @throws EventDecodingException if it is not such an event; nothing else is thrown, whatever the bytes
     */
    public T decode(byte[] payload) throws EventDecodingException {
        return decode(payload, null);
    }

    /**
     * The same, into an event whose fields are all overwritten, the buffers of its {@code bytes} fields too.
     *
     * @param payload the record's value, null if it had none
     * @param reuse the event to fill and return, or null for a new one; it is worthless after an exception
     * @throws EventDecodingException if it is not such an event; nothing else is thrown, whatever the bytes
     */
    public T decode(byte[] payload, T reuse) throws EventDecodingException {
        DatumReader<T> reader = readerOf(fingerprintOf(payload));
        try {
            decoder =
                    DecoderFactory.get().binaryDecoder(payload, HEADER_LENGTH, payload.length - HEADER_LENGTH, decoder);
            T event = reader.read(reuse, decoder);
            if (decoder.isEnd()) {
                return event;
            }
        } catch (EOFException e) {
            throw new EventDecodingException(
                    TRUNCATED,
                    "The payload of " + payload.length + " bytes ends before the " + schema.getName() + " does",
                    e);
        } catch (IOException | RuntimeException e) {
            throw new EventDecodingException(
                    UNDECODABLE, "The payload is not a valid " + schema.getName() + ": " + e.getMessage(), e);
        }
        throw new EventDecodingException(
                UNDECODABLE,
                "The payload has " + decoder.remainingBytes() + " bytes more than the " + schema.getName());
    }

    private static long fingerprintOf(byte[] payload) throws EventDecodingException {
        if (payload == null || payload.length == 0) {
            throw new EventDecodingException(NO_PAYLOAD, "There is no payload");
        }
        if (payload[0] != MARKER[0] || (payload.length > 1 && payload[1] != MARKER[1])) {
            throw new EventDecodingException(
                    NO_MARKER,
                    "The payload begins with " + HexFormat.of().formatHex(payload, 0, Math.min(payload.length, 2))
                            + ", not with the marker c301 of single-object encoding");
        }
        if (payload.length < HEADER_LENGTH) {
            throw new EventDecodingException(
                    TRUNCATED, "The payload of " + payload.length + " bytes ends within its header");
        }
        return (long) LITTLE_ENDIAN_LONG.get(payload, MARKER.length);
    }

    /** A scan, not a map: there are few versions, the current one comes first, and no fingerprint is boxed. */
    private DatumReader<T> readerOf(long fingerprint) throws EventDecodingException {
        for (int i = 0; i < readers.size(); i++) {
            if (readers.get(i).fingerprint() == fingerprint) {
                return readers.get(i).reader();
            }
        }
        Schema written = writers.findByFingerprint(fingerprint);
        if (written == null) {
            throw new EventDecodingException(
                    UNKNOWN_FINGERPRINT,
                    "No released schema has the fingerprint " + HexFormat.of().toHexDigits(fingerprint)
                            + "; expected a schema of " + schema.getName());
        }
        if (!written.getFullName().equals(schema.getFullName())) {
            throw new EventDecodingException(
                    UNDECODABLE, "The payload is of type " + written.getName() + ", not " + schema.getName());
        }
        VersionReader<T> found = versionReader(fingerprint, written);
        readers.add(found);
        return found.reader();
    }

    private VersionReader<T> versionReader(long fingerprint, Schema written) {
        return new VersionReader<>(fingerprint, new SpecificDatumReader<>(written, schema, model));
    }

    private record VersionReader<T>(long fingerprint, DatumReader<T> reader) {}
}

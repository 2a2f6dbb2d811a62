package dev.pennant.jobs.kafka;

import dev.pennant.jobs.flink.ValueFormat;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/**
 * A record of a topic as it came, with where it came from. The arrays are never changed.
 *
 * @param origin where it stands
 * @param receivedAt when the broker took it
 * @param key its key, or null
 * @param value its payload, or null where it takes back what was sent under its key
 */
@SuppressWarnings("ArrayRecordComponent")
public record RawRecord(Origin origin, Instant receivedAt, byte[] key, byte[] value) {
    /** The key as text, empty where there is none. */
    public String keyText() {
        return key == null ? "" : new String(key, StandardCharsets.UTF_8);
    }

    /** A raw record as bytes. */
    public static final class Format implements ValueFormat<RawRecord> {
        private static final long serialVersionUID = 1L;

        @Override
        public Class<RawRecord> type() {
            return RawRecord.class;
        }

        @Override
        public void write(RawRecord record, DataOutput out) throws IOException {
            Origin.write(record.origin, out);
            out.writeLong(record.receivedAt.toEpochMilli());
            writeBytes(record.key, out);
            writeBytes(record.value, out);
        }

        @Override
        public RawRecord read(int version, DataInput in) throws IOException {
            return new RawRecord(Origin.read(in), Instant.ofEpochMilli(in.readLong()), readBytes(in), readBytes(in));
        }

        private static void writeBytes(byte[] bytes, DataOutput out) throws IOException {
            out.writeInt(bytes == null ? -1 : bytes.length);
            if (bytes != null) {
                out.write(bytes);
            }
        }

        private static byte[] readBytes(DataInput in) throws IOException {
            int length = in.readInt();
            if (length < 0) {
                return null;
            }
            byte[] bytes = new byte[length];
            in.readFully(bytes);
            return bytes;
        }
    }
}

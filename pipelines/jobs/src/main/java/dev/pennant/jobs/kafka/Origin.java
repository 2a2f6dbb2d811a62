package dev.pennant.jobs.kafka;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * Where a record stands: every number can be traced to it.
 *
 * @param topic the topic
 * @param partition its partition
 * @param offset the offset in it
 */
public record Origin(String topic, int partition, long offset) {
    /** Writes an origin; for the formats of what carries one. */
    public static void write(Origin origin, DataOutput out) throws IOException {
        out.writeUTF(origin.topic);
        out.writeInt(origin.partition);
        out.writeLong(origin.offset);
    }

    /** Reads an origin. */
    public static Origin read(DataInput in) throws IOException {
        return new Origin(in.readUTF(), in.readInt(), in.readLong());
    }
}

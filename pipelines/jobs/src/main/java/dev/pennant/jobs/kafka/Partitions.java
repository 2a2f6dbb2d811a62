package dev.pennant.jobs.kafka;

import org.apache.kafka.common.utils.Utils;

/** Where records go: all of one owner to one partition, whatever their keys, so that they are read in the order in which they were told. */
public final class Partitions {
    private Partitions() {}

    /** The partition of an owner among so many, which is Kafka's own for a record of that key. */
    public static int of(byte[] owner, int partitions) {
        return Utils.toPositive(Utils.murmur2(owner)) % partitions;
    }
}

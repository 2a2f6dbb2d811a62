package dev.pennant.jobs.kafka;

import org.apache.kafka.common.utils.Utils;

/** Where records go: what one owner's records say comes in the order in which it was told, so they share a partition, whatever their keys. */
public final class Partitions {
    private Partitions() {}

    /** The partition of an owner among so many, which is Kafka's own for a record of that key. */
    public static int of(byte[] owner, int partitions) {
        return Utils.toPositive(Utils.murmur2(owner)) % partitions;
    }
}

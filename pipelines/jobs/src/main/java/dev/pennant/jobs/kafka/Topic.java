package dev.pennant.jobs.kafka;

import java.util.Map;

/**
 * A topic and how its broker keeps it.
 *
 * @param name its name, a contract with scripts outside this repository
 * @param configs Kafka's topic settings that its readers rest on
 */
public record Topic(String name, Map<String, String> configs) {
    /** The largest record, in bytes, that a job writes: four times what a broker takes from outside unless told otherwise. */
    static final int LARGEST_OUTPUT = 4 << 20;

    private static final String CLEANUP = "cleanup.policy";
    private static final String KEPT_WHOLE = "delete";
    private static final String FOREVER = "-1";

    /** Long enough for any reader to learn of a withdrawal before the tombstone goes: 30 days, in milliseconds. */
    private static final String TOMBSTONES_KEPT = "2592000000";

    /** No message goes before a job that was down can have read it, also one that another has replaced: 30 days too. */
    private static final String REPLACED_KEPT = TOMBSTONES_KEPT;

    private static final String REPLAYED_SUFFIX = "-replay";

    public Topic {
        configs = Map.copyOf(configs);
    }

    /** Whether every message is kept, and not only the last of each key. */
    public boolean isKeptWhole() {
        return KEPT_WHOLE.equals(configs.get(CLEANUP));
    }

    /** What a replay tells in place of this topic. */
    public Topic replayed() {
        return new Topic(name + REPLAYED_SUFFIX, configs);
    }

    /** What comes from outside, whole: every message is kept, under the time at which the broker took it. */
    static Topic inputLog(String name) {
        return new Topic(
                name,
                Map.of(
                        CLEANUP,
                        KEPT_WHOLE,
                        "retention.ms",
                        FOREVER,
                        "retention.bytes",
                        FOREVER,
                        "message.timestamp.type",
                        "LogAppendTime"));
    }

    /** What comes from outside, the last of each key: under the time at which the broker took it. */
    static Topic inputTable(String name) {
        return new Topic(
                name,
                Map.of(
                        CLEANUP,
                        "compact",
                        "delete.retention.ms",
                        TOMBSTONES_KEPT,
                        "min.compaction.lag.ms",
                        REPLACED_KEPT,
                        "message.timestamp.type",
                        "LogAppendTime"));
    }

    /** What jobs write, whole; a record may be as large as one that came from outside, with much about it. */
    static Topic outputLog(String name) {
        return new Topic(
                name,
                Map.of(
                        CLEANUP,
                        KEPT_WHOLE,
                        "retention.ms",
                        FOREVER,
                        "retention.bytes",
                        FOREVER,
                        "max.message.bytes",
                        Integer.toString(LARGEST_OUTPUT)));
    }

    /** What jobs write, the last of each key; a record may hold some ten thousand rows. */
    static Topic outputTable(String name) {
        return new Topic(
                name,
                Map.of(
                        CLEANUP,
                        "compact",
                        "delete.retention.ms",
                        TOMBSTONES_KEPT,
                        "max.message.bytes",
                        Integer.toString(LARGEST_OUTPUT)));
    }
}

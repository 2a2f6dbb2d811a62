package dev.pennant.bench.run;

import dev.pennant.bench.plain.PlainJob;
import dev.pennant.jobs.JobSettings;
import dev.pennant.jobs.kafka.Topic;
import dev.pennant.jobs.kafka.Topics;

/** What a run measures. */
public enum Subject {
    /** The plain source of bytes into a sink that discards them: what Kafka and Flink take for themselves, with the job's consumer settings. */
    FLOOR("floor"),
    /** The same with fetches as large as Kafka's consumer has them, as it comes. */
    UNTUNED_FLOOR("floor, consumer as it comes"),
    /** What one would write first instead of the retail job: {@link PlainJob}, with the job's consumer settings. */
    PLAIN("plain job"),
    /** The retail job, writing the indicators only. */
    INDICATORS("job, indicators", JobSettings.Tables.INDICATORS, false),
    /** The retail job, writing all tables. */
    ALL("job, all tables", JobSettings.Tables.ALL, false),
    /** The same with its state in RocksDB instead of the heap. */
    ROCKSDB("job, all tables, RocksDB", JobSettings.Tables.ALL, true),
    /** The sinks of the tables of details alone, given rows from nowhere. */
    SINKS("sinks alone"),
    /** The air job. */
    AIR("air job"),
    /** The job that carries dead letters to their table; it is not measured. */
    DEAD_LETTERS("dead letters");

    private final String title;
    private final JobSettings.Tables tables;
    private final boolean rocksDb;

    Subject(String title) {
        this(title, JobSettings.Tables.ALL, false);
    }

    Subject(String title, JobSettings.Tables tables, boolean rocksDb) {
        this.title = title;
        this.tables = tables;
        this.rocksDb = rocksDb;
    }

    /** How a report names it. */
    public String title() {
        return title;
    }

    /** Whether it is a job of ours, which says how far it has come and writes what can be checked. */
    public boolean isOurs() {
        return switch (this) {
            case FLOOR, UNTUNED_FLOOR, PLAIN, SINKS -> false;
            case INDICATORS, ALL, ROCKSDB, AIR, DEAD_LETTERS -> true;
        };
    }

    /** Whether a run of it may take but some seconds, so that Flink's own checkpoints would come into it by chance. */
    boolean isBrief() {
        return this != AIR;
    }

    /** The topic that it reads to its end. */
    Topic topic() {
        return switch (this) {
            case AIR -> Topics.AIR_READINGS;
            case DEAD_LETTERS -> Topics.DEAD_LETTERS;
            default -> Topics.RETAIL_RECEIPTS;
        };
    }

    /** The job's {@code --tables}. */
    JobSettings.Tables tables() {
        return tables;
    }

    /** Whether the state is in RocksDB. */
    boolean rocksDb() {
        return rocksDb;
    }
}

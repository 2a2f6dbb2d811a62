package dev.pennant.bench.run;

/**
 * A part of a run.
 *
 * @param records how many records it read
 * @param seconds how long it took
 * @param jobSeconds CPU time of the process with the job
 * @param brokerSeconds CPU time of the broker
 * @param databaseSeconds CPU time of the database
 */
public record Window(long records, double seconds, double jobSeconds, double brokerSeconds, double databaseSeconds) {
    private static final double NANOS = 1e9;

    /** Records a second. */
    public double rate() {
        return records / seconds;
    }

    /** CPU time of the job and the broker together a record, in nanoseconds. */
    public double nanosPerRecord() {
        return (jobSeconds + brokerSeconds) / records * NANOS;
    }

    /** The same with the database's. */
    public double nanosPerRecordWithDatabase() {
        return (jobSeconds + brokerSeconds + databaseSeconds) / records * NANOS;
    }
}

package dev.pennant.bench.run;

import dev.pennant.bench.process.CpuTime;
import java.io.IOException;

/**
 * How far a run had come at a moment, and what it had taken by then.
 *
 * @param nanos the moment, on the clock of {@link System#nanoTime}
 * @param records records that the consumers had been given
 * @param jobSeconds CPU time of the process with the job
 * @param brokerSeconds CPU time of the broker
 * @param databaseSeconds CPU time of the database
 */
record Sample(long nanos, long records, double jobSeconds, double brokerSeconds, double databaseSeconds) {
    /** A sample of this moment. */
    static Sample take(RunOrder order, long records) throws IOException {
        return new Sample(
                System.nanoTime(),
                records,
                CpuTime.of(ProcessHandle.current().pid()),
                CpuTime.of(order.brokerPid()),
                CpuTime.of(order.databasePid()));
    }

    /** What happened from another moment to this one. */
    Window since(Sample earlier) {
        return new Window(
                records - earlier.records,
                (nanos - earlier.nanos) / 1e9,
                jobSeconds - earlier.jobSeconds,
                brokerSeconds - earlier.brokerSeconds,
                databaseSeconds - earlier.databaseSeconds);
    }
}

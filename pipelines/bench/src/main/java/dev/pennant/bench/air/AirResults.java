package dev.pennant.bench.air;

import dev.pennant.bench.check.Differences;
import dev.pennant.bench.run.RunFigures;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * All that was measured.
 *
 * @param history what was evaluated
 * @param core with core alone, where it was measured
 * @param job through the job, where it was measured
 */
record AirResults(AirHistory history, Optional<CoreResult> core, Optional<JobResult> job) {
    /**
     * The history through the job.
     *
     * @param run what it took
     * @param databaseVersion which ClickHouse it wrote into
     * @param check how its tables compare with the oracle's figures
     */
    record JobResult(RunFigures run, String databaseVersion, Differences check) {}

    /** Whether all is as the oracle has it. */
    boolean areRight() {
        return Stream.concat(core.map(CoreResult::check).stream(), job.map(JobResult::check).stream())
                .allMatch(Differences::none);
    }
}

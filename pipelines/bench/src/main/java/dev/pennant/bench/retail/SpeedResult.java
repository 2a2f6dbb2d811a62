package dev.pennant.bench.retail;

import dev.pennant.bench.retail.oracle.Differences;
import dev.pennant.bench.retail.run.RunFigures;
import dev.pennant.bench.retail.run.Subject;
import dev.pennant.bench.retail.run.Window;
import java.util.List;
import java.util.Map;

/**
 * What the runs on one load came to.
 *
 * @param load what they read
 * @param distinct receipts that count
 * @param runs in order, by what was measured
 * @param checks how the tables of each compare with the oracle's count
 */
record SpeedResult(Load load, long distinct, Map<Subject, List<RunFigures>> runs, Map<Subject, Differences> checks) {
    /** Median of the rates of the steady windows, over that of the floor. */
    double rateRatio(Subject subject) {
        return rate(subject) / rate(Subject.FLOOR);
    }

    /** The floor's median CPU time a record over the subject's, job and broker together. */
    double cpuRatio(Subject subject) {
        return nanos(Subject.FLOOR) / nanos(subject);
    }

    double rate(Subject subject) {
        return Medians.of(runs.get(subject), run -> run.steady().rate());
    }

    /** CPU time of job and broker a record, in nanoseconds. */
    double nanos(Subject subject) {
        return Medians.of(runs.get(subject), run -> run.steady().nanosPerRecord());
    }

    double nanosWithDatabase(Subject subject) {
        return Medians.of(runs.get(subject), run -> run.steady().nanosPerRecordWithDatabase());
    }

    double wholeRate(Subject subject) {
        return Medians.of(runs.get(subject), run -> run.whole().rate());
    }

    double wholeNanos(Subject subject) {
        return Medians.of(runs.get(subject), run -> run.whole().nanosPerRecord());
    }

    /** CPU seconds of a whole run, job and broker. */
    double wholeCpu(Subject subject) {
        return Medians.of(runs.get(subject), run -> cpu(run.whole()));
    }

    /** Rows a second that the job's sinks were given, over the whole run. */
    double rowRate(Subject subject) {
        return Medians.of(runs.get(subject), run -> rows(run) / run.whole().seconds());
    }

    double rows(Subject subject) {
        return Medians.of(runs.get(subject), SpeedResult::rows);
    }

    private static double rows(RunFigures run) {
        return run.rows().values().stream().mapToLong(Long::longValue).sum();
    }

    private static double cpu(Window window) {
        return window.jobSeconds() + window.brokerSeconds();
    }
}

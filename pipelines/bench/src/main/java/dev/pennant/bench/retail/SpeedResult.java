package dev.pennant.bench.retail;

import dev.pennant.bench.check.Differences;
import dev.pennant.bench.run.RunFigures;
import dev.pennant.bench.run.Subject;
import dev.pennant.bench.run.Window;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the runs on one load came to.
 *
 * @param load what they read
 * @param database which ClickHouse was written to
 * @param distinct receipts that count
 * @param runs in order, by what was measured
 * @param sinks runs of the sinks of details alone, each with as many rows as the run of all tables before it had written
 * @param checks how the tables of each compare with the oracle's count
 */
record SpeedResult(
        ReceiptLoad load,
        String database,
        long distinct,
        Map<Subject, List<RunFigures>> runs,
        List<RunFigures> sinks,
        Map<Subject, Differences> checks) {
    private static final Set<String> DETAILS =
            Set.of("pennant.retail_hour_latest", "pennant.retail_store_day_latest", "pennant.retail_category_latest");

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

    /** Rows a second that the job writes into the tables of details, over those of the sinks alone. */
    double sinkRatio() {
        return detailRate(runs.get(Subject.ALL)) / detailRate(sinks);
    }

    /** Median of the rows a second into the tables of details, over whole runs. */
    static double detailRate(List<RunFigures> runs) {
        return Medians.of(
                runs,
                run -> detailRows(run).values().stream()
                                .mapToLong(Long::longValue)
                                .sum()
                        / run.whole().seconds());
    }

    /** Rows into the tables of details. */
    static Map<String, Long> detailRows(RunFigures run) {
        return run.rows().entrySet().stream()
                .filter(rows -> DETAILS.contains(rows.getKey()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
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

package dev.pennant.bench.retail;

import dev.pennant.bench.check.Differences;
import dev.pennant.bench.run.RunFigures;
import dev.pennant.bench.run.Subject;
import dev.pennant.bench.run.Window;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the runs on one load came to.
 *
 * @param load what they read
 * @param database which ClickHouse was written to
 * @param distinct receipts that count
 * @param turns what was measured
 * @param checks how the tables of each compare with the oracle's count
 * @param verified what {@code verify} says after the last run of all tables, where there was one
 */
record SpeedResult(
        ReceiptLoad load,
        String database,
        long distinct,
        Turns turns,
        Map<Subject, Differences> checks,
        Optional<Verified> verified) {
    private static final double NANOS = 1e9;

    private static final Set<String> DETAILS =
            Set.of("pennant.retail_hour_latest", "pennant.retail_store_day_latest", "pennant.retail_category_latest");

    /** What reads the receipts: all but the sinks alone. */
    List<Subject> readers() {
        return turns.subjects().stream()
                .filter(subject -> subject != Subject.SINKS)
                .toList();
    }

    /** The runs of a subject, in order. */
    List<RunFigures> runs(Subject subject) {
        return turns.of(subject);
    }

    /** The last run of a subject. */
    RunFigures last(Subject subject) {
        List<RunFigures> all = runs(subject);
        return all.get(all.size() - 1);
    }

    /** Whether every table that was checked is as the oracle has it, and every record accounted for. */
    boolean isRight() {
        return checks.values().stream().allMatch(Differences::none)
                && verified.map(Verified::holds).orElse(true);
    }

    /** The rate in the steady window over the floor's, where both were measured by turns. */
    OptionalDouble rateRatio(Subject subject) {
        return turns.ratio(subject, Subject.FLOOR, run -> run.steady().rate());
    }

    /** The floor's CPU time a record in the steady window over the subject's, job and broker together. */
    OptionalDouble cpuRatio(Subject subject) {
        return turns.ratio(Subject.FLOOR, subject, run -> run.steady().nanosPerRecord());
    }

    /** The floor's CPU time a record over the subject's, job and broker together, over whole runs. */
    OptionalDouble wholeCpuRatio(Subject subject) {
        return turns.ratio(Subject.FLOOR, subject, run -> run.whole().nanosPerRecord());
    }

    double rate(Subject subject) {
        return Medians.of(runs(subject), run -> run.steady().rate());
    }

    /** CPU time of job and broker a record, in nanoseconds. */
    double nanos(Subject subject) {
        return Medians.of(runs(subject), run -> run.steady().nanosPerRecord());
    }

    double nanosWithDatabase(Subject subject) {
        return Medians.of(runs(subject), run -> run.steady().nanosPerRecordWithDatabase());
    }

    double wholeRate(Subject subject) {
        return Medians.of(runs(subject), run -> run.whole().rate());
    }

    double wholeNanos(Subject subject) {
        return Medians.of(runs(subject), run -> run.whole().nanosPerRecord());
    }

    /** CPU seconds of a whole run, job and broker. */
    double wholeCpu(Subject subject) {
        return Medians.of(runs(subject), run -> cpu(run.whole()));
    }

    /** Runs of the sinks of details alone, each with as many rows as the run of all tables before it. */
    List<RunFigures> sinks() {
        return runs(Subject.SINKS);
    }

    /** Rows a second that the job writes into the tables of details, over those of the sinks alone. */
    OptionalDouble sinkRatio() {
        return turns.ratio(Subject.ALL, Subject.SINKS, SpeedResult::detailRate);
    }

    /** Median of the rows a second into the tables of details, over whole runs. */
    static double detailRate(List<RunFigures> runs) {
        return Medians.of(runs, SpeedResult::detailRate);
    }

    private static double detailRate(RunFigures run) {
        return detailRowCount(run) / run.whole().seconds();
    }

    /** Median of the rows into the tables of details. */
    static double detailRowCount(List<RunFigures> runs) {
        return Medians.of(runs, SpeedResult::detailRowCount);
    }

    /** CPU time of job and broker a row of details, in nanoseconds. */
    static double detailNanos(List<RunFigures> runs) {
        return Medians.of(runs, run -> cpu(run.whole()) / detailRowCount(run) * NANOS);
    }

    /** The same with the database's. */
    static double detailNanosWithDatabase(List<RunFigures> runs) {
        return Medians.of(
                runs, run -> (cpu(run.whole()) + run.whole().databaseSeconds()) / detailRowCount(run) * NANOS);
    }

    /** Rows into the tables of details. */
    static Map<String, Long> detailRows(RunFigures run) {
        return run.rows().entrySet().stream()
                .filter(rows -> DETAILS.contains(rows.getKey()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    double rows(Subject subject) {
        return Medians.of(runs(subject), SpeedResult::rows);
    }

    private static double rows(RunFigures run) {
        return sum(run.rows());
    }

    private static double detailRowCount(RunFigures run) {
        return sum(detailRows(run));
    }

    private static double sum(Map<String, Long> rows) {
        return rows.values().stream().mapToLong(Long::longValue).sum();
    }

    private static double cpu(Window window) {
        return window.jobSeconds() + window.brokerSeconds();
    }
}

package dev.pennant.bench.retail;

import dev.pennant.bench.plain.PlainJob;
import dev.pennant.bench.report.Figures;
import dev.pennant.bench.run.RunFigures;
import dev.pennant.bench.run.Subject;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * How the retail job, with all its tables, compares with the {@link PlainJob}.
 *
 * @param speed of both, by turns
 */
record RivalResult(SpeedResult speed) {
    /** How many times the plain job's records a second the retail job reads, in full swing. */
    double rate() {
        return ratio(run -> run.steady().rate());
    }

    /** How much of the plain job's CPU time a record the retail job takes, in full swing; job, broker and ClickHouse together. */
    double cpu() {
        return ratio(run -> run.steady().nanosPerRecordWithDatabase());
    }

    /** Whether the plain job has counted each receipt once, in every run. */
    boolean hasCountedAll() {
        return miscounted().isEmpty();
    }

    /** What the plain job has counted. */
    String sentence() {
        long counted = miscounted().orElse(speed.distinct());
        return Subject.PLAIN.title() + ": " + Figures.whole(counted) + " receipts counted"
                + (hasCountedAll() ? ", as the oracle has" : " in one of its runs, which DIFFERS from the oracle's");
    }

    private Optional<Long> miscounted() {
        return speed.runs(Subject.PLAIN).stream()
                .map(run -> run.rows().getOrDefault(PlainJob.COUNTED, 0L))
                .filter(counted -> counted != speed.distinct())
                .findFirst();
    }

    private double ratio(ToDoubleFunction<RunFigures> figure) {
        return speed.turns().ratio(Subject.ALL, Subject.PLAIN, figure).orElseThrow();
    }
}

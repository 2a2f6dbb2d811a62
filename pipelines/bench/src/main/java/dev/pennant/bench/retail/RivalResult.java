package dev.pennant.bench.retail;

import dev.pennant.bench.plain.PlainJob;
import dev.pennant.bench.report.Figures;
import dev.pennant.bench.run.RunFigures;
import dev.pennant.bench.run.Subject;
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

    /** Whether the plain job has counted each receipt once, in every run, and all else is right. */
    boolean isRight() {
        return speed.isRight() && speed.runs(Subject.PLAIN).stream().allMatch(run -> counted(run) == speed.distinct());
    }

    /** What the plain job has counted. */
    String sentence() {
        long counted = counted(speed.last(Subject.PLAIN));
        return Subject.PLAIN.title() + ": " + Figures.whole(counted) + " receipts counted"
                + (counted == speed.distinct() ? ", as the oracle has" : ", which DIFFER from the oracle's");
    }

    private double ratio(ToDoubleFunction<RunFigures> figure) {
        return speed.turns().ratio(Subject.ALL, Subject.PLAIN, figure).orElseThrow();
    }

    private static long counted(RunFigures run) {
        return run.rows().getOrDefault(PlainJob.COUNTED, 0L);
    }
}

package dev.pennant.bench.retail;

import dev.pennant.bench.report.Figures;
import dev.pennant.bench.report.Goal;
import dev.pennant.bench.retail.feed.Shape;
import dev.pennant.bench.run.Subject;
import java.util.ArrayList;
import java.util.List;

/** What the retail job has to reach, and whether it did. */
final class Goals {
    private static final double DENSE = 0.80;
    private static final double SPARSE = 0.65;
    /** Of what the sinks alone can write. */
    static final double SINKS = 0.80;

    static final String OF_SINKS = "sparse, job, all tables, of the sinks alone by rows a second";

    private static final double AS_GOOD = 1;
    private static final double TENFOLD = 10.5;
    private static final double WRITTEN_IN_ORDER = 0.1;
    private static final double WRITTEN_AT_RANDOM = 12;
    private static final double MIDDLE_MILLIS = 350;
    private static final double SLOW_MILLIS = 1000;

    private Goals() {}

    /** All goals that something was measured for. */
    static List<Goal> of(RetailResults results) {
        List<Goal> goals = new ArrayList<>();
        for (SpeedResult speed : results.speeds()) {
            Subject subject = compared(speed.load().shape());
            double bound = ofFloor(speed.load().shape());
            speed.cpuRatio(subject).ifPresent(ratio -> goals.add(Goal.atLeast(byCpu(speed, subject), bound, ratio)));
            speed.rateRatio(subject).ifPresent(ratio -> goals.add(Goal.atLeast(byRate(speed, subject), bound, ratio)));
            speed.sinkRatio().ifPresent(ratio -> goals.add(Goal.atLeast(OF_SINKS, SINKS, ratio)));
        }
        results.rival().ifPresent(rival -> {
            String title = titled(rival.speed(), Subject.ALL) + ", times the " + Subject.PLAIN.title();
            goals.add(Goal.atMost(title + "'s CPU time, ClickHouse's included", " ×", AS_GOOD, rival.cpu()));
            goals.add(Goal.atLeast(title + "'s rate", AS_GOOD, rival.rate()));
        });
        results.latencies().ifPresent(latencies -> {
            String title = "append → visible at " + Figures.whole(latencies.asked()) + " receipts/s";
            goals.add(Goal.atMost(title + ", p50", " ms", MIDDLE_MILLIS, (double) latencies.millis(50)));
            goals.add(Goal.atMost(title + ", p99", " ms", SLOW_MILLIS, (double) latencies.millis(99)));
        });
        results.seen().forEach((numbering, size) -> {
            double bound = numbering == SeenSize.Numbering.RANDOM ? WRITTEN_AT_RANDOM : WRITTEN_IN_ORDER;
            goals.add(Goal.atMost(
                    "state to tell a repeated receipt, " + numbering.title(),
                    " B a receipt",
                    bound,
                    size.writtenPerReceipt()));
        });
        results.scale().ifPresent(scale -> {
            goals.add(Goal.atMost("10 × the receipts, CPU time", " ×", TENFOLD, scale.time(scale.receipts())));
            goals.add(Goal.atMost("10 × the receipts, state", " ×", TENFOLD, scale.state(scale.receipts())));
            goals.add(Goal.atMost("10 × the stores, CPU time", " ×", TENFOLD, scale.time(scale.stores())));
            goals.add(Goal.atMost("10 × the stores, state", " ×", TENFOLD, scale.state(scale.stores())));
        });
        return goals;
    }

    /** What of a shape's runs is compared with the floor. */
    static Subject compared(Shape shape) {
        return shape == Shape.DENSE ? Subject.ALL : Subject.INDICATORS;
    }

    /** How much of the floor it has to reach. */
    static double ofFloor(Shape shape) {
        return shape == Shape.DENSE ? DENSE : SPARSE;
    }

    static String byCpu(SpeedResult speed, Subject subject) {
        return ofFloor(speed, subject) + " by CPU time";
    }

    static String byRate(SpeedResult speed, Subject subject) {
        return ofFloor(speed, subject) + " by rate";
    }

    private static String ofFloor(SpeedResult speed, Subject subject) {
        return titled(speed, subject) + ", of the floor";
    }

    private static String titled(SpeedResult speed, Subject subject) {
        return speed.load().shape().id() + ", " + subject.title();
    }
}

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
    private static final double SINKS = 0.80;
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
            if (speed.load().shape() == Shape.DENSE) {
                addRatios(goals, speed, Subject.ALL, DENSE);
            } else {
                addRatios(goals, speed, Subject.INDICATORS, SPARSE);
                goals.add(Goal.atLeast(
                        "sparse, job, all tables, of the sinks alone by rows a second", SINKS, speed.sinkRatio()));
            }
        }
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

    private static void addRatios(List<Goal> goals, SpeedResult speed, Subject subject, double bound) {
        String title = speed.load().shape().id() + ", " + subject.title() + ", of the floor";
        goals.add(Goal.atLeast(title + " by CPU time", bound, speed.cpuRatio(subject)));
        goals.add(Goal.atLeast(title + " by rate", bound, speed.rateRatio(subject)));
    }
}

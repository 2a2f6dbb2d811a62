package dev.pennant.bench.retail;

import dev.pennant.bench.run.RunFigures;
import dev.pennant.bench.run.Subject;
import java.util.List;

/**
 * What ten times as much costs.
 *
 * @param base a tenth of the receipts, and the usual stores
 * @param receipts ten times the receipts of the base
 * @param stores ten times the stores of the base
 */
record ScaleResult(SpeedResult base, SpeedResult receipts, SpeedResult stores) {
    /** All three, the base first. */
    List<SpeedResult> all() {
        return List.of(base, receipts, stores);
    }

    /** How many times the base's CPU time of job and broker another takes, over the whole run. */
    double time(SpeedResult other) {
        return other.wholeCpu(Subject.ALL) / base.wholeCpu(Subject.ALL);
    }

    /** How many times the base's state another has in its last checkpoint. */
    double state(SpeedResult other) {
        return stateBytes(other) / stateBytes(base);
    }

    static double stateBytes(SpeedResult result) {
        return Medians.of(result.runs(Subject.ALL), RunFigures::stateBytes);
    }
}

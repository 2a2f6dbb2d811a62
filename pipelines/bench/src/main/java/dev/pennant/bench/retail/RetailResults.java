package dev.pennant.bench.retail;

import dev.pennant.bench.latency.Latencies;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All that was measured.
 *
 * @param speeds by shape, in the order in which they were measured
 * @param seen by how receipts are numbered
 * @param scale where it was measured
 * @param latencies where they were measured
 */
record RetailResults(
        List<SpeedResult> speeds,
        Map<SeenSize.Numbering, SeenSize> seen,
        Optional<ScaleResult> scale,
        Optional<Latencies> latencies) {
    /** Whether every table that was checked is as the oracle has it. */
    boolean areRight() {
        return speeds.stream()
                .flatMap(speed -> speed.checks().values().stream())
                .allMatch(check -> check.none());
    }
}

package dev.pennant.bench.retail;

import dev.pennant.bench.latency.Latencies;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

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
    /** Whether everything that was checked is right. */
    boolean areRight() {
        return Stream.concat(speeds.stream(), scale.stream().flatMap(measured -> measured.all().stream()))
                .allMatch(SpeedResult::isRight);
    }
}

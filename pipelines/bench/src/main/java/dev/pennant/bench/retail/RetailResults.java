package dev.pennant.bench.retail;

import dev.pennant.bench.latency.Latencies;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * All that was measured.
 *
 * @param speeds by shape, in the order in which they were measured
 * @param rival what was measured against the plain job, where it was
 * @param seen by how receipts are numbered
 * @param scale where it was measured
 * @param latencies where they were measured
 */
record RetailResults(
        List<SpeedResult> speeds,
        Optional<RivalResult> rival,
        Map<SeenSize.Numbering, SeenSize> seen,
        Optional<ScaleResult> scale,
        Optional<Latencies> latencies) {
    /** What runs were measured on, in order. */
    Stream<SpeedResult> loads() {
        return Stream.of(
                        speeds.stream(),
                        rival.stream().map(RivalResult::speed),
                        scale.stream().flatMap(measured -> measured.all().stream()))
                .flatMap(Function.identity());
    }

    /** Whether everything that was checked is right. */
    boolean areRight() {
        return loads().allMatch(SpeedResult::isRight)
                && rival.map(RivalResult::hasCountedAll).orElse(true);
    }
}

package dev.pennant.bench.latency;

import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * What was measured at one rate.
 *
 * @param asked reports a second that were to be sent besides the probes
 * @param sent reports a second that the broker took
 * @param nanos from a probe's send to its visibility, one a probe
 */
public record Latencies(int asked, double sent, List<Long> nanos) {
    /** A percentile in milliseconds, by the nearest rank. */
    public long millis(double percentile) {
        List<Long> sorted = nanos.stream().sorted().toList();
        int rank = (int) Math.ceil(percentile / 100 * sorted.size());
        return TimeUnit.NANOSECONDS.toMillis(sorted.get(Math.max(rank, 1) - 1));
    }

    /** The longest in milliseconds. */
    public long longestMillis() {
        return TimeUnit.NANOSECONDS.toMillis(Collections.max(nanos));
    }
}

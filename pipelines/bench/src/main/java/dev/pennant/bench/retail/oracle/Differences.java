package dev.pennant.bench.retail.oracle;

import java.util.List;

/**
 * How two counts compare.
 *
 * @param cells how many were compared
 * @param count how many differ
 * @param first some of those that do, a sentence each
 */
public record Differences(long cells, long count, List<String> first) {
    /** Whether none differs. */
    public boolean none() {
        return count == 0;
    }
}

package dev.pennant.bench.check;

import dev.pennant.bench.report.Figures;
import java.util.ArrayList;
import java.util.List;

/**
 * How two counts compare.
 *
 * @param cells how many were compared
 * @param count how many differ
 * @param first some of those that do, a sentence each
 */
public record Differences(long cells, long count, List<String> first) {
    /** What was found, as a report says it. */
    public List<String> sentences(String subject) {
        List<String> sentences = new ArrayList<>();
        sentences.add(subject + ": " + Figures.whole(cells)
                + (none() ? " cells equal the batch oracle's" : " cells compared, " + count + " DIFFER"));
        sentences.addAll(first);
        return sentences;
    }

    /** Whether none differs. */
    public boolean none() {
        return count == 0;
    }
}

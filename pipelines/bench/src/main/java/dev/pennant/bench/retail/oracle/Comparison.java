package dev.pennant.bench.retail.oracle;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Compares cells one by one, and keeps the first that differ. */
final class Comparison {
    private static final int SHOWN = 10;

    private final List<String> first = new ArrayList<>();
    private long cells;
    private long count;

    /** Compares what the job has with what it ought to have. */
    void cell(String where, Object job, Object oracle) {
        cells++;
        if (!Objects.equals(job, oracle)) {
            differs(where + ": the job has " + shown(job) + ", the oracle " + shown(oracle));
        }
    }

    /** Compares how many cells there are. */
    void size(String where, long job, long oracle) {
        if (job != oracle) {
            differs(where + ": the job has " + job + " cells, the oracle " + oracle);
        }
    }

    Differences differences() {
        return new Differences(cells, count, first);
    }

    private void differs(String sentence) {
        count++;
        if (first.size() < SHOWN) {
            first.add(sentence);
        }
    }

    private static String shown(Object value) {
        return String.valueOf(value).replace('\t', ' ');
    }
}

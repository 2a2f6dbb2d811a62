package dev.pennant.bench.check;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/** Compares cells one by one, and keeps the first that differ. */
public final class Comparison {
    private static final int SHOWN = 10;

    private final List<String> first = new ArrayList<>();
    private long cells;
    private long count;

    /** Compares what the job has with what it ought to have. */
    public void cell(String where, Object job, Object oracle) {
        cells++;
        if (!Objects.deepEquals(job, oracle)) {
            differs(where + ": the job has " + shown(job) + ", the oracle " + shown(oracle));
        }
    }

    /** Compares how many cells there are. */
    public void size(String where, long job, long oracle) {
        if (job != oracle) {
            differs(where + ": the job has " + job + " cells, the oracle " + oracle);
        }
    }

    /** What was found so far. */
    public Differences differences() {
        return new Differences(cells, count, first);
    }

    private void differs(String sentence) {
        count++;
        if (first.size() < SHOWN) {
            first.add(sentence);
        }
    }

    private static String shown(Object value) {
        return (value instanceof int[] numbers ? Arrays.toString(numbers) : String.valueOf(value)).replace('\t', ' ');
    }
}

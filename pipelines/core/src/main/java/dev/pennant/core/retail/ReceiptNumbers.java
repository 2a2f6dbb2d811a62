package dev.pennant.core.retail;

import dev.pennant.core.packed.NumberReader;
import dev.pennant.core.packed.NumberWriter;
import java.util.Map;
import java.util.TreeMap;

/**
 * Numbers of one store that lie apart from where it is writing now: runs of neighbours, and, once most of them have no neighbours, a
 * table of single ones. Numbers are unsigned.
 */
final class ReceiptNumbers {
    /** Below this many runs a store is not judged: every store begins with a few. */
    private static final int RUNS_OF_ANY_STORE = 64;

    /** A run takes about 90 bytes in memory and a number in the table 16, so that runs this short are not worth it. */
    private static final int SHORT_RUN = 4;

    /** First number to last number of each run; neighbouring runs are one. */
    private final TreeMap<Long, Long> runs = new TreeMap<>(Long::compareUnsigned);

    private long numbersInRuns;
    private ScatteredNumbers scattered;

    boolean isScattered() {
        return scattered != null;
    }

    boolean contains(long number) {
        return runContains(number) || (scattered != null && scattered.contains(number));
    }

    /** Whether any number is at or above the given one; scattered ones are not searched for it. */
    boolean reaches(long number) {
        return scattered != null
                || (!runs.isEmpty() && Long.compareUnsigned(runs.lastEntry().getValue(), number) >= 0);
    }

    /** The greatest number, or zero where there is none. */
    long greatest() {
        long ofRuns = runs.isEmpty() ? 0 : runs.lastEntry().getValue();
        return scattered == null ? ofRuns : greater(ofRuns, scattered.greatest());
    }

    /** Adds a number, which may be there already. */
    void add(long number) {
        if (scattered == null) {
            addRun(number, number);
        } else if (!runContains(number)) {
            scattered.add(number);
        }
    }

    /** Adds the numbers of a run, of which any may be there already; it may go over the greatest number to zero. */
    void addRun(long first, long last) {
        if (Long.compareUnsigned(first, last) > 0) {
            addRun(first, -1);
            addRun(0, last);
        } else if (scattered != null && isShort(first, last)) {
            scatter(first, last);
        } else {
            join(first, last);
            if (scattered == null
                    && runs.size() > RUNS_OF_ANY_STORE
                    && numbersInRuns < (long) SHORT_RUN * runs.size()) {
                scatterShortRuns();
            }
        }
    }

    /** Adds all numbers of another. */
    void addAll(ReceiptNumbers other) {
        other.runs.forEach(this::addRun);
        if (other.scattered != null) {
            other.scattered.forEach(this::add);
        }
    }

    /** The last number of the run that the number is in, or the number before it where it is in none. */
    long lastOfRun(long number) {
        if (!runContains(number)) {
            return scattered != null && scattered.contains(number) ? number : number - 1;
        }
        return runs.floorEntry(number).getValue();
    }

    /** The 64 numbers from the given one on, as bits, without the given lowest ones. */
    long bits(long first, int leftOut) {
        long bits = 0;
        for (int bit = leftOut; bit < Long.SIZE; bit++) {
            if (contains(first + bit)) {
                bits |= 1L << bit;
            }
        }
        return bits;
    }

    void write(NumberWriter out) {
        out.put(runs.size());
        long next = 0;
        for (Map.Entry<Long, Long> run : runs.entrySet()) {
            out.put(run.getKey() - next).put(run.getValue() - run.getKey());
            next = run.getValue() + 1;
        }
        out.put(scattered == null ? 0 : 1);
        if (scattered != null) {
            scattered.write(out);
        }
    }

    static ReceiptNumbers read(NumberReader in) {
        ReceiptNumbers numbers = new ReceiptNumbers();
        long count = in.next();
        long next = 0;
        for (long i = 0; i < count; i++) {
            long first = next + in.next();
            long last = first + in.next();
            numbers.put(first, last);
            next = last + 1;
        }
        numbers.scattered = in.next() != 0 ? ScatteredNumbers.read(in) : null;
        return numbers;
    }

    private boolean runContains(long number) {
        Map.Entry<Long, Long> run = runs.floorEntry(number);
        return run != null && Long.compareUnsigned(number, run.getValue()) <= 0;
    }

    private void join(long first, long last) {
        long joinedFirst = first;
        long joinedLast = last;
        Map.Entry<Long, Long> before = first == 0 ? null : runs.floorEntry(first - 1);
        if (before != null && Long.compareUnsigned(before.getValue(), first - 1) >= 0) {
            joinedFirst = before.getKey();
            joinedLast = greater(last, take(before));
        }
        Map.Entry<Long, Long> after = runs.ceilingEntry(joinedFirst);
        while (after != null && (joinedLast == -1 || Long.compareUnsigned(after.getKey(), joinedLast + 1) <= 0)) {
            joinedLast = greater(joinedLast, take(after));
            after = runs.ceilingEntry(joinedFirst);
        }
        put(joinedFirst, joinedLast);
    }

    private void put(long first, long last) {
        runs.put(first, last);
        numbersInRuns += last - first + 1;
    }

    private long take(Map.Entry<Long, Long> run) {
        runs.remove(run.getKey());
        numbersInRuns -= run.getValue() - run.getKey() + 1;
        return run.getValue();
    }

    private void scatterShortRuns() {
        scattered = new ScatteredNumbers();
        runs.entrySet().removeIf(run -> {
            boolean isShort = isShort(run.getKey(), run.getValue());
            if (isShort) {
                scatter(run.getKey(), run.getValue());
                numbersInRuns -= run.getValue() - run.getKey() + 1;
            }
            return isShort;
        });
    }

    private void scatter(long first, long last) {
        for (long number = first; number != last + 1; number++) {
            scattered.add(number);
        }
    }

    private static boolean isShort(long first, long last) {
        return Long.compareUnsigned(last - first, 2 * SHORT_RUN) < 0;
    }

    private static long greater(long one, long other) {
        return Long.compareUnsigned(one, other) >= 0 ? one : other;
    }
}

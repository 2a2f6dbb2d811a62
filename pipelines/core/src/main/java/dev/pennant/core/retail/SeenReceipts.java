package dev.pennant.core.retail;

import dev.pennant.core.packed.NumberReader;
import dev.pennant.core.packed.NumberWriter;
import java.util.Arrays;

/**
 * Which receipts were counted, exactly: for each store the set of its receipt numbers, which are unsigned and may begin anywhere, leave gaps, come
 * out of order, or have no order at all. Stores are numbered densely from 0.
 *
 * <p>A till counts upwards, so a store is a run of numbers that were all seen and a window of 64 bits that follows it; both lie in flat
 * arrays, where a receipt takes 5 ns instead of the 40 of a bit set a store. Whatever is elsewhere is in {@link ReceiptNumbers}. What
 * is in none of the three was not seen:
 *
 * <pre>
 *    others   |   others    run: seen      window: a bit a number     others
 * ───▇▇▇──────┼──▇▇──▇─────▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇─▇▇─▇▇▇▇▇▇───▇──────┊────────────────
 *                          runStart       next                next + 64
 * </pre>
 *
 * <p>Sets only grow, so the union of two copies of any age is right.
 */
public final class SeenReceipts {
    /** Where the window is put about a number that comes from nowhere: its neighbours may be late on both sides. */
    private static final int MIDDLE = 32;

    /** After so many numbers in a row that are behind, and near each other, a store is writing there now, and its run moves there. */
    private static final int PATIENCE = 64;

    private long[] runStart = new long[0];
    private long[] next = new long[0];
    private long[] window = new long[0];
    private Elsewhere[] elsewhere = new Elsewhere[0];

    /** Whether the window of a store may meet numbers elsewhere when it goes on; nearly never. */
    private boolean[] meets = new boolean[0];

    /** Makes room for stores up to the given number, of which nothing was seen yet. */
    public void ensureStores(int count) {
        if (count > next.length) {
            int capacity = Math.max(count, 2 * next.length);
            runStart = Arrays.copyOf(runStart, capacity);
            next = Arrays.copyOf(next, capacity);
            window = Arrays.copyOf(window, capacity);
            elsewhere = Arrays.copyOf(elsewhere, capacity);
            meets = Arrays.copyOf(meets, capacity);
        }
    }

    /** Adds a receipt, or says false where it was seen before. */
    public boolean add(int store, long number) {
        long distance = number - next[store];
        if (distance >>> 6 != 0) {
            return addOutside(store, number);
        }
        long bit = 1L << distance;
        long seen = window[store];
        if ((seen & bit) != 0) {
            return false;
        }
        window[store] = seen | bit;
        if (distance == 0) {
            advance(store);
        }
        return true;
    }

    /** Writes the numbers of a store. */
    public void write(int store, NumberWriter out) {
        out.put(runStart[store]).put(next[store] - runStart[store]).put(window[store]);
        Elsewhere others = elsewhere[store];
        out.put(others == null ? 0 : 1);
        if (others != null) {
            others.numbers.write(out);
        }
    }

    /** Adds to a store the numbers that {@link #write} wrote, of the same store at any time. */
    public void unite(int store, NumberReader in) {
        if (!isEmpty(store)) {
            SeenReceipts copy = new SeenReceipts();
            copy.ensureStores(1);
            copy.unite(0, in);
            uniteWith(copy, store);
            return;
        }
        runStart[store] = in.next();
        next[store] = runStart[store] + in.next();
        window[store] = in.next();
        if (in.next() != 0) {
            elsewhere[store] = new Elsewhere(ReceiptNumbers.read(in));
            lookAround(store);
        }
    }

    private void uniteWith(SeenReceipts copy, int store) {
        if (!copy.isEmpty(0)) {
            close(store);
            copy.close(0);
            Elsewhere others = elsewhere(store);
            others.numbers.addAll(copy.elsewhere(0).numbers);
            open(store, below(others.numbers.greatest(), Long.SIZE - 1));
        }
    }

    private boolean isEmpty(int store) {
        return runStart[store] == next[store] && window[store] == 0 && elsewhere[store] == null;
    }

    /** Goes on over the numbers that have closed up to the run. */
    private void advance(int store) {
        if (meets[store]) {
            advanceAmongOthers(store);
        } else {
            move(store, Long.numberOfTrailingZeros(~window[store]));
        }
    }

    private void advanceAmongOthers(int store) {
        do {
            long metElsewhere = elsewhere[store].numbers.lastOfRun(next[store]) - next[store] + 1;
            shift(store, Math.max(Long.numberOfTrailingZeros(~window[store]), metElsewhere));
        } while ((window[store] & 1) != 0);
    }

    /** Moves the window on, and brings into it what was seen there while it was elsewhere. */
    private void shift(int store, long numbers) {
        long before = next[store];
        move(store, numbers);
        if (meets[store]) {
            window[store] |= elsewhere[store].numbers.bits(next[store], (int) Math.max(0, Long.SIZE - numbers));
            if (Long.compareUnsigned(next[store], before) < 0) {
                lookAround(store);
            }
        }
    }

    private void move(int store, long numbers) {
        next[store] += numbers;
        window[store] = numbers >= Long.SIZE ? 0 : window[store] >>> numbers;
    }

    /** Whether the window may meet numbers elsewhere: those above it, and, where it may pass the greatest number, all. */
    private void lookAround(int store) {
        ReceiptNumbers others = elsewhere[store].numbers;
        meets[store] = others.isScattered() || others.reaches(next[store]) || next[store] >>> 32 == -1L >>> 32;
    }

    private boolean addOutside(int store, long number) {
        long start = runStart[store];
        if (Long.compareUnsigned(number - start, next[store] - start) < 0) {
            return false;
        }
        boolean isAhead = Long.compareUnsigned(number, next[store]) > 0;
        if (isAhead && !meets[store]) {
            leaveGapsBehind(store, number);
            return add(store, number);
        }
        Elsewhere others = elsewhere(store);
        if (others.numbers.contains(number)) {
            return false;
        }
        if (others.numbers.isScattered()) {
            others.numbers.add(number);
        } else if (isAhead) {
            leaveGapsBehind(store, number);
            return add(store, number);
        } else if (others.keepsComing(number)) {
            close(store);
            open(store, below(number, MIDDLE));
            return add(store, number);
        } else {
            others.numbers.add(number);
            meets[store] |= others.numbers.isScattered();
        }
        return true;
    }

    /** Moves the window up to a number that lies beyond it: what it leaves missing may still come, but is not waited for. */
    private void leaveGapsBehind(int store, long number) {
        while (window[store] != 0 && (number - next[store]) >>> 6 != 0) {
            closeRun(store);
            shift(store, Long.numberOfTrailingZeros(window[store]));
            runStart[store] = next[store];
            advance(store);
        }
        if ((number - next[store]) >>> 6 != 0) {
            closeRun(store);
            open(store, below(number, MIDDLE));
        }
    }

    /** Puts the run, empty, at a place, and goes on over what was seen there. */
    private void open(int store, long place) {
        runStart[store] = place;
        next[store] = place;
        window[store] = 0;
        if (elsewhere[store] != null) {
            elsewhere[store].inARow = 0;
            lookAround(store);
            window[store] = meets[store] ? elsewhere[store].numbers.bits(place, 0) : 0;
            advance(store);
        }
    }

    private void closeRun(int store) {
        if (runStart[store] != next[store]) {
            elsewhere(store).numbers.addRun(runStart[store], next[store] - 1);
            meets[store] |= elsewhere[store].numbers.isScattered();
        }
    }

    private void close(int store) {
        closeRun(store);
        ReceiptNumbers others = elsewhere(store).numbers;
        for (long rest = window[store]; rest != 0; rest &= rest - 1) {
            others.add(next[store] + Long.numberOfTrailingZeros(rest));
        }
    }

    private Elsewhere elsewhere(int store) {
        if (elsewhere[store] == null) {
            elsewhere[store] = new Elsewhere(new ReceiptNumbers());
            lookAround(store);
        }
        return elsewhere[store];
    }

    private static long below(long number, int distance) {
        return Long.compareUnsigned(number, distance) < 0 ? 0 : number - distance;
    }

    /** What a store has elsewhere, and whether it is writing there now. */
    private static final class Elsewhere {
        private final ReceiptNumbers numbers;
        private long behind;
        private int inARow;

        private Elsewhere(ReceiptNumbers numbers) {
            this.numbers = numbers;
        }

        private boolean keepsComing(long number) {
            inARow = (number - behind) >>> 6 == 0 ? inARow + 1 : 0;
            behind = number;
            return inARow > PATIENCE;
        }
    }
}

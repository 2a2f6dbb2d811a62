package dev.pennant.core.retail;

import dev.pennant.core.packed.NumberReader;
import dev.pennant.core.packed.NumberWriter;
import java.util.function.LongConsumer;

/** A set of numbers without any order among them: an open-addressed table, 11 to 21 bytes a number in memory and 8 when written. */
final class ScatteredNumbers {
    /** Fibonacci hashing: 2^64 divided by the golden ratio spreads neighbours as well as random numbers. */
    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    /** Zero marks a free place, so the number zero is kept apart. */
    private long[] places = new long[64];

    private boolean hasZero;
    private int size;

    boolean add(long number) {
        if (number == 0) {
            boolean added = !hasZero;
            hasZero = true;
            return added;
        }
        int place = placeOf(number);
        if (places[place] == number) {
            return false;
        }
        places[place] = number;
        size++;
        if (size > places.length / 4 * 3) {
            grow();
        }
        return true;
    }

    boolean contains(long number) {
        return number == 0 ? hasZero : places[placeOf(number)] == number;
    }

    void forEach(LongConsumer action) {
        if (hasZero) {
            action.accept(0);
        }
        for (long number : places) {
            if (number != 0) {
                action.accept(number);
            }
        }
    }

    /** The greatest number as an unsigned one, or zero where there is none. */
    long greatest() {
        long greatest = 0;
        for (long number : places) {
            greatest = Long.compareUnsigned(number, greatest) > 0 ? number : greatest;
        }
        return greatest;
    }

    void write(NumberWriter out) {
        out.put(hasZero ? 1 : 0).put(size);
        for (long number : places) {
            if (number != 0) {
                out.putFixed(number);
            }
        }
    }

    static ScatteredNumbers read(NumberReader in) {
        ScatteredNumbers numbers = new ScatteredNumbers();
        numbers.hasZero = in.next() != 0;
        long count = in.next();
        for (long i = 0; i < count; i++) {
            numbers.add(in.nextFixed());
        }
        return numbers;
    }

    /** Where the number stands, or the free place where it would. */
    private int placeOf(long number) {
        int mask = places.length - 1;
        int place = (int) ((number * SPREAD) >>> Long.numberOfLeadingZeros(mask));
        while (places[place] != 0 && places[place] != number) {
            place = (place + 1) & mask;
        }
        return place;
    }

    private void grow() {
        long[] before = places;
        places = new long[2 * before.length];
        for (long number : before) {
            if (number != 0) {
                places[placeOf(number)] = number;
            }
        }
    }
}

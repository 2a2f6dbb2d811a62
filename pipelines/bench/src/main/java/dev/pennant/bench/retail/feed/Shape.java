package dev.pennant.bench.retail.feed;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;

/** Over how many days the receipts are spread, and so how many fall into one cell of township, category and hour. */
public enum Shape {
    /** 20 days, ten in each of two years: of 30 million receipts, 75 in a cell. */
    DENSE(LocalDate.of(2019, 10, 1), 10, 2),

    /** 730 days on end, two years of which the second is a leap year: of 30 million receipts, two in a cell. */
    SPARSE(LocalDate.of(2019, 1, 1), 730, 1);

    /** The hours in which shops sell: from 8 to 22 o'clock. */
    static final int FIRST_HOUR = 8;

    static final int HOURS_OPEN = 14;

    private final LocalDate first;
    private final int onEnd;
    private final int times;

    /**
     * @param onEnd how many days follow one another
     * @param times in how many years they do so
     */
    Shape(LocalDate first, int onEnd, int times) {
        this.first = first;
        this.onEnd = onEnd;
        this.times = times;
    }

    /**
     * The shape of a name.
     *
     * @throws IllegalArgumentException when there is none
     */
    public static Shape of(String id) {
        return Arrays.stream(values())
                .filter(shape -> shape.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("A shape is dense or sparse, not '" + id + "'"));
    }

    /** How many days there are. */
    public int days() {
        return onEnd * times;
    }

    /** One of the days, in order. */
    public LocalDate day(int index) {
        return first.plusYears(index / onEnd).plusDays(index % onEnd);
    }

    /** Its name, as it is written on a command line. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}

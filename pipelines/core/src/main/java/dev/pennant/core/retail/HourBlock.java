package dev.pennant.core.retail;

import dev.pennant.core.period.ReportingHour;
import java.util.OptionalInt;
import java.util.function.IntConsumer;

/** Hours of one category that are being worked on, with a mark at each that has changed since it was last told. */
final class HourBlock {
    /** Takes one hour after the other. */
    @FunctionalInterface
    interface Visitor {
        void visit(int hour, long sales, long refunds, int receipts);
    }

    private static final long MARKS_OF_A_DAY = (1L << ReportingHour.PER_DAY) - 1;

    private final int firstDay;
    private final int firstHour;
    private final SalesBlock sales;
    private final long[] changed;
    private int syntheticDays;
    private boolean isChanged;
    private boolean written;

    HourBlock(int firstDay, SalesBlock sales) {
        this.firstDay = firstDay;
        firstHour = ReportingHour.firstHour(firstDay);
        this.sales = sales;
        changed = new long[(sales.slots() + Long.SIZE - 1) / Long.SIZE];
    }

    /** Adds to an hour. */
    void add(int hour, long moreSales, long moreRefunds, int receipts) {
        sales.add(hour - firstHour, moreSales, moreRefunds, receipts);
        written = true;
        mark(hour);
    }

    /** Notes that made-up sales were added to an hour. */
    void addedSynthetic(int hour) {
        syntheticDays |= 1 << ((hour - firstHour) / ReportingHour.PER_DAY);
    }

    /** Whether made-up sales were added to a day since the block is being worked on. */
    boolean isSyntheticAdded(int day) {
        return (syntheticDays & (1 << (day - firstDay))) != 0;
    }

    /** Marks an hour as if it had changed. */
    void mark(int hour) {
        int slot = hour - firstHour;
        // A shift of a long takes its count modulo 64.
        changed[slot >>> 6] |= 1L << slot;
        isChanged = true;
    }

    /** What was sold in the first hours of a day, refunds taken off. */
    long inFirstHours(int day, int hours) {
        int slot = (day - firstDay) * ReportingHour.PER_DAY;
        return sales.net(slot, slot + hours);
    }

    /** Visits the days of which an hour is marked. */
    void forEachChangedDay(IntConsumer visitor) {
        for (int slot = 0; slot < sales.slots(); slot += ReportingHour.PER_DAY) {
            if (isChanged(slot)) {
                visitor.accept(firstDay + slot / ReportingHour.PER_DAY);
            }
        }
    }

    /** Visits the hours marked and forgets the marks. */
    void drainChanged(Visitor visitor) {
        for (int word = 0; word < changed.length; word++) {
            for (long marks = changed[word]; marks != 0; marks &= marks - 1) {
                int slot = word * Long.SIZE + Long.numberOfTrailingZeros(marks);
                visitor.visit(firstHour + slot, sales.sales(slot), sales.refunds(slot), sales.receipts(slot));
            }
            changed[word] = 0;
        }
        isChanged = false;
    }

    /** The first hour of a day in which anything was sold, or nothing. */
    OptionalInt firstSold(int day) {
        int from = (day - firstDay) * ReportingHour.PER_DAY;
        for (int slot = from; slot < from + ReportingHour.PER_DAY; slot++) {
            if (sales.receipts(slot) > 0) {
                return OptionalInt.of(firstHour + slot);
            }
        }
        return OptionalInt.empty();
    }

    private boolean isChanged(int firstSlotOfDay) {
        int word = firstSlotOfDay >>> 6;
        int shift = firstSlotOfDay & 63;
        long marks = changed[word] >>> shift;
        if (shift > Long.SIZE - ReportingHour.PER_DAY) {
            marks |= changed[word + 1] << (Long.SIZE - shift);
        }
        return (marks & MARKS_OF_A_DAY) != 0;
    }

    boolean isChanged() {
        return isChanged;
    }

    /** Whether it holds what the shelf does not. */
    boolean isWritten() {
        return written;
    }

    SalesBlock sales() {
        return sales;
    }
}

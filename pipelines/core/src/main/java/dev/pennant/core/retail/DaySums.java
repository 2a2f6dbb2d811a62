package dev.pennant.core.retail;

import dev.pennant.core.packed.NumberReader;
import dev.pennant.core.packed.NumberWriter;
import dev.pennant.core.period.ReportingDay;

/**
 * A number for each day of a year, and what they sum to from 1 January through any of them. The sums are brought up to date from the first
 * day that changed, so that asking again while only the last day changes costs one addition.
 */
final class DaySums {
    private final long[] days = new long[ReportingDay.MOST_OF_A_YEAR];
    private final long[] sums = new long[ReportingDay.MOST_OF_A_YEAR];
    private int firstStale;

    /** Adds to a day, 0 to 365. */
    void add(int dayOfYear, long amount) {
        days[dayOfYear] += amount;
        if (dayOfYear < firstStale) {
            firstStale = dayOfYear;
        }
    }

    /** Replaces the number of a day. */
    void set(int dayOfYear, long amount) {
        add(dayOfYear, amount - days[dayOfYear]);
    }

    long of(int dayOfYear) {
        return days[dayOfYear];
    }

    /** The sum of all days through one; 0 through day −1, the year before. */
    long through(int dayOfYear) {
        if (dayOfYear < 0) {
            return 0;
        }
        while (firstStale <= dayOfYear) {
            sums[firstStale] = (firstStale == 0 ? 0 : sums[firstStale - 1]) + days[firstStale];
            firstStale++;
        }
        return sums[dayOfYear];
    }

    void write(NumberWriter out) {
        int last = days.length - 1;
        while (last >= 0 && days[last] == 0) {
            last--;
        }
        out.put(last + 1);
        for (int day = 0; day <= last; day++) {
            out.putSigned(days[day]);
        }
    }

    static DaySums read(NumberReader in) {
        DaySums read = new DaySums();
        int count = in.nextInt();
        for (int day = 0; day < count; day++) {
            read.days[day] = in.nextSigned();
        }
        return read;
    }
}

package dev.pennant.core.period;

import java.time.LocalDate;

/**
 * One day by itself, or as much of it as has gone by: the period of a figure that begins anew every day.
 *
 * @param day the day, of Asia/Shanghai
 * @param hours how many hours of it are covered, 1 to 24; no part of the period's identity in the contracts
 */
public record SingleDay(LocalDate day, int hours) implements Period {
    /** The hours of a day that is over. */
    static final int WHOLE = 24;

    /** @throws IllegalArgumentException when the hours are not 1 to 24, or the year has not four digits */
    public SingleDay {
        check(day, hours);
    }

    static void check(LocalDate day, int hours) {
        if (hours < 1 || hours > WHOLE) {
            throw new IllegalArgumentException("a day of " + hours + " hours is not between 1 and " + WHOLE);
        }
        if (day.getYear() < 1000 || day.getYear() > 9999) {
            throw new IllegalArgumentException("year " + day.getYear() + " has not four digits");
        }
    }

    /** {@code 10月7日}, with the hour while the day is under way: {@code 10月7日14时}. */
    @Override
    public String label() {
        return day.getMonthValue() + "月" + day.getDayOfMonth() + "日" + (hours < WHOLE ? hours + "时" : "");
    }

    /** The contract's spelling, {@code 2020-10-07}. */
    @Override
    public String toString() {
        return day.toString();
    }
}

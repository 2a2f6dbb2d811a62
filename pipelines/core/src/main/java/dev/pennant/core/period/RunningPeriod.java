package dev.pennant.core.period;

import dev.pennant.core.Quotation;
import java.time.DateTimeException;
import java.time.LocalDate;

/**
 * The days of a year from 1 January through one of them, the period of a figure that runs on by the day: one of {@code 2020-10-07} covers
 * 1 January through 7 October 2020, or as much of that day as has gone by.
 *
 * @param day the last day covered, of Asia/Shanghai
 * @param hours how many hours of that day are covered, 1 to 24; no part of the period's identity in the contracts
 */
public record RunningPeriod(LocalDate day, int hours) implements Period {
    /** @throws IllegalArgumentException when the hours are not 1 to 24, or the year has not four digits */
    public RunningPeriod {
        SingleDay.check(day, hours);
    }

    /** Through the whole of a day. */
    public static RunningPeriod through(LocalDate day) {
        return new RunningPeriod(day, SingleDay.WHOLE);
    }

    /**
     * Reads {@code 2020-10-07}, as a whole day.
     *
     * @throws IllegalArgumentException when the text is no day
     */
    public static RunningPeriod parse(String text) {
        try {
            Digits digits = new Digits(text, "0000-00-00");
            return through(LocalDate.of(digits.number(0, 4), digits.number(5, 7), digits.number(8, 10)));
        } catch (DateTimeException | IllegalArgumentException noDay) {
            throw new IllegalArgumentException(Quotation.of(text) + " is not a day like 2020-10-07", noDay);
        }
    }

    /** {@code 1月1日-10月7日}, with the hour while the day is under way: {@code 1月1日-10月7日14时}. */
    @Override
    public String label() {
        String through = new SingleDay(day, hours).label();
        return day.getDayOfYear() == 1 ? through : "1月1日-" + through;
    }

    /** The contract's spelling, {@code 2020-10-07}. */
    @Override
    public String toString() {
        return day.toString();
    }
}

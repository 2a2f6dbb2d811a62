package dev.pennant.core.period;

import dev.pennant.core.Quotation;
import java.time.YearMonth;
import java.util.Comparator;

/**
 * The months of a year from January through one of them (1-N月), the period of Chinese monthly statistics: a figure of
 * {@code 2020-10} covers January through October 2020.
 *
 * @param year calendar year
 * @param month the last month covered, 1 to 12
 */
public record CumulativePeriod(int year, int month) implements Period, Comparable<CumulativePeriod> {
    private static final Comparator<CumulativePeriod> IN_TIME =
            Comparator.comparingInt(CumulativePeriod::year).thenComparingInt(CumulativePeriod::month);

    /** @throws IllegalArgumentException when the month is not 1 to 12, or the year has not four digits */
    public CumulativePeriod {
        if (month < 1 || month > 12) {
            throw new IllegalArgumentException("month " + month + " is not between 1 and 12");
        }
        if (year < 1000 || year > 9999) {
            throw new IllegalArgumentException("year " + year + " has not four digits");
        }
    }

    /** The period that ends with the given month. */
    public static CumulativePeriod through(YearMonth month) {
        return new CumulativePeriod(month.getYear(), month.getMonthValue());
    }

    /**
     * Reads {@code 2020-10}.
     *
     * @throws IllegalArgumentException when the text is no year and month
     */
    public static CumulativePeriod parse(String text) {
        try {
            Digits digits = new Digits(text, "0000-00");
            return new CumulativePeriod(digits.number(0, 4), digits.number(5, 7));
        } catch (IllegalArgumentException noMonth) {
            throw new IllegalArgumentException(Quotation.of(text) + " is not a month like 2020-10", noMonth);
        }
    }

    /** The last month covered; a period's roster is the one in force in this month. */
    public YearMonth lastMonth() {
        return YearMonth.of(year, month);
    }

    /** The same months of the year before, the base of a year-over-year growth. */
    public CumulativePeriod lastYear() {
        return new CumulativePeriod(year - 1, month);
    }

    /** As Chinese statistics print it: {@code 1-10月}, with {@code 一季度}, {@code 上半年}, {@code 前三季度} and {@code 全年}. */
    @Override
    public String label() {
        return switch (month) {
            case 1 -> "1月";
            case 3 -> "一季度";
            case 6 -> "上半年";
            case 9 -> "前三季度";
            case 12 -> "全年";
            default -> "1-" + month + "月";
        };
    }

    @Override
    public int compareTo(CumulativePeriod other) {
        return IN_TIME.compare(this, other);
    }

    /** The contract's spelling, {@code 2020-10}. */
    @Override
    public String toString() {
        return lastMonth().toString();
    }
}

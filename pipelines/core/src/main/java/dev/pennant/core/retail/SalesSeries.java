package dev.pennant.core.retail;

import dev.pennant.core.period.ReportingHour;
import java.util.Optional;

/** The sales of a unit, or of one of its categories, over all years. */
interface SalesSeries {
    /** A year's sales, or nothing where nothing was sold. */
    Optional<SalesYear> year(int year);

    /** What was sold in the first hours of a day, refunds taken off, in fen. */
    long inFirstHours(int day, int hours);

    /** What was sold in a range and in its base, or nothing where nothing was sold in either. */
    default Optional<RunningSum> sum(ComparedRange range) {
        Optional<SalesYear> current = year(range.year()).filter(year -> year.soldBefore(range.end()));
        Optional<SalesYear> base = year(range.year() - 1).filter(year -> year.soldBefore(range.baseEnd()));
        if (current.isEmpty() && base.isEmpty()) {
            return Optional.empty();
        }
        long value = current.map(year -> year.through(range.day())).orElse(0L);
        return Optional.of(base.map(year -> new RunningSum(value, baseOf(year, range), true))
                .orElse(new RunningSum(value, 0, false)));
    }

    /** Whether anything in either year's range was made up. */
    default boolean isSynthetic(ComparedRange range) {
        return year(range.year())
                        .filter(year -> year.isSyntheticThrough(range.day()))
                        .isPresent()
                || year(range.year() - 1)
                        .filter(year -> year.isSyntheticThrough(range.baseDay()))
                        .isPresent();
    }

    /** The sums of a range, or nothing where nothing is to be told of it. */
    default Optional<RunningSum> told(ComparedRange range, boolean again) {
        return sum(range).or(() -> again ? Optional.of(RunningSum.NOTHING) : Optional.empty());
    }

    private long baseOf(SalesYear year, ComparedRange range) {
        int hours = ReportingHour.hourOfDay(range.baseEnd() - 1) + 1;
        return hours == ReportingHour.PER_DAY
                ? year.through(range.baseDay())
                : year.through(range.baseDay() - 1) + inFirstHours(range.baseDay(), hours);
    }
}

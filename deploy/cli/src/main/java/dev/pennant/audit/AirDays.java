package dev.pennant.audit;

import dev.pennant.core.air.AirLevel;
import dev.pennant.core.air.AirSpan;
import dev.pennant.core.air.Pollutant;
import dev.pennant.core.period.ReportingHour;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Predicate;

/**
 * The days of a unit in a year through one of them.
 *
 * @param first the first of January
 * @param last the last day of the span
 * @param known those of which anything is known, in their order
 */
record AirDays(LocalDate first, LocalDate last, List<AirUnitDay> known) {
    /** Those of a span among the days of several years. */
    static AirDays of(AirSpan span, List<AirUnitDay> days) {
        LocalDate first = ReportingHour.date(span.first());
        LocalDate last = ReportingHour.date(span.last());
        return new AirDays(
                first,
                last,
                days.stream()
                        .filter(day -> !day.day().isBefore(first) && !day.day().isAfter(last))
                        .toList());
    }

    long days() {
        return last.toEpochDay() - first.toEpochDay() + 1;
    }

    long count(Predicate<AirUnitDay> which) {
        return known.stream().filter(which).count();
    }

    long count(AirLevel level) {
        return count(day -> day.level().filter(level::equals).isPresent());
    }

    List<AirUnitDay> counted(Pollutant pollutant) {
        return known.stream().filter(day -> day.isCounted(pollutant)).toList();
    }

    /** The sum of the values that count, in the pollutant's measure. */
    Quotient sum(Pollutant pollutant) {
        return counted(pollutant).stream().map(day -> day.value(pollutant)).reduce(Quotient.ZERO, Quotient::plus);
    }

    /** The days whose values count, the lowest first. */
    List<AirUnitDay> rising(Pollutant pollutant) {
        return counted(pollutant).stream()
                .sorted((one, other) -> one.value(pollutant).compareTo(other.value(pollutant)))
                .toList();
    }
}

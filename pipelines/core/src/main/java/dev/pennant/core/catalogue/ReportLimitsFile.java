package dev.pennant.core.catalogue;

import dev.pennant.core.indicator.Money;
import dev.pennant.core.period.CumulativePeriod;
import dev.pennant.core.revenue.ReportLimits;
import java.io.Reader;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Reads {@code report-limits.yaml}. */
final class ReportLimitsFile {
    private ReportLimitsFile() {}

    static Optional<ReportLimits> read(String file, Reader text, List<CatalogueProblem> problems) {
        int problemsBefore = problems.size();
        Optional<YamlMapping> root = YamlMapping.of(file, text, problems);
        if (root.isEmpty()) {
            return Optional.empty();
        }
        YamlMapping entry = root.get();
        Optional<CumulativePeriod> earliest = entry.value("earliest_period", CumulativePeriod::parse);
        Optional<Integer> firstMonth = entry.value("first_month", ReportLimitsFile::month);
        Optional<Money> largest = entry.value("largest_amount_yuan", Money::ofYuan);
        Optional<BigDecimal> ratio = entry.value("retail_to_revenue", ReportLimitsFile::ratio);
        Optional<Duration> tolerance =
                entry.value("clock_tolerance_hours", hours -> Duration.ofHours(wholeNumber(hours)));
        entry.mapping("basis").ifPresent(IndicatorFile::basis);
        entry.nothingElse();
        if (problems.size() > problemsBefore) {
            return Optional.empty();
        }
        return Optional.of(new ReportLimits(
                earliest.orElseThrow(),
                firstMonth.orElseThrow(),
                largest.orElseThrow(),
                ratio.orElseThrow(),
                tolerance.orElseThrow()));
    }

    private static int month(String text) {
        int month = wholeNumber(text);
        if (month < 1 || month > 12) {
            throw new IllegalArgumentException("a month is 1 to 12");
        }
        return month;
    }

    private static BigDecimal ratio(String text) {
        try {
            BigDecimal ratio = new BigDecimal(text);
            if (ratio.signum() > 0) {
                return ratio;
            }
        } catch (NumberFormatException noNumber) {
            throw new IllegalArgumentException("a ratio is a number like 1.13", noNumber);
        }
        throw new IllegalArgumentException("a ratio is above zero");
    }

    private static int wholeNumber(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException noNumber) {
            throw new IllegalArgumentException("a whole number is expected", noNumber);
        }
    }
}

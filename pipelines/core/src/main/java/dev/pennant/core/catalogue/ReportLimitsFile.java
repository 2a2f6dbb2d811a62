package dev.pennant.core.catalogue;

import dev.pennant.core.indicator.Money;
import dev.pennant.core.period.CumulativePeriod;
import dev.pennant.core.revenue.ReportLimits;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads {@code report-limits.yaml}. */
final class ReportLimitsFile {
    private static final Pattern RATIO = Pattern.compile("\\d{1,6}(\\.\\d{1,6})?");

    private ReportLimitsFile() {}

    static Optional<ReportLimits> read(CatalogueText text, List<CatalogueProblem> problems) {
        int problemsBefore = problems.size();
        Optional<YamlMapping> root = YamlMapping.of(text, problems);
        if (root.isEmpty()) {
            return Optional.empty();
        }
        YamlMapping entry = root.get();
        Optional<CumulativePeriod> earliest = entry.value("earliest_period", CumulativePeriod::parse);
        Optional<Integer> firstMonth = entry.value("first_month", ReportLimitsFile::month);
        Optional<Money> largest = entry.value("largest_amount_yuan", LimitValues::amount);
        Optional<BigDecimal> ratio = entry.value("retail_to_revenue", ReportLimitsFile::ratio);
        Optional<Duration> tolerance = entry.value("clock_tolerance_hours", LimitValues::hours);
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
        int month = LimitValues.wholeNumber(text);
        if (month < 1 || month > 12) {
            throw new IllegalArgumentException("a month is 1 to 12");
        }
        return month;
    }

    private static BigDecimal ratio(String text) {
        if (!RATIO.matcher(text).matches() || new BigDecimal(text).signum() == 0) {
            throw new IllegalArgumentException("a ratio is a number above zero, like 1.13");
        }
        return new BigDecimal(text);
    }
}

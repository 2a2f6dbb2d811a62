package dev.pennant.core.catalogue;

import dev.pennant.core.indicator.Money;
import dev.pennant.core.period.ReportingHour;
import dev.pennant.core.period.RunningPeriod;
import dev.pennant.core.retail.ReceiptLimits;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Reads {@code receipt-limits.yaml}. */
final class ReceiptLimitsFile {
    private ReceiptLimitsFile() {}

    static Optional<ReceiptLimits> read(CatalogueText text, List<CatalogueProblem> problems) {
        int problemsBefore = problems.size();
        Optional<YamlMapping> root = YamlMapping.of(text, problems);
        if (root.isEmpty()) {
            return Optional.empty();
        }
        YamlMapping entry = root.get();
        Optional<LocalDate> earliest = entry.value("earliest_day", ReceiptLimitsFile::day);
        Optional<Money> largest = entry.value("largest_amount_yuan", LimitValues::amount);
        Optional<Duration> tolerance = entry.value("clock_tolerance_hours", LimitValues::hours);
        entry.mapping("basis").ifPresent(IndicatorFile::basis);
        entry.nothingElse();
        if (problems.size() > problemsBefore) {
            return Optional.empty();
        }
        return Optional.of(new ReceiptLimits(earliest.orElseThrow(), largest.orElseThrow(), tolerance.orElseThrow()));
    }

    private static LocalDate day(String text) {
        LocalDate day = RunningPeriod.parse(text).day();
        if (day.isBefore(ReportingHour.FIRST_DAY)) {
            throw new IllegalArgumentException(
                    "receipts are counted from " + ReportingHour.FIRST_DAY + " on at the earliest");
        }
        return day;
    }
}

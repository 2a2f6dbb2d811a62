package dev.pennant.core.catalogue;

import dev.pennant.core.air.AirLimits;
import dev.pennant.core.air.Pollutant;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads {@code air-limits.yaml}. */
final class AirLimitsFile {
    private AirLimitsFile() {}

    static Optional<AirLimits> read(CatalogueText text, List<CatalogueProblem> problems) {
        int problemsBefore = problems.size();
        Optional<YamlMapping> root = YamlMapping.of(text, problems);
        if (root.isEmpty()) {
            return Optional.empty();
        }
        YamlMapping entry = root.get();
        Optional<Integer> years = entry.value("correctable_years", LimitValues::wholeNumber);
        Optional<Duration> tolerance = entry.value("clock_tolerance_hours", LimitValues::hours);
        Map<Pollutant, Integer> range = new EnumMap<>(Pollutant.class);
        entry.mapping("range").ifPresent(ranges -> {
            for (Pollutant pollutant : Pollutant.all()) {
                ranges.value(pollutant.name(), LimitValues::wholeNumber)
                        .ifPresent(
                                most -> range.put(pollutant, most * pollutant.stepsOfUnit() * pollutant.ticksOfStep()));
            }
            ranges.nothingElse();
        });
        Optional<Integer> above = entry.value("pm2_5_above_pm10_percent", LimitValues::wholeNumber);
        entry.mapping("basis").ifPresent(IndicatorFile::basis);
        entry.nothingElse();
        if (problems.size() > problemsBefore) {
            return Optional.empty();
        }
        try {
            return Optional.of(new AirLimits(years.orElseThrow(), tolerance.orElseThrow(), range, above.orElseThrow()));
        } catch (IllegalArgumentException mistake) {
            entry.problem(entry.line(), mistake.getMessage());
            return Optional.empty();
        }
    }
}

package dev.pennant.core.catalogue;

import dev.pennant.core.air.AirStandard;
import dev.pennant.core.air.AirStandards;
import dev.pennant.core.air.AirValidity;
import dev.pennant.core.air.AnnualLimits;
import dev.pennant.core.air.BeyondTheEnd;
import dev.pennant.core.air.BreakpointColumn;
import dev.pennant.core.air.MissingItems;
import dev.pennant.core.air.Pollutant;
import dev.pennant.core.period.RunningPeriod;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Reads {@code air-standards.yaml}. */
final class AirStandardsFile {
    /** The columns in which the standards differ; the others are common to all. */
    private static final Set<BreakpointColumn> OWN = EnumSet.of(BreakpointColumn.PM10_24H, BreakpointColumn.PM2_5_24H);

    private static final Map<Pollutant, String> LIMITED = Map.of(Pollutant.CO, "CO_P95", Pollutant.O3, "O3_P90");

    private final YamlMapping root;
    private final List<CatalogueProblem> problems;

    private AirStandardsFile(YamlMapping root, List<CatalogueProblem> problems) {
        this.root = root;
        this.problems = problems;
    }

    static Optional<AirStandards> read(CatalogueText text, List<CatalogueProblem> problems) {
        return YamlMapping.of(text, problems).flatMap(root -> new AirStandardsFile(root, problems).read());
    }

    private Optional<AirStandards> read() {
        int problemsBefore = problems.size();
        List<Integer> indices = root.values("index", LimitValues::wholeNumber);
        Map<BreakpointColumn, List<Integer>> common = new EnumMap<>(BreakpointColumn.class);
        root.mapping("common_columns").ifPresent(columns -> {
            common.putAll(columns(columns, EnumSet.complementOf(EnumSet.copyOf(OWN))));
            columns.nothingElse();
        });
        List<Optional<AirStandard>> standards = root.mappings("standards").stream()
                .map(entry -> standard(entry, indices, common))
                .toList();
        List<Optional<AnnualLimits>> limits =
                root.mappings("annual_limits").stream().map(this::limits).toList();
        Optional<AirValidity> validity = root.mapping("validity").flatMap(this::validity);
        Map<Pollutant, Integer> percentiles = new EnumMap<>(Pollutant.class);
        root.mapping("percentiles").ifPresent(entry -> {
            for (Pollutant pollutant : Pollutant.all()) {
                entry.value(pollutant.name(), LimitValues::wholeNumber)
                        .ifPresent(percentile -> percentiles.put(pollutant, percentile));
            }
            entry.nothingElse();
        });
        root.mapping("basis").ifPresent(IndicatorFile::basis);
        root.nothingElse();
        if (problems.size() > problemsBefore) {
            return Optional.empty();
        }
        return checked(
                root,
                () -> new AirStandards(
                        standards.stream().flatMap(Optional::stream).toList(),
                        limits.stream().flatMap(Optional::stream).toList(),
                        validity.orElseThrow(),
                        percentiles));
    }

    private Optional<AirStandard> standard(
            YamlMapping entry, List<Integer> indices, Map<BreakpointColumn, List<Integer>> common) {
        int problemsBefore = problems.size();
        Optional<String> id = entry.text("id");
        Optional<LocalDate> from = entry.value("from", AirStandardsFile::day);
        Optional<BeyondTheEnd> beyond = entry.value("beyond_the_end", YamlMapping.oneOf(BeyondTheEnd.class));
        Optional<MissingItems> missing = entry.value("missing_items", YamlMapping.oneOf(MissingItems.class));
        Map<BreakpointColumn, List<Integer>> columns = columns(entry, OWN);
        entry.nothingElse();
        if (problems.size() > problemsBefore) {
            return Optional.empty();
        }
        columns.putAll(common);
        return checked(
                entry,
                () -> new AirStandard(
                        id.orElseThrow(),
                        from.orElseThrow(),
                        indices,
                        columns,
                        beyond.orElseThrow(),
                        missing.orElseThrow()));
    }

    private static Map<BreakpointColumn, List<Integer>> columns(YamlMapping entry, Set<BreakpointColumn> which) {
        Map<BreakpointColumn, List<Integer>> columns = new EnumMap<>(BreakpointColumn.class);
        for (BreakpointColumn column : which) {
            columns.put(column, entry.values(column.name(), text -> steps(text, column.decimals())));
        }
        return columns;
    }

    private Optional<AnnualLimits> limits(YamlMapping entry) {
        int problemsBefore = problems.size();
        Optional<String> id = entry.text("id");
        Optional<LocalDate> from = entry.value("from", AirStandardsFile::day);
        Map<Pollutant, Integer> steps = new EnumMap<>(Pollutant.class);
        for (Pollutant pollutant : Pollutant.all()) {
            entry.value(LIMITED.getOrDefault(pollutant, pollutant.name()), text -> steps(text, pollutant.decimals()))
                    .ifPresent(limit -> steps.put(pollutant, limit));
        }
        entry.nothingElse();
        if (problems.size() > problemsBefore) {
            return Optional.empty();
        }
        return checked(entry, () -> new AnnualLimits(id.orElseThrow(), from.orElseThrow(), steps));
    }

    private Optional<AirValidity> validity(YamlMapping entry) {
        int problemsBefore = problems.size();
        Optional<Integer> hoursOfDay = entry.value("hours_of_day", LimitValues::wholeNumber);
        Optional<Integer> hoursOfEight = entry.value("hours_of_eight", LimitValues::wholeNumber);
        Optional<Integer> eightHourMeans = entry.value("eight_hour_means_of_day", LimitValues::wholeNumber);
        Optional<Integer> o3ValidAbove = entry.value("o3_8h_valid_above", LimitValues::wholeNumber);
        Optional<Integer> daysOfMonth = entry.value("days_of_month", LimitValues::wholeNumber);
        Optional<Integer> daysOfFebruary = entry.value("days_of_february", LimitValues::wholeNumber);
        Optional<Integer> daysOfYear = entry.value("days_of_year", LimitValues::wholeNumber);
        entry.nothingElse();
        if (problems.size() > problemsBefore) {
            return Optional.empty();
        }
        return checked(
                entry,
                () -> new AirValidity(
                        hoursOfDay.orElseThrow(),
                        hoursOfEight.orElseThrow(),
                        eightHourMeans.orElseThrow(),
                        o3ValidAbove.orElseThrow(),
                        daysOfMonth.orElseThrow(),
                        daysOfFebruary.orElseThrow(),
                        daysOfYear.orElseThrow()));
    }

    private static <T> Optional<T> checked(YamlMapping entry, Supplier<T> read) {
        try {
            return Optional.of(read.get());
        } catch (IllegalArgumentException mistake) {
            entry.problem(entry.line(), mistake.getMessage());
            return Optional.empty();
        }
    }

    /** A concentration in steps of its decimals; {@code 2} of CO is 20. */
    private static int steps(String text, int decimals) {
        return new BigDecimal(text).movePointRight(decimals).intValueExact();
    }

    private static LocalDate day(String text) {
        return RunningPeriod.parse(text).day();
    }
}

package dev.pennant.core.air;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Calculates at once, from all readings together and in the plainest way, what is kept up step by step elsewhere. */
final class AirOracle {
    private final AirSeason season;
    private final AirStandards standards;
    private final Map<List<Integer>, Reading> standing = new HashMap<>();

    AirOracle(AirSeason season, AirStandards standards) {
        this.season = season;
        this.standards = standards;
        for (Reading reading : season.readings()) {
            standing.merge(
                    List.of(reading.station(), reading.hour()),
                    reading,
                    (one, other) -> one.revision() >= other.revision() ? one : other);
        }
    }

    /** A pollutant's value of an hour in steps, over some stations. */
    Optional<BigDecimal> hour(List<Integer> stations, int hour, Pollutant pollutant) {
        List<Exact> values = new ArrayList<>();
        for (int station : stations) {
            ticks(station, hour, pollutant).ifPresent(values::add);
        }
        return values.isEmpty()
                ? Optional.empty()
                : Optional.of(inSteps(Exact.mean(values), pollutant).rounded(0));
    }

    /** A pollutant's value of a day in steps, over some stations. */
    Optional<Exact> day(List<Integer> stations, int day, Pollutant pollutant) {
        List<Exact> values = new ArrayList<>();
        for (int station : stations) {
            (pollutant == Pollutant.O3 ? largestOfEight(station, day) : ofHours(station, day, pollutant, 0, 24, 20))
                    .ifPresent(values::add);
        }
        return values.isEmpty() ? Optional.empty() : Optional.of(inSteps(Exact.mean(values), pollutant));
    }

    /** The published statistics of the days of a span, as texts by name; one standard judges all days, or to each its own. */
    Map<String, String> statistics(
            List<Integer> stations, int first, int last, Optional<AirStandard> judge, AnnualLimits limits) {
        Map<String, String> shown = new TreeMap<>();
        Map<AirLevel, Integer> levels = new TreeMap<>();
        for (int day = first; day <= last; day++) {
            int[] steps = new int[Pollutant.COUNT];
            for (Pollutant pollutant : Pollutant.all()) {
                steps[pollutant.place()] = day(stations, day, pollutant)
                        .map(value -> value.rounded(0).intValueExact())
                        .orElse(Pollutant.MISSING);
            }
            judge.orElse(standards.on(day)).day(steps).level().ifPresent(level -> levels.merge(level, 1, Integer::sum));
        }
        shown.put("levels", levels.toString());
        Exact composite = Exact.of(0, 1);
        for (Pollutant pollutant : Pollutant.all()) {
            List<Exact> days = new ArrayList<>();
            for (int day = first; day <= last; day++) {
                boolean left = season.dustDays().contains(day) && pollutant.id().startsWith("pm");
                if (!left) {
                    day(stations, day, pollutant).ifPresent(days::add);
                }
            }
            if (days.isEmpty()) {
                return shown;
            }
            Exact mean = Exact.mean(days);
            Exact percentile = percentile(days, standards.percentile(pollutant));
            shown.put(pollutant.id(), mean.rounded(0) + " " + percentile.rounded(0));
            int limit = limits.of(pollutant);
            Exact judged = pollutant == Pollutant.CO || pollutant == Pollutant.O3 ? percentile : mean;
            composite = composite.plus(judged.times(Exact.of(1, limit)));
        }
        shown.put("composite", composite.rounded(2).toPlainString());
        return shown;
    }

    private static Exact percentile(List<Exact> days, int hundredths) {
        List<Exact> sorted = days.stream().sorted().toList();
        Exact rank = Exact.of((sorted.size() - 1L) * hundredths, 100);
        int lower = rank.over().divide(rank.under()).intValueExact();
        Exact share = rank.plus(Exact.of(-lower, 1));
        if (share.over().signum() == 0) {
            return sorted.get(lower);
        }
        Exact step = sorted.get(lower + 1).plus(sorted.get(lower).times(Exact.of(-1, 1)));
        return sorted.get(lower).plus(step.times(share));
    }

    private Optional<Exact> largestOfEight(int station, int day) {
        List<Exact> means = new ArrayList<>();
        for (int end = 8; end <= 24; end++) {
            ofHours(station, day, Pollutant.O3, end - 8, end, 6).ifPresent(means::add);
        }
        Optional<Exact> largest = means.stream().max(Exact::compareTo);
        boolean isAbove = largest.map(value -> inSteps(value, Pollutant.O3).rounded(0))
                .filter(value -> value.intValueExact() > 160)
                .isPresent();
        return means.size() >= 14 || isAbove ? largest : Optional.empty();
    }

    private Optional<Exact> ofHours(int station, int day, Pollutant pollutant, int from, int to, int needed) {
        List<Exact> values = new ArrayList<>();
        for (int hour = day * 24 + from; hour < day * 24 + to; hour++) {
            ticks(station, hour, pollutant).ifPresent(values::add);
        }
        return values.size() < needed ? Optional.empty() : Optional.of(Exact.mean(values));
    }

    private Optional<Exact> ticks(int station, int hour, Pollutant pollutant) {
        return Optional.ofNullable(standing.get(List.of(station, hour)))
                .map(reading -> reading.ticks().get(pollutant.place()))
                .filter(ticks -> ticks != Pollutant.MISSING)
                .map(ticks -> Exact.of(ticks, 1));
    }

    private static Exact inSteps(Exact ticks, Pollutant pollutant) {
        return ticks.times(Exact.of(1, pollutant == Pollutant.CO ? 100 : 10));
    }
}

package dev.pennant.core.air;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Adds up a span's days one after the other, and tells the statistics of those so far. */
public final class DayStatistics {
    private final AirStandards standards;
    private final int[] validDays = new int[Pollutant.COUNT];
    private final List<SumOfDays> sums = new ArrayList<>(Pollutant.COUNT);
    private final List<SortedDays> sorted = new ArrayList<>(Pollutant.COUNT);
    private final LevelCount levels = new LevelCount();
    private final Map<AirStandard, LevelCount> levelsByStandard = new LinkedHashMap<>();

    /** Begins with no day. */
    public DayStatistics(AirStandards standards) {
        this.standards = standards;
        for (int place = 0; place < Pollutant.COUNT; place++) {
            sums.add(new SumOfDays());
            sorted.add(new SortedDays());
        }
        standards.standards().forEach(standard -> levelsByStandard.put(standard, new LevelCount()));
    }

    /**
     * Adds a day. Sand and dust add to particulates, so their statistics leave dust days out; whether a day is a good one, and how many days
     * are valid, is counted with them.
     *
     * @param day which day, by which its standard is found
     * @param means its valid values
     * @param dust whether it is a day of sand and dust
     */
    public void add(int day, StationMeans means, boolean dust) {
        int[] steps = means.steps();
        AirStandard own = standards.on(day);
        levelsByStandard.forEach((standard, count) -> {
            AirIndex index = standard.day(steps);
            count.add(index);
            if (standard.equals(own)) {
                levels.add(index);
            }
        });
        for (Pollutant pollutant : Pollutant.all()) {
            if (!means.isMissing(pollutant)) {
                validDays[pollutant.place()]++;
                if (!(dust && pollutant.isParticulate())) {
                    sums.get(pollutant.place()).add(means.sum(pollutant), means.stations(pollutant));
                    sorted.get(pollutant.place()).add(means.sum(pollutant), means.stations(pollutant));
                }
            }
        }
    }

    /** The statistics of the days so far, each judged by its own standard; the span says whose days these are. */
    public AirStatistics published(AirSpan span) {
        return of(span, levels, standards.limitsOn(span.last()));
    }

    /**
     * The statistics of the days so far to compare a later span's with: all judged by the standard and the limits of that one's last day, so that
     * a change of standards is no change of the air.
     *
     * @param span whose days these are
     * @param comparedThrough the last day of the later span
     */
    public AirStatistics base(AirSpan span, int comparedThrough) {
        return of(span, levelsByStandard.get(standards.on(comparedThrough)), standards.limitsOn(comparedThrough));
    }

    private AirStatistics of(AirSpan span, LevelCount count, AnnualLimits limits) {
        Map<Pollutant, PollutantStatistics> pollutants = new EnumMap<>(Pollutant.class);
        List<Shortage> shortages = new ArrayList<>(0);
        int needed = span.daysNeeded(standards.validity());
        for (Pollutant pollutant : Pollutant.all()) {
            int days = validDays[pollutant.place()];
            if (days < needed) {
                shortages.add(new Shortage(pollutant, days, needed, Shortage.Counted.VALID_DAYS));
            }
            if (sums.get(pollutant.place()).days() > 0) {
                pollutants.put(pollutant, of(pollutant, limits));
            }
        }
        return new AirStatistics(span, pollutants, count, needed, shortages);
    }

    private PollutantStatistics of(Pollutant pollutant, AnnualLimits limits) {
        long partsOfStep = (long) StationMeans.PARTS_OF_DAY * pollutant.ticksOfStep();
        Fraction mean = sums.get(pollutant.place()).mean().dividedBy(partsOfStep);
        Fraction percentile = sorted.get(pollutant.place())
                .percentile(standards.percentile(pollutant))
                .dividedBy(partsOfStep);
        return new PollutantStatistics(pollutant, validDays[pollutant.place()], mean, percentile, limits.of(pollutant));
    }
}

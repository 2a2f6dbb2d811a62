package dev.pennant.core.revenue;

import dev.pennant.core.indicator.Coverage;
import dev.pennant.core.indicator.Growth;
import dev.pennant.core.indicator.IndicatorValue;
import dev.pennant.core.indicator.Version;
import dev.pennant.core.period.CumulativePeriod;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One indicator of one unit over all periods: comparable sums of both years (可比口径) and coverage, kept up by the changes that its enterprises'
 * filings and registrations make.
 *
 * <p>It keeps a few numbers a period, for every period of which a report counts: the periods that {@link FilingRules} lets in bound it.
 */
public final class UnitRevenue {
    private final NavigableMap<CumulativePeriod, Total> totals = new TreeMap<>();
    private final NavigableMap<YearMonth, Integer> rosterChanges = new TreeMap<>();
    private Version version;

    /** A unit of which nothing is known. */
    public UnitRevenue() {
        this(new Version(0, 0), Map.of(), Map.of());
    }

    /** A unit as kept in state. */
    public UnitRevenue(Version version, Map<CumulativePeriod, Total> totals, Map<YearMonth, Integer> rosterChanges) {
        this.version = version;
        this.totals.putAll(totals);
        this.rosterChanges.putAll(rosterChanges);
    }

    /**
     * Applies a change.
     *
     * @param runEpoch the epoch of the present run, see {@link Version}
     * @return the periods whose value may be different now
     */
    public Collection<CumulativePeriod> apply(UnitChange change, long runEpoch) {
        version = version.next(runEpoch);
        if (change instanceof UnitChange.OfTotal total) {
            Total sum = totals.getOrDefault(total.period(), Total.NONE).plus(Total.of(total));
            if (sum.equals(Total.NONE)) {
                totals.remove(total.period());
            } else {
                totals.put(total.period(), sum);
            }
            return List.of(total.period());
        }
        UnitChange.OfRoster roster = (UnitChange.OfRoster) change;
        turn(roster.from(), roster.enterprises());
        roster.to().ifPresent(last -> turn(last.plusMonths(1), -roster.enterprises()));
        return List.copyOf(reportedBetween(roster.from(), roster.to()).keySet());
    }

    /** The value of a period as it stands; a period of which no report counts has the value 0, with a coverage of none. */
    public IndicatorValue value(String unit, RevenueIndicator indicator, CumulativePeriod period, Instant now) {
        Total total = totals.getOrDefault(period, Total.NONE);
        YearOverYear amounts = total.amounts();
        return new IndicatorValue(
                indicator.id(),
                unit,
                period,
                indicator.measure(),
                indicator.measure().of(amounts.current()),
                indicator.measure().of(amounts.lastYear()),
                Growth.ofAmounts(amounts.current(), amounts.lastYear(), indicator.growthRounding()),
                new Coverage(total.reports(), expected(period)),
                total.syntheticReports() > 0,
                version,
                now);
    }

    /** The version of the last change. */
    public Version version() {
        return version;
    }

    /** The sums by period. */
    public NavigableMap<CumulativePeriod, Total> totals() {
        return Collections.unmodifiableNavigableMap(totals);
    }

    /** By how many enterprises the roster grows or shrinks with the beginning of a month. */
    public NavigableMap<YearMonth, Integer> rosterChanges() {
        return Collections.unmodifiableNavigableMap(rosterChanges);
    }

    private int expected(CumulativePeriod period) {
        int enterprises = 0;
        for (int change : rosterChanges.headMap(period.lastMonth(), true).values()) {
            enterprises += change;
        }
        return enterprises;
    }

    private void turn(YearMonth month, int enterprises) {
        rosterChanges.merge(
                month, enterprises, (before, added) -> before + added == 0 ? null : (Integer) (before + added));
    }

    private SortedMap<CumulativePeriod, Total> reportedBetween(YearMonth from, Optional<YearMonth> to) {
        NavigableMap<CumulativePeriod, Total> since = totals.tailMap(CumulativePeriod.through(from), true);
        return to.map(last -> since.headMap(CumulativePeriod.through(last), true))
                .orElse(since);
    }

    /**
     * The sums of one period.
     *
     * @param amounts both years' sums
     * @param reports number of reports in them
     * @param syntheticReports how many of those are made up
     */
    public record Total(YearOverYear amounts, int reports, int syntheticReports) {
        private static final Total NONE = new Total(YearOverYear.ZERO, 0, 0);

        private static Total of(UnitChange.OfTotal change) {
            return new Total(change.amounts(), change.reports(), change.syntheticReports());
        }

        private Total plus(Total other) {
            return new Total(
                    amounts.plus(other.amounts), reports + other.reports, syntheticReports + other.syntheticReports);
        }
    }
}

package dev.pennant.season;

import dev.pennant.core.catalogue.Unit;
import dev.pennant.core.period.CumulativePeriod;
import dev.pennant.core.report.IndicatorReportForm;
import dev.pennant.core.report.Ratio;
import dev.pennant.season.SeasonEvent.Reported;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The made-up figures that departments report of the townships quarter by quarter, by the plans and strengths of the season. A figure never falls
 * from a quarter to the next, because it is cumulative. Where something was published, that is not made up again, and the quarters before lead to it.
 */
final class TownshipFigures {
    /** How much of a year has come through each quarter: more after the spring festival than before. */
    private static final Map<CumulativePeriod, Double> PART_OF_YEAR = Map.of(
            FigurePlan.QUARTERS.get(0), 0.22, FigurePlan.QUARTERS.get(1), 0.47, FigurePlan.QUARTERS.get(2), 0.72);

    private static final double REVISED = 0.04;

    private final Map<String, Double> sizes;
    private final Map<String, IndicatorReportForm> published;
    private final Map<String, BigDecimal> wholes = new HashMap<>();
    private final List<SeasonEvent> events = new ArrayList<>();

    private TownshipFigures(List<Unit> townships, List<IndicatorReportForm> published) {
        List<RosterPlan> rosters = RosterPlan.of(townships, PublishedFigures.read());
        double usual =
                rosters.stream().mapToInt(RosterPlan::enterprises).average().orElse(1);
        sizes = rosters.stream()
                .collect(Collectors.toMap(roster -> roster.unit().code(), roster -> roster.enterprises() / usual));
        this.published = published.stream()
                .collect(Collectors.toMap(report -> key(report.unit(), report.indicator()), report -> report));
    }

    /**
     * The reports, those that are filed again with other figures too.
     *
     * @param townships of the catalogue
     * @param published what need not be made up
     */
    static List<SeasonEvent> of(List<Unit> townships, List<IndicatorReportForm> published) {
        TownshipFigures figures = new TownshipFigures(townships, published);
        for (FigurePlan plan : FigurePlan.all()) {
            Strengths strengths = new Strengths(plan.field());
            strengths.units().stream()
                    .filter(figures.sizes::containsKey)
                    .forEach(unit -> figures.report(unit, plan, strengths));
        }
        return figures.events;
    }

    private void report(String unit, FigurePlan plan, Strengths strengths) {
        BigDecimal before = BigDecimal.ZERO;
        double lastYear = lastYear(unit, plan);
        for (CumulativePeriod quarter : FigurePlan.QUARTERS) {
            Draw draw = Draw.about("figure", unit, plan.indicator(), quarter.toString());
            double growth =
                    plan.growth().get(quarter) + plan.step() * (strengths.of(unit, quarter) + draw.normal(0, 0.2));
            if (plan.denominator().isPresent()) {
                reportShare(unit, plan, quarter, lastYear, growth, draw);
            } else {
                BigDecimal base = rounded(lastYear * PART_OF_YEAR.get(quarter), plan);
                BigDecimal value =
                        rounded(base.doubleValue() * (1 + growth / 100), plan).max(before);
                wholes.put(key(unit, plan.indicator()) + quarter, value);
                before = value;
                boolean isPublished = Optional.ofNullable(published.get(key(unit, plan.indicator())))
                        .filter(report -> report.period().equals(quarter.toString()))
                        .isPresent();
                if (!isPublished) {
                    file(unit, plan, quarter, Optional.of(value), base, Optional.empty(), draw);
                }
            }
        }
    }

    /** The figure of the whole year before: what leads to a published one, or a usual one in proportion to the unit's size. */
    private double lastYear(String unit, FigurePlan plan) {
        Draw draw = Draw.about("size", unit, plan.indicator());
        if (plan.denominator().isPresent()) {
            return draw.normal(plan.usual(), plan.usual() / 10);
        }
        return Optional.ofNullable(published.get(key(unit, plan.indicator())))
                .filter(report -> report.growth().isPresent())
                .map(report -> report.value().orElseThrow().doubleValue()
                        / (1 + report.growth().get().doubleValue() / 100)
                        / PART_OF_YEAR.get(CumulativePeriod.parse(report.period())))
                .orElseGet(() -> plan.usual() * sizes.get(unit) * draw.logNormal(1, 0.25));
    }

    private void reportShare(
            String unit, FigurePlan plan, CumulativePeriod quarter, double lastYear, double growth, Draw draw) {
        BigDecimal whole = wholes.get(key(unit, plan.denominator().orElseThrow()) + quarter);
        BigDecimal part = rounded(whole.doubleValue() * (lastYear + growth) / 100, plan);
        file(unit, plan, quarter, Optional.empty(), rounded(lastYear, plan), Optional.of(new Ratio(part, whole)), draw);
    }

    private void file(
            String unit,
            FigurePlan plan,
            CumulativePeriod quarter,
            Optional<BigDecimal> value,
            BigDecimal base,
            Optional<Ratio> ratio,
            Draw draw) {
        Instant filed = SeasonCalendar.punctualFiling(quarter, draw);
        IndicatorReportForm first = new IndicatorReportForm(
                unit,
                plan.indicator(),
                quarter.toString(),
                value,
                Optional.of(base),
                Optional.empty(),
                ratio.map(Ratio::numerator),
                ratio.map(Ratio::denominator),
                0,
                filed,
                true);
        if (value.isPresent() && draw.happens(REVISED)) {
            BigDecimal slip = rounded(value.get().doubleValue() * draw.between(1.02, 1.12), plan);
            events.add(new Reported(filed, with(first, slip, 0, filed)));
            Instant again = SeasonCalendar.daysAfter(filed, 2, 12, draw);
            events.add(new Reported(again, with(first, value.get(), 1, again)));
        } else {
            events.add(new Reported(filed, first));
        }
    }

    private static IndicatorReportForm with(IndicatorReportForm report, BigDecimal value, int revision, Instant at) {
        return new IndicatorReportForm(
                report.unit(),
                report.indicator(),
                report.period(),
                Optional.of(value),
                report.base(),
                report.growth(),
                report.numerator(),
                report.denominator(),
                revision,
                at,
                report.synthetic());
    }

    private static BigDecimal rounded(double figure, FigurePlan plan) {
        return new BigDecimal(figure).setScale(plan.decimals(), RoundingMode.HALF_UP);
    }

    private static String key(String unit, String indicator) {
        return unit + "|" + indicator;
    }
}

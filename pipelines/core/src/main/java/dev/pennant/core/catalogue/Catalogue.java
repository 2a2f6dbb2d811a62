package dev.pennant.core.catalogue;

import dev.pennant.core.air.AirLimits;
import dev.pennant.core.air.AirRules;
import dev.pennant.core.air.AirStandards;
import dev.pennant.core.air.MeasuredIndicator;
import dev.pennant.core.air.SustainedAqi;
import dev.pennant.core.derived.Derivations;
import dev.pennant.core.report.ReportRules;
import dev.pennant.core.report.ReportedIndicator;
import dev.pennant.core.report.UnitRules;
import dev.pennant.core.report.UpperUnits;
import dev.pennant.core.retail.ReceiptLimits;
import dev.pennant.core.retail.RetailCategories;
import dev.pennant.core.retail.RetailRules;
import dev.pennant.core.retail.SalesIndicator;
import dev.pennant.core.revenue.FilingRules;
import dev.pennant.core.revenue.ReportLimits;
import dev.pennant.core.revenue.RevenueIndicator;
import dev.pennant.core.standings.AdjustmentRules;
import dev.pennant.core.standings.Competition;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What is measured, where, and within which bounds; read once, checked as a whole.
 *
 * @param units the places
 * @param indicators the indicators, in the order of their file
 * @param limits bounds of a plausible report
 * @param categories the categories of goods
 * @param receiptLimits bounds of a plausible receipt
 * @param airStandards by what air is judged
 * @param airLimits bounds of a plausible reading of the air
 * @param competitions the competitions, in the order of their file
 * @param alertRules the rules for alerts that a stack begins with; in force are those of the topic {@code alert-rules}
 */
public record Catalogue(
        Units units,
        List<IndicatorDefinition> indicators,
        ReportLimits limits,
        RetailCategories categories,
        ReceiptLimits receiptLimits,
        AirStandards airStandards,
        AirLimits airLimits,
        List<Competition> competitions,
        List<WrittenRule> alertRules) {
    /** The catalogue that Pennant ships: Jiaxing and its 72 township-level divisions. */
    public static Catalogue shipped() {
        return new CatalogueFiles(Optional.empty()).load();
    }

    /**
     * A catalogue of one's own: each file in the folder stands in place of the shipped one of the same name.
     *
     * @throws InvalidCatalogueException when any file has a mistake
     */
    public static Catalogue in(Path folder) {
        return new CatalogueFiles(Optional.of(folder)).load();
    }

    /** The indicators summed from enterprises' reports. */
    public List<RevenueIndicator> revenueIndicators() {
        return indicators.stream()
                .flatMap(indicator -> indicator.revenueIndicator().stream())
                .toList();
    }

    /** The indicators summed from stores' receipts. */
    public List<SalesIndicator> salesIndicators() {
        return indicators.stream()
                .flatMap(indicator -> indicator.salesIndicator().stream())
                .toList();
    }

    /** The indicators that departments report. */
    public List<ReportedIndicator> reportedIndicators() {
        return indicators.stream()
                .flatMap(indicator -> indicator.reportedIndicator().stream())
                .toList();
    }

    /** The indicators that are made of others. */
    public Derivations derivations() {
        return new Derivations(
                indicators.stream()
                        .flatMap(indicator -> indicator.derivedIndicator().stream())
                        .toList(),
                indicators.stream()
                        .filter(indicator -> indicator.direction() == IndicatorDefinition.Direction.LOWER_IS_BETTER)
                        .map(IndicatorDefinition::id)
                        .toList());
    }

    /** The indicators of the air that are made of the AQI of hours. */
    public List<SustainedAqi> sustainedAqi() {
        return indicators.stream()
                .flatMap(indicator -> indicator.sustainedAqi().stream())
                .toList();
    }

    /** The indicators of the air that are statistics of days. */
    public List<MeasuredIndicator> airIndicators() {
        return indicators.stream()
                .flatMap(indicator -> indicator.measuredIndicator().stream())
                .toList();
    }

    /** Which filings can be taken. */
    public FilingRules filingRules() {
        return new FilingRules(townshipCodes(), limits);
    }

    /** Which stores and receipts can be taken. */
    public RetailRules retailRules() {
        return new RetailRules(townshipCodes(), categories, receiptLimits);
    }

    /** Which stations, readings of the air and dust days can be taken. */
    public AirRules airRules() {
        return new AirRules(
                townshipCodes(), units.all().stream().map(Unit::code).collect(Collectors.toSet()), airLimits);
    }

    /** Which reports of departments can be taken. */
    public ReportRules reportRules() {
        return new ReportRules(reportedIndicators(), upperUnits(), limits.earliestPeriod(), limits.clockTolerance());
    }

    /** Which registrations of units below the township can be taken. */
    public UnitRules unitRules() {
        return new UnitRules(upperUnits());
    }

    /** The units of the catalogue, as those below the township find them. */
    public UpperUnits upperUnits() {
        Map<String, String> kinds = new TreeMap<>();
        Map<String, String> parents = new TreeMap<>();
        for (Unit unit : units.all()) {
            kinds.put(unit.code(), unit.kind().id());
            unit.parent().ifPresent(parent -> parents.put(unit.code(), parent));
        }
        return new UpperUnits(kinds, parents);
    }

    /** Which adjustments of standings can be taken. */
    public AdjustmentRules adjustmentRules() {
        return new AdjustmentRules(competitions, limits.clockTolerance());
    }

    /** The competition with an id. */
    public Optional<Competition> competition(String id) {
        return competitions.stream()
                .filter(competition -> competition.id().equals(id))
                .findFirst();
    }

    /** The definition of an indicator. */
    public Optional<IndicatorDefinition> indicator(String id) {
        return indicators.stream()
                .filter(indicator -> indicator.id().equals(id))
                .findFirst();
    }

    private Set<String> townshipCodes() {
        return units.townships().stream().map(Unit::code).collect(Collectors.toSet());
    }
}

package dev.pennant.core.catalogue;

import dev.pennant.core.revenue.FilingRules;
import dev.pennant.core.revenue.ReportLimits;
import dev.pennant.core.revenue.RevenueIndicator;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What is measured, where, and within which bounds; read once, checked as a whole.
 *
 * @param units the places
 * @param indicators the indicators, in the order of their file
 * @param limits bounds of a plausible report
 */
public record Catalogue(Units units, List<IndicatorDefinition> indicators, ReportLimits limits) {
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
        return indicators.stream().map(IndicatorDefinition::revenueIndicator).toList();
    }

    /** Which filings can be taken. */
    public FilingRules filingRules() {
        return new FilingRules(units.townships().stream().map(Unit::code).collect(Collectors.toSet()), limits);
    }

    /** The definition of an indicator. */
    public Optional<IndicatorDefinition> indicator(String id) {
        return indicators.stream()
                .filter(indicator -> indicator.id().equals(id))
                .findFirst();
    }
}

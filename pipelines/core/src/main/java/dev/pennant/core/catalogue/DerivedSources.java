package dev.pennant.core.catalogue;

import dev.pennant.core.derived.Derivations;
import dev.pennant.core.derived.Formula;
import dev.pennant.core.report.GrowthKind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the entries {@code derived} of a file's indicators, and then sees whether all that they name is there and none is made of itself. */
final class DerivedSources {
    private static final String FORMULA = "formula";

    private final Map<String, Formula> formulas = new LinkedHashMap<>();
    private final Map<String, YamlMapping> entries = new LinkedHashMap<>();

    Optional<IndicatorSource> read(YamlMapping entry, String id) {
        Optional<Formula> formula = entry.value(FORMULA, Formula::parse);
        Optional<GrowthKind> growth = entry.value("growth", YamlMapping.oneOf(GrowthKind.class));
        entry.nothingElse();
        formula.ifPresent(made -> {
            formulas.put(id, made);
            entries.put(id, entry);
        });
        return formula.isPresent() && growth.isPresent()
                ? Optional.of(new IndicatorSource.Derived(formula.get(), growth.get()))
                : Optional.empty();
    }

    /** Reports what a formula names that is not there, and every indicator that is made of itself. */
    void check(Set<String> ids) {
        formulas.forEach((id, formula) -> {
            YamlMapping entry = entries.get(id);
            formula.inputs().stream()
                    .filter(input -> !ids.contains(input))
                    .forEach(input -> entry.problem(
                            entry.line(FORMULA),
                            "'" + FORMULA + "': there is no indicator '" + input + "' in this file"));
            List<String> circle = Derivations.circle(id, formulas);
            if (!circle.isEmpty()) {
                entry.problem(
                        entry.line(FORMULA),
                        "'" + FORMULA + "': '" + id + "' is made of itself: " + String.join(" of ", circle));
            }
        });
    }
}

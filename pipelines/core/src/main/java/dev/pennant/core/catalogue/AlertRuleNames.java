package dev.pennant.core.catalogue;

import dev.pennant.core.alerts.RuleUnits;
import dev.pennant.core.alerts.Subject;
import dev.pennant.core.standings.Competition;
import java.io.Serializable;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What rules can be about.
 *
 * @param indicators ids of the indicators
 * @param competitions ids of the competitions
 * @param units codes of the units of the catalogue
 */
record AlertRuleNames(Set<String> indicators, Set<String> competitions, Set<String> units) implements Serializable {
    private static final Set<String> KINDS = Stream.concat(
                    Stream.of(Unit.Kind.values()).map(Unit.Kind::id), Stream.of(RuleUnits.OTHER))
            .collect(Collectors.toSet());

    AlertRuleNames {
        indicators = Set.copyOf(indicators);
        competitions = Set.copyOf(competitions);
        units = Set.copyOf(units);
    }

    /** The names of a catalogue. */
    static AlertRuleNames of(
            Collection<Unit> units, List<IndicatorDefinition> indicators, List<Competition> competitions) {
        return new AlertRuleNames(
                indicators.stream().map(IndicatorDefinition::id).collect(Collectors.toSet()),
                competitions.stream().map(Competition::id).collect(Collectors.toSet()),
                units.stream().map(Unit::code).collect(Collectors.toSet()));
    }

    Subject indicator(String id) {
        return Subject.indicator(oneOf(indicators, "an indicator of the catalogue", id));
    }

    Subject competition(String id) {
        return Subject.competition(oneOf(competitions, "a competition of the catalogue", id));
    }

    String kind(String id) {
        return oneOf(KINDS, "a kind of units (" + String.join(", ", new TreeSet<>(KINDS)) + ")", id);
    }

    /** A unit of the catalogue, or one below the township, whose code begins with that of its township. */
    String unit(String code) {
        boolean isLower = code.length() > 9 && units.contains(code.substring(0, 9));
        return isLower ? code : oneOf(units, "a unit of the catalogue, or a code that begins with that of one", code);
    }

    private static String oneOf(Set<String> known, String what, String name) {
        if (!known.contains(name)) {
            throw new IllegalArgumentException("there is no such thing: it has to be " + what);
        }
        return name;
    }
}

package dev.pennant.core.standings;

import dev.pennant.core.period.Period;
import dev.pennant.core.report.LowerKind;
import dev.pennant.core.report.UnitRegistration;
import java.io.Serializable;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Who takes part in a competition: units that the catalogue names, and every registered unit of some kinds below the township.
 *
 * @param named units that the catalogue names, in the order of their codes
 * @param kinds kinds of units below the township that take part
 * @param within what the codes of those begin with
 * @param counties names of the counties by their codes
 */
public record Participants(
        List<CompetitionUnit> named, Set<LowerKind> kinds, String within, Map<String, String> counties)
        implements Serializable {
    private static final int COUNTY_DIGITS = 6;
    private static final int TOWNSHIP_DIGITS = 9;

    /** Whether a unit below the township takes part. */
    public boolean includes(UnitRegistration unit) {
        return kinds.contains(unit.kind()) && unit.code().startsWith(within);
    }

    /** Whether the figures of a place may be needed, as far as its code tells. */
    public boolean mayNeed(String place) {
        return named.stream().anyMatch(unit -> unit.members().contains(place)) || isBelowTownship(place);
    }

    /** Whether a code can be that of a unit that takes part; one below the township may not be registered yet. */
    public boolean mayTakePart(String code) {
        return named.stream().anyMatch(unit -> unit.code().equals(code)) || isBelowTownship(code);
    }

    /** Whether a code can be that of a unit that takes part in a period. */
    boolean mayTakePartIn(Period period, String code) {
        YearMonth month = Rosters.lastMonth(period);
        return named.stream().anyMatch(unit -> unit.code().equals(code) && unit.takesPartIn(month))
                || isBelowTownship(code);
    }

    /** A unit below the township as one that takes part. */
    CompetitionUnit participant(UnitRegistration unit) {
        return CompetitionUnit.of(unit.code(), unit.name(), countyOf(unit.code()));
    }

    private boolean isBelowTownship(String code) {
        return !kinds.isEmpty() && code.startsWith(within) && code.length() > TOWNSHIP_DIGITS;
    }

    private String countyOf(String code) {
        return counties.getOrDefault(code.substring(0, COUNTY_DIGITS), "");
    }
}

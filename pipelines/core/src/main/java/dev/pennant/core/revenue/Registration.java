package dev.pennant.core.revenue;

import java.time.YearMonth;
import java.util.Optional;

/**
 * One span of months in which an enterprise stands on a roster, in one unit and scope. One by enterprise and first month: a later message
 * replaces it. An enterprise that moves has two spans; where two cover a month, the one that began later holds.
 *
 * @param enterpriseId the enterprise, usually its 18-character credit code
 * @param name its name
 * @param unit code of the township where it is
 * @param scope its roster
 * @param industry its industry, free text
 * @param validFrom first month
 * @param validTo last month, inclusive, or nothing while it is open
 * @param synthetic whether the enterprise is made up
 */
public record Registration(
        String enterpriseId,
        String name,
        String unit,
        Scope scope,
        String industry,
        YearMonth validFrom,
        Optional<YearMonth> validTo,
        boolean synthetic) {

    /** Where the enterprise stands by this registration. */
    Place place() {
        return new Place(unit, scope);
    }

    /** Whether the enterprise stands on the roster in the given month by this registration. */
    public boolean covers(YearMonth month) {
        return !month.isBefore(validFrom)
                && validTo.map(last -> !month.isAfter(last)).orElse(true);
    }
}

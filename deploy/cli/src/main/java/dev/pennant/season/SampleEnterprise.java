package dev.pennant.season;

import dev.pennant.core.revenue.Scope;
import java.time.YearMonth;
import java.util.List;

/**
 * A made-up enterprise.
 *
 * @param id shaped like a credit code, of a registering department (00) that does not exist
 * @param name says that it is a sample
 * @param scope its roster
 * @param industry its industry
 * @param residences where it is on the roster, in time; two when it moves
 * @param books what it has to state
 * @param punctuality when it states it
 */
record SampleEnterprise(
        String id,
        String name,
        Scope scope,
        Industry industry,
        List<Residence> residences,
        Books books,
        Punctuality punctuality) {

    /** Whether it stands on the roster of a month, and therefore reports. */
    boolean reportsIn(YearMonth month) {
        return residences.stream().anyMatch(residence -> residence.covers(month));
    }

    /** The same enterprise with other books. */
    SampleEnterprise with(Books others) {
        return new SampleEnterprise(id, name, scope, industry, residences, others, punctuality);
    }

    /**
     * When an enterprise files.
     *
     * @param late share of its reports filed after the 18th
     * @param mostDaysLate how long after
     * @param never share of its reports that never come
     */
    record Punctuality(double late, int mostDaysLate, double never) {}
}

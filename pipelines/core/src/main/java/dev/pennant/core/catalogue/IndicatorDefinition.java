package dev.pennant.core.catalogue;

import dev.pennant.core.indicator.Measure;
import dev.pennant.core.indicator.Rounding;
import dev.pennant.core.revenue.RevenueIndicator;
import dev.pennant.core.revenue.Scope;
import java.util.Set;

/**
 * The definition card of an indicator.
 *
 * @param id id, a contract
 * @param title Chinese title
 * @param titleEn English title
 * @param meaning what it counts, in Chinese
 * @param measure what it is given in
 * @param direction which way is better
 * @param amount which amount of the reports is summed
 * @param scopes over whose reports
 * @param valueRounding how a value is published
 * @param growthRounding how its growth is published
 * @param basis what the definition rests on
 */
public record IndicatorDefinition(
        String id,
        String title,
        String titleEn,
        String meaning,
        Measure measure,
        Direction direction,
        RevenueIndicator.Amount amount,
        Set<Scope> scopes,
        Rounding valueRounding,
        Rounding growthRounding,
        Basis basis) {

    /** The part that the running aggregation needs. */
    public RevenueIndicator revenueIndicator() {
        return new RevenueIndicator(id, amount, scopes, measure, growthRounding);
    }

    /** Which way is better. */
    public enum Direction {
        HIGHER_IS_BETTER("higher-is-better"),
        LOWER_IS_BETTER("lower-is-better");

        private final String id;

        Direction(String id) {
            this.id = id;
        }

        /** The spelling in the catalogue. */
        public String id() {
            return id;
        }
    }
}

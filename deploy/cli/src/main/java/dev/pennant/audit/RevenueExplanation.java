package dev.pennant.audit;

import dev.pennant.stack.clickhouse.ClickHouseClient;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Where a number summed from enterprises' reports comes from: the contributions of the enterprises, by the size of their part in the growth, and the
 * enterprises on the roster that have not reported.
 */
public final class RevenueExplanation {
    private static final int MOST = 12;

    private static final NumberCard.Wording WORDING = new NumberCard.Wording(
            ", last year, by the same enterprises",
            "",
            ", because the base is zero or negative",
            " enterprises on the roster");

    /** Every contribution to the number, with the report that it comes from. */
    private static final String PARTS =
            """
            WITH
                definition AS (SELECT amount, scopes FROM pennant.indicator_definitions WHERE id = {indicator:String}),
                parts AS (
                    SELECT
                        enterprise_id,
                        name,
                        scope,
                        revision,
                        if((SELECT amount FROM definition) = 'revenue', toNullable(revenue), retail_sales) AS current,
                        if((SELECT amount FROM definition) = 'revenue', toNullable(revenue_last_year), retail_sales_last_year) AS base
                    FROM pennant.enterprise_contribution_latest FINAL
                    WHERE period = {period:String} AND startsWith(unit, {unit:String}) AND has((SELECT scopes FROM definition), scope)
                        AND isNotNull(current)
                ),
                logged AS (
                    SELECT enterprise_id, revision, min(concat(toString(partition), '@', toString(offset))) AS place
                    FROM pennant.enterprise_report_log
                    WHERE period = {period:String} AND outcome = 'applied'
                    GROUP BY enterprise_id, revision
                )
            SELECT
                parts.enterprise_id AS enterprise,
                name,
                scope,
                toString(toDecimal128(current, 2) / 100) AS `this year`,
                toString(toDecimal128(base, 2) / 100) AS `last year`,
                if(sum(current) OVER () > 0, toString(round(100 * current / sum(current) OVER (), 2)), '–') AS `share %`,
                if(sum(base) OVER () > 0, toString(round(100 * (current - base) / sum(base) OVER (), 3)), '–') AS points,
                parts.revision AS revision,
                ifNull(place, '') AS `report at partition@offset`
            FROM parts
            LEFT JOIN logged ON logged.enterprise_id = parts.enterprise_id AND logged.revision = parts.revision
            ORDER BY abs(current - base) DESC, enterprise""";

    private static final String MISSING =
            """
            WITH
                spans AS (
                    SELECT enterprise_id, valid_from, argMax(tuple(valid_to), offset).1 AS valid_to, argMax(unit, offset) AS unit,
                        argMax(scope, offset) AS scope, argMax(name, offset) AS name
                    FROM pennant.enterprise_registry_log
                    GROUP BY enterprise_id, valid_from
                    HAVING NOT argMax(withdrawn, offset)
                ),
                roster AS (
                    SELECT enterprise_id, argMax(unit, valid_from) AS unit, argMax(scope, valid_from) AS scope, argMax(name, valid_from) AS name
                    FROM spans
                    WHERE valid_from <= {period:String} AND (valid_to IS NULL OR valid_to >= {period:String})
                    GROUP BY enterprise_id
                )
            SELECT enterprise_id AS enterprise, name
            FROM roster
            WHERE startsWith(unit, {unit:String})
                AND has((SELECT scopes FROM pennant.indicator_definitions WHERE id = {indicator:String}), scope)
                AND enterprise_id NOT IN (
                    SELECT enterprise_id
                    FROM pennant.enterprise_report_log
                    WHERE period = {period:String}
                    GROUP BY enterprise_id
                    HAVING isNotNull(argMax(tuple(retail_sales), revision).1)
                        OR (SELECT amount FROM pennant.indicator_definitions WHERE id = {indicator:String}) = 'revenue'
                )
            ORDER BY enterprise""";

    private RevenueExplanation() {}

    /**
     * Explains a number.
     *
     * @param analyst who asks
     * @param unit code of the unit
     * @return nothing when no such number stands in the view
     */
    public static Optional<NumberExplanation> of(ClickHouseClient analyst, String unit, String indicator, String period)
            throws IOException {
        Map<String, String> key = Map.of("param_unit", unit, "param_indicator", indicator, "param_period", period);
        Optional<NumberCard> card = NumberCard.of(analyst, key, WORDING);
        if (card.isEmpty()) {
            return Optional.empty();
        }
        List<Map<String, String>> parts = JsonRows.ofText(analyst, PARTS, key);
        String contributing = String.format(
                Locale.ROOT,
                "%,d enterprises contribute; those that moved the growth most (amounts in yuan):",
                parts.size());
        return Optional.of(new NumberExplanation(
                card.get(),
                List.of(
                        new ExplainedTable("contributors", contributing, parts, MOST),
                        new ExplainedTable(
                                "missing",
                                "On the roster, but not reported yet:",
                                JsonRows.ofText(analyst, MISSING, key),
                                MOST))));
    }
}

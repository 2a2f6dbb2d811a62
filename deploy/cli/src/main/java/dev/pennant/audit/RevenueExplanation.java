package dev.pennant.audit;

import dev.pennant.stack.clickhouse.ClickHouseClient;
import dev.pennant.text.TextTable;
import dev.pennant.text.TextTable.Column;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Where a number summed from enterprises' reports comes from.
 *
 * @param card which number it is, its definition, value, base, growth, coverage, version
 * @param contributors the enterprises that moved it most, by the size of their contribution to the growth
 * @param contributorCount how many enterprises contribute in all
 * @param missing some of the enterprises on the roster that have not reported
 */
public record RevenueExplanation(
        NumberCard card, List<Contributor> contributors, long contributorCount, List<String> missing) {
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
                enterprise_id,
                name,
                scope,
                toString(toDecimal128(current, 2) / 100),
                toString(toDecimal128(base, 2) / 100),
                if(sum(current) OVER () > 0, toString(round(100 * current / sum(current) OVER (), 2)), '–'),
                if(sum(base) OVER () > 0, toString(round(100 * (current - base) / sum(base) OVER (), 3)), '–'),
                toString(revision),
                ifNull(place, ''),
                count() OVER ()
            FROM parts
            LEFT JOIN logged ON logged.enterprise_id = parts.enterprise_id AND logged.revision = parts.revision
            ORDER BY abs(current - base) DESC, enterprise_id
            LIMIT {most:UInt32}""";

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
            SELECT concat(enterprise_id, ' ', name)
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
            ORDER BY enterprise_id
            LIMIT {most:UInt32}""";

    /**
     * Explains a number.
     *
     * @param analyst who asks
     * @param unit code of the unit
     * @return nothing when no such number stands in the view
     */
    public static Optional<RevenueExplanation> of(
            ClickHouseClient analyst, String unit, String indicator, String period) throws IOException {
        Map<String, String> key = Map.of(
                "param_unit", unit,
                "param_indicator", indicator,
                "param_period", period,
                "param_most", Integer.toString(MOST));
        Optional<NumberCard> card = NumberCard.of(analyst, key, WORDING);
        if (card.isEmpty()) {
            return Optional.empty();
        }
        List<String[]> parts = analyst.query(PARTS, key)
                .lines()
                .map(line -> line.split("\t", -1))
                .toList();
        return Optional.of(new RevenueExplanation(
                card.get(),
                parts.stream().map(Contributor::of).toList(),
                parts.isEmpty() ? 0 : Long.parseLong(parts.get(0)[9]),
                analyst.query(MISSING, key).lines().toList()));
    }

    /** The explanation, line by line. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>(card.lines());
        lines.add("");
        lines.add(String.format(
                Locale.ROOT,
                "%,d enterprises contribute; those that moved the growth most (amounts in yuan):",
                contributorCount));
        TextTable parts = new TextTable(
                Column.left("enterprise"),
                Column.left("name"),
                Column.left("scope"),
                Column.right("this year"),
                Column.right("last year"),
                Column.right("share %"),
                Column.right("points"),
                Column.right("revision"),
                Column.left("report at partition@offset"));
        for (Contributor part : contributors) {
            parts.add(
                    part.enterprise,
                    part.name,
                    part.scope,
                    part.current,
                    part.base,
                    part.share,
                    part.points,
                    part.revision,
                    part.place);
        }
        lines.addAll(parts.lines());
        if (!missing.isEmpty()) {
            lines.add("");
            lines.add("On the roster, but not reported yet:");
            missing.forEach(enterprise -> lines.add("  " + enterprise));
        }
        return lines;
    }

    /**
     * An enterprise's part of a number.
     *
     * @param current this year's amount in yuan
     * @param base last year's amount in yuan
     * @param share of the total, in percent
     * @param points contribution to the growth, in percentage points
     * @param revision of the report that stands
     * @param place partition@offset of that report in its topic
     */
    public record Contributor(
            String enterprise,
            String name,
            String scope,
            String current,
            String base,
            String share,
            String points,
            String revision,
            String place) {
        private static Contributor of(String[] row) {
            return new Contributor(row[0], row[1], row[2], row[3], row[4], row[5], row[6], row[7], row[8]);
        }
    }
}

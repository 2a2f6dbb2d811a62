package dev.pennant.audit;

import dev.pennant.stack.clickhouse.ClickHouseClient;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where a number comes from that is made of others: its formula, and the indicators in it as they stand for the same unit and period. */
public final class DerivedExplanation {
    private static final String FORMULA =
            "SELECT formula FROM pennant.indicator_definitions FINAL WHERE id = {indicator:String}";

    private static final String INPUTS =
            """
            SELECT
                named.input AS indicator,
                ifNull(definition.title, '') AS title,
                if(isNull(input.value), '–', concat(toString(input.value), ' ', input.measure)) AS value,
                if(isNull(input.base), '–', toString(input.base)) AS base,
                if(isNull(input.growth), '–', concat(toString(input.growth), if(input.growth_kind = 'points', ' points', ' %'))) AS growth,
                if(isNull(input.value), 'missing', concat(toString(input.reported), ' of ', toString(input.expected), ', ', input.status)) AS reported,
                multiIf(named.operation != 'improved', '',
                    isNull(input.base) AND isNull(input.growth), 'not compared',
                    if(isNull(input.base), sign(input.growth), sign(input.value - input.base))
                        = if(definition.direction = 'lower-is-better', -1, 1), 'improved',
                    'not improved') AS compared
            FROM
            (
                SELECT arrayJoin(arrayEnumerate(inputs)) AS place, inputs[place] AS input, operation
                FROM pennant.indicator_definitions FINAL
                WHERE id = {indicator:String}
            ) AS named
            LEFT JOIN pennant.indicator_definitions AS definition FINAL ON definition.id = named.input
            LEFT JOIN (
                SELECT * FROM pennant.indicators WHERE unit = {unit:String} AND period = {period:String}
            ) AS input ON input.indicator = named.input
            ORDER BY named.place
            SETTINGS join_use_nulls = 1""";

    private DerivedExplanation() {}

    /**
     * Explains a number.
     *
     * @param analyst who asks
     * @param unit code of the unit
     * @param period {@code 2020-10} or {@code 2020-10-07}
     * @return nothing when no such number stands in the view
     */
    public static Optional<NumberExplanation> of(ClickHouseClient analyst, String unit, String indicator, String period)
            throws IOException {
        Map<String, String> key = Map.of("param_unit", unit, "param_indicator", indicator, "param_period", period);
        Optional<NumberCard> card = NumberCard.of(analyst, key, NumberCard.PLAIN);
        if (card.isEmpty()) {
            return Optional.empty();
        }
        String formula = JsonRows.ofText(analyst, FORMULA, key).get(0).get("formula");
        return Optional.of(new NumberExplanation(
                card.get().with("formula", formula),
                List.of(new ExplainedTable(
                        "inputs",
                        "What it is made of; `pennant explain` says where each of these comes from:",
                        JsonRows.ofText(analyst, INPUTS, key)))));
    }
}

package dev.pennant.audit;

import dev.pennant.stack.clickhouse.ClickHouseClient;
import dev.pennant.text.TextTable;
import dev.pennant.text.TextTable.Column;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where a number comes from that is made of others.
 *
 * @param card which number it is, its definition with its formula, value, base, growth, coverage, version
 * @param inputs the indicators in its formula, as they stand for the same unit and period
 */
public record DerivedExplanation(NumberCard card, List<Input> inputs) {
    private static final int COLUMNS = 7;

    private static final String FORMULA =
            "SELECT formula FROM pennant.indicator_definitions FINAL WHERE id = {indicator:String}";

    private static final String INPUTS =
            """
            SELECT
                named.input,
                definition.title,
                if(isNull(input.value), '–', concat(toString(input.value), ' ', input.measure)),
                if(isNull(input.base), '–', toString(input.base)),
                if(isNull(input.growth), '–', concat(toString(input.growth), if(input.growth_kind = 'points', ' points', ' %'))),
                if(isNull(input.value), 'missing', concat(toString(input.reported), ' of ', toString(input.expected), ', ', input.status)),
                multiIf(named.operation != 'improved', '',
                    isNull(input.base) AND isNull(input.growth), 'not compared',
                    if(isNull(input.base), sign(input.growth), sign(input.value - input.base))
                        = if(definition.direction = 'lower-is-better', -1, 1), 'improved',
                    'not improved')
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

    /**
     * Explains a number.
     *
     * @param analyst who asks
     * @param unit code of the unit
     * @param period {@code 2020-10} or {@code 2020-10-07}
     * @return nothing when no such number stands in the view
     */
    public static Optional<DerivedExplanation> of(
            ClickHouseClient analyst, String unit, String indicator, String period) throws IOException {
        Map<String, String> key = Map.of("param_unit", unit, "param_indicator", indicator, "param_period", period);
        Optional<NumberCard> card = NumberCard.of(analyst, key, NumberCard.PLAIN);
        if (card.isEmpty()) {
            return Optional.empty();
        }
        List<Input> inputs = analyst.query(INPUTS, key)
                .lines()
                .map(line -> new Input(List.of(line.split("\t", COLUMNS))))
                .toList();
        return Optional.of(new DerivedExplanation(card.get().with("formula", analyst.query(FORMULA, key)), inputs));
    }

    /** The explanation, line by line. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>(card.lines());
        lines.add("");
        lines.add("What it is made of; `pennant explain` says where each of these comes from:");
        TextTable table = new TextTable(
                Column.left("indicator"),
                Column.left("title"),
                Column.right("value"),
                Column.right("base"),
                Column.right("growth"),
                Column.left("reported"),
                Column.left(""));
        inputs.forEach(input -> table.add(input.columns.toArray(String[]::new)));
        lines.addAll(table.lines());
        return lines;
    }

    /**
     * An input as it is shown.
     *
     * @param columns indicator, title, value, base, growth, coverage, whether it improved
     */
    public record Input(List<String> columns) {}
}

package dev.pennant.audit;

import dev.pennant.stack.clickhouse.ClickHouseClient;
import dev.pennant.text.TextTable;
import dev.pennant.text.TextTable.Column;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which number it is, and how it stands.
 *
 * @param entries definition, value, base, growth, coverage, version, by their names
 */
record NumberCard(Map<String, String> entries) {
    private static final String KEY =
            "unit = {unit:String} AND indicator = {indicator:String} AND period = {period:String}";

    private static final String CARD =
            """
            SELECT
                concat(unit_name, ' ', unit, '，', title, ' (', indicator, ')，', substring(period, 1, 4), '年', period_label,
                    if(synthetic, '，演示数据', '')),
                concat(toString(value), ' ', measure),
                if(isNull(base), '–', concat(toString(base), ' ', measure)),
                if(isNull(growth), '–, because nobody states it, or a base to reckon it from',
                    concat(if(growth < 0, '▼', '▲'), toString(abs(growth)), if(growth_kind = 'points', ' points', ' %'))),
                concat(toString(reported), ' of ', toString(expected), ', ', status),
                concat(toString(toTimeZone(updated_at, 'Asia/Shanghai')), ' Asia/Shanghai')
            FROM pennant.indicators
            """
                    + "WHERE " + KEY;

    private static final String DEFINITION =
            """
            SELECT concat(meaning, if(empty(assumed), '', concat('; assumed: ', assumed)))
            FROM pennant.indicator_definitions
            WHERE id = {indicator:String}""";

    private static final String VERSION =
            """
            SELECT concat(toString(max(version)), ': run ', toString(bitShiftRight(max(version), 30)), ', input ',
                toString(bitAnd(max(version), 1073741823)), '; ', toString(count()), ' versions so far')
            FROM pennant.indicator_log FINAL
            """
                    + "WHERE " + KEY;

    /**
     * The card of a number.
     *
     * @param key its unit, indicator and period as parameters of a query
     * @return nothing when no such number stands in the view
     */
    static Optional<NumberCard> of(ClickHouseClient analyst, Map<String, String> key) throws IOException {
        String row = analyst.query(CARD, key);
        if (row.isEmpty()) {
            return Optional.empty();
        }
        String[] value = row.split("\t", -1);
        Map<String, String> entries = new LinkedHashMap<>();
        entries.put("number", value[0]);
        entries.put("meaning", analyst.query(DEFINITION, key));
        entries.put("value", value[1]);
        entries.put("base", value[2]);
        entries.put("growth", value[3]);
        entries.put("coverage", value[4]);
        entries.put("version", analyst.query(VERSION, key));
        entries.put("computed", value[5]);
        return Optional.of(new NumberCard(entries));
    }

    /** The same with one entry more. */
    NumberCard with(String name, String entry) {
        Map<String, String> more = new LinkedHashMap<>(entries);
        more.put(name, entry);
        return new NumberCard(more);
    }

    /** The card, line by line. */
    List<String> lines() {
        TextTable table = new TextTable(Column.left(""), Column.left(""));
        entries.forEach(table::add);
        return table.lines().subList(1, table.lines().size());
    }
}

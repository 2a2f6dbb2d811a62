package dev.pennant.audit;

import dev.pennant.core.indicator.Version;
import dev.pennant.stack.clickhouse.ClickHouseClient;
import dev.pennant.text.TextTable;
import dev.pennant.text.TextTable.Column;
import java.io.IOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which number it is, and how it stands.
 *
 * @param number the same fact by fact: the columns of the view {@code indicators}, and the version
 * @param entries definition, value, base, growth, coverage, version, by their names, in the order to be read
 */
record NumberCard(Map<String, Object> number, Map<String, String> entries) {
    /** Of a number that its reporters alone can say more about. */
    static final Wording PLAIN = new Wording("", "", ", because nobody states it, or a base to reckon it from", "");

    private static final String KEY =
            "unit = {unit:String} AND indicator = {indicator:String} AND period = {period:String}";

    private static final String CARD =
            """
            SELECT *, map(
                'number', concat(unit_name, ' ', unit, '，', title, ' (', indicator, ')，', substring(period, 1, 4), '年', period_label,
                    if(synthetic, '，演示数据', '')),
                'value', concat(toString(value), ' ', measure),
                'base', if(isNull(base), concat('–', {noBase:String}), concat(toString(base), ' ', measure, {ofBase:String})),
                'growth', if(isNull(growth), concat('–', {noGrowth:String}),
                    concat(if(growth < 0, '▼', '▲'), toString(abs(growth)), if(growth_kind = 'points', ' points', ' %'))),
                'coverage', concat(toString(reported), ' of ', toString(expected), {reporters:String}, ', ', status),
                'computed', concat(toString(toTimeZone(updated_at, 'Asia/Shanghai')), ' Asia/Shanghai')) AS said
            FROM pennant.indicators
            """
                    + "WHERE " + KEY;

    private static final String DEFINITION =
            """
            SELECT
                any(concat(meaning, if(empty(scopes), '', concat('; sum of ', amount, ' over ', arrayStringConcat(scopes, ', '))))) AS says,
                any(arrayStringConcat(arrayFilter(part -> part != '', [
                    if(empty(sourced), '', concat('sourced: ', sourced)),
                    if(empty(assumed), '', concat('assumed: ', assumed))]), '; ')) AS basis
            FROM pennant.indicator_definitions
            WHERE id = {indicator:String}""";

    private static final String VERSION =
            """
            SELECT toString(max(version)) AS highest, concat(highest, ': run ', toString(bitShiftRight(max(version), %d)), ', input ',
                toString(bitAnd(max(version), %d)), '; ', toString(count()), ' versions so far') AS said
            FROM pennant.indicator_log FINAL
            """
                            .formatted(Version.INPUT_BITS, Version.MAX_INPUTS)
                    + "WHERE " + KEY;

    /**
     * What a card says in the words of what it counts.
     *
     * @param ofBase what follows a base
     * @param noBase why there is none
     * @param noGrowth why there is no growth
     * @param reporters who is counted by the coverage
     */
    record Wording(String ofBase, String noBase, String noGrowth, String reporters) {
        private Map<String, String> parameters() {
            return Map.of(
                    "param_ofBase", ofBase,
                    "param_noBase", noBase,
                    "param_noGrowth", noGrowth,
                    "param_reporters", reporters);
        }
    }

    /**
     * The card of a number.
     *
     * @param key its unit, indicator and period as parameters of a query
     * @return nothing when no such number stands in the view
     */
    static Optional<NumberCard> of(ClickHouseClient analyst, Map<String, String> key, Wording wording)
            throws IOException {
        Map<String, String> parameters = new HashMap<>(key);
        parameters.putAll(wording.parameters());
        List<Map<String, Object>> rows = JsonRows.of(analyst, CARD, parameters);
        if (rows.isEmpty()) {
            return Optional.empty();
        }
        Map<String, Object> number = rows.get(0);
        Map<?, ?> said = (Map<?, ?>) number.remove("said");
        Map<String, String> definition =
                JsonRows.ofText(analyst, DEFINITION, key).get(0);
        Map<String, String> version = JsonRows.ofText(analyst, VERSION, key).get(0);
        number.put("version", version.get("highest"));
        Map<String, String> entries = new LinkedHashMap<>();
        entries.put("number", text(said, "number"));
        entries.put("meaning", definition.get("says"));
        if (!definition.get("basis").isEmpty()) {
            entries.put("basis", definition.get("basis"));
        }
        for (String name : List.of("value", "base", "growth", "coverage")) {
            entries.put(name, text(said, name));
        }
        entries.put("version", version.get("said"));
        entries.put("computed", text(said, "computed"));
        return Optional.of(new NumberCard(number, entries));
    }

    private static String text(Map<?, ?> said, String name) {
        return (String) said.get(name);
    }

    /** The same with one entry more. */
    NumberCard with(String name, String entry) {
        Map<String, String> more = new LinkedHashMap<>(entries);
        more.put(name, entry);
        return new NumberCard(number, more);
    }

    /** The same with one entry more, behind one that it has. */
    NumberCard withBehind(String before, String name, String entry) {
        Map<String, String> more = new LinkedHashMap<>();
        entries.forEach((known, said) -> {
            more.put(known, said);
            if (known.equals(before)) {
                more.put(name, entry);
            }
        });
        return new NumberCard(number, more);
    }

    /** The card, line by line. */
    List<String> lines() {
        TextTable table = new TextTable(Column.left(""), Column.left(""));
        entries.forEach(table::add);
        return table.lines().subList(1, table.lines().size());
    }
}

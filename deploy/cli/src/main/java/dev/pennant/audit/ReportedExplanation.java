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
 * Where a number that departments report comes from.
 *
 * @param card which number it is, its definition, value, base, growth, coverage, version
 * @param reports all filings of the unit and of the units in it, those that stand and those they replaced
 */
public record ReportedExplanation(NumberCard card, List<Report> reports) {
    private static final int MOST = 24;
    private static final int COLUMNS = 10;

    /** A code begins with that of every unit it lies in. */
    private static final String REPORTS =
            """
            SELECT unit, unit_name, toString(value), ifNull(toString(base), '–'), ifNull(toString(growth), '–'),
                if(isNull(denominator), '–', concat(toString(numerator), ' / ', toString(denominator))),
                toString(revision), if(stands, if(held, 'held', 'stands'), 'replaced'),
                toString(toTimeZone(reported_at, 'Asia/Shanghai')), concat(toString(partition), '@', toString(offset))
            FROM pennant.indicator_reports
            WHERE startsWith(unit, {unit:String}) AND indicator = {indicator:String} AND period = {period:String}
            ORDER BY length(unit), unit, revision DESC, offset
            LIMIT {most:UInt32}""";

    /**
     * Explains a number.
     *
     * @param analyst who asks
     * @param unit code of the unit
     * @param period {@code 2020-10} or {@code 2020-10-07}
     * @return nothing when no such number stands in the view
     */
    public static Optional<ReportedExplanation> of(
            ClickHouseClient analyst, String unit, String indicator, String period) throws IOException {
        Map<String, String> key = Map.of(
                "param_unit", unit,
                "param_indicator", indicator,
                "param_period", period,
                "param_most", Integer.toString(MOST));
        Optional<NumberCard> card = NumberCard.of(analyst, key, NumberCard.PLAIN);
        if (card.isEmpty()) {
            return Optional.empty();
        }
        List<Report> reports = analyst.query(REPORTS, key)
                .lines()
                .map(line -> new Report(List.of(line.split("\t", COLUMNS))))
                .toList();
        return Optional.of(new ReportedExplanation(card.get(), reports));
    }

    /** The explanation, line by line. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>(card.lines());
        lines.add("");
        lines.add("Reports of it and of its parts, at most " + MOST + ":");
        TextTable filed = new TextTable(
                Column.left("unit"),
                Column.left("name"),
                Column.right("value"),
                Column.right("base"),
                Column.right("growth"),
                Column.right("ratio"),
                Column.right("revision"),
                Column.left(""),
                Column.left("reported"),
                Column.left("report at partition@offset"));
        reports.forEach(report -> filed.add(report.columns.toArray(String[]::new)));
        lines.addAll(filed.lines());
        return lines;
    }

    /**
     * A filing as it is shown.
     *
     * @param columns unit, name, value, base, growth, ratio, revision, whether it stands, when it was filed, where it is in the topic
     */
    public record Report(List<String> columns) {}
}

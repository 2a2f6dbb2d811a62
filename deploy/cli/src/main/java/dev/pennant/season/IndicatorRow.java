package dev.pennant.season;

import dev.pennant.stack.clickhouse.ClickHouseClient;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A row of the view that shows the standing indicators.
 *
 * @param indicator id of the indicator
 * @param unit code of the unit
 * @param period {@code 2020-10}
 * @param periodLabel {@code 1-10月}
 * @param value in its measure
 * @param growth in percent or points, or nothing where it means nothing
 * @param growthKind {@code percent} or {@code points}
 * @param measure what the value is counted in
 * @param reported number of reports in it
 * @param expected number of enterprises on the roster
 * @param status {@code provisional} or {@code complete}
 * @param synthetic whether figures in it are made up
 */
record IndicatorRow(
        String indicator,
        String unit,
        String period,
        String periodLabel,
        BigDecimal value,
        Optional<BigDecimal> growth,
        String growthKind,
        String measure,
        int reported,
        int expected,
        String status,
        boolean synthetic) {
    private static final String QUERY =
            "SELECT indicator, unit, period, period_label, value, growth, growth_kind, measure, reported,"
                    + " expected, status, synthetic FROM pennant.indicators"
                    + " WHERE has({units:Array(String)}, unit) AND has({periods:Array(String)}, period)"
                    + " ORDER BY period, unit, indicator FORMAT TabSeparated";
    private static final String NULL = "\\N";

    /**
     * The rows of some units and periods, as they can be seen now.
     *
     * @throws IOException when the database cannot be reached
     */
    static List<IndicatorRow> read(ClickHouseClient database, Collection<String> units, Collection<String> periods)
            throws IOException {
        String answer = database.query(QUERY, Map.of("param_units", array(units), "param_periods", array(periods)));
        return answer.lines().map(IndicatorRow::of).toList();
    }

    private static IndicatorRow of(String line) {
        String[] columns = line.split("\t", -1);
        return new IndicatorRow(
                columns[0],
                columns[1],
                columns[2],
                columns[3],
                new BigDecimal(columns[4]),
                columns[5].equals(NULL) ? Optional.empty() : Optional.of(new BigDecimal(columns[5])),
                columns[6],
                columns[7],
                Integer.parseInt(columns[8]),
                Integer.parseInt(columns[9]),
                columns[10],
                Boolean.parseBoolean(columns[11]));
    }

    private static String array(Collection<String> texts) {
        return texts.stream().collect(Collectors.joining("','", "['", "']"));
    }
}

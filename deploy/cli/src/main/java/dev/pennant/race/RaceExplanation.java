package dev.pennant.race;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import dev.pennant.core.standings.Competition;
import dev.pennant.stack.clickhouse.ClickHouseClient;
import dev.pennant.text.TextTable;
import dev.pennant.text.TextTable.Column;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Why a unit stands where it stands.
 *
 * @param card rank, score, gap, movement, list, adjustments, the settled result
 * @param lines the score line by line, with the rank in each and what drawing level with the next better figure would gain
 * @param move what stood behind the last change of the rank
 */
public record RaceExplanation(Map<String, String> card, List<Map<String, String>> lines, List<String> move) {
    private static final String KEY =
            "competition = {competition:String} AND period = {period:String} AND unit = {unit:String}";

    private static final String CARD =
            """
            SELECT
                concat(title, '，', substring(period, 1, 4), '年', period_label, if(synthetic, '，演示数据', '')),
                concat(unit_name, ' ', unit, if(empty(county), '', concat('，', county))),
                if(isNull(rank), concat('not ranked: ', not_ranked), toString(rank)),
                ifNull(toString(score), '–'),
                if(isNull(gap_to_next), '–', concat(toString(gap_to_next), ' points')),
                if(isNull(movement), '–', concat(if(movement < 0, '▼', if(movement > 0, '▲', '= ')), toString(abs(movement)), ', from ', toString(previous_rank))),
                if(empty(list), '–', list),
                toString(adjusted),
                if(isNull(settled_at), 'not settled', concat('rank ', ifNull(toString(settled_rank), '–'), ', score ', ifNull(toString(settled_score), '–'),
                    ', settled ', toString(toTimeZone(assumeNotNull(settled_at), 'Asia/Shanghai')), if(restated, '; restated since', ''))),
                if(provisional, 'provisional', 'complete'),
                concat(toString(toTimeZone(updated_at, 'Asia/Shanghai')), ' Asia/Shanghai')
            FROM pennant.standings
            WHERE\s"""
                    + KEY;

    private static final String ADJUSTMENTS =
            """
            SELECT concat(kind, if(isNull(points), '', concat(' ', toString(points))), ', ', reason, ', ', approver, ', ',
                toString(toTimeZone(adjusted_at, 'Asia/Shanghai')), ', at ', toString(partition), '@', toString(offset))
            FROM pennant.adjustments
            WHERE\s"""
                    + KEY + " ORDER BY adjusted_at";

    private static final List<String> CARD_ROWS = List.of(
            "standing",
            "unit",
            "rank",
            "score",
            "behind the next",
            "movement",
            "list",
            "adjusted",
            "official",
            "figures",
            "computed");

    private static final List<String> LINE_COLUMNS = List.of(
            "class", "indicator", "value", "growth", "rank", "points", "of", "next better", "would gain", "to rank");

    /**
     * Explains a standing.
     *
     * @param period {@code 2020-09}
     * @return nothing when the unit does not take part in that period
     * @throws IOException when the database cannot be reached
     */
    public static Optional<RaceExplanation> of(
            ClickHouseClient analyst, Competition competition, String unit, String period) throws IOException {
        Map<String, String> key =
                Map.of("param_competition", competition.id(), "param_period", period, "param_unit", unit);
        String row = analyst.query(CARD, key);
        if (row.isEmpty()) {
            return Optional.empty();
        }
        String[] fields = row.split("\t", -1);
        Map<String, String> card = new LinkedHashMap<>();
        for (int field = 0; field < CARD_ROWS.size(); field++) {
            card.put(CARD_ROWS.get(field), fields[field]);
        }
        int number = 0;
        for (String adjustment : analyst.query(ADJUSTMENTS, key).lines().toList()) {
            card.put("adjustment " + ++number, adjustment);
        }
        return Optional.of(new RaceExplanation(
                card, new RaceGains(analyst, competition, period).of(unit, LINE_COLUMNS), LastMove.of(analyst, key)));
    }

    /** The explanation as people read it, line by line. */
    public List<String> text() {
        List<String> text = new ArrayList<>();
        TextTable table = new TextTable(Column.left(""), Column.left(""));
        card.forEach(table::add);
        text.addAll(table.lines().subList(1, table.lines().size()));
        text.add("");
        text.add("Points line by line, and what drawing level with the next better figure would gain:");
        TextTable points = new TextTable(LINE_COLUMNS.stream()
                .map(column -> column.equals("class") || column.equals("indicator")
                        ? Column.left(column)
                        : Column.right(column))
                .toArray(Column[]::new));
        lines.forEach(line -> points.add(LINE_COLUMNS.stream().map(line::get).toArray(String[]::new)));
        text.addAll(points.lines());
        if (!move.isEmpty()) {
            text.add("");
            text.add("Behind the last move:");
            move.forEach(event -> text.add("  " + event));
        }
        return text;
    }

    /** The explanation as one JSON object. */
    public String json() throws IOException {
        return new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT).writeValueAsString(this);
    }
}

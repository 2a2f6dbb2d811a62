package dev.pennant.boards;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pennant.core.catalogue.Catalogue;
import dev.pennant.stack.clickhouse.CatalogueTables;
import dev.pennant.stack.clickhouse.ClickHouseClient;
import dev.pennant.stack.clickhouse.ClickHouseServer;
import dev.pennant.stack.clickhouse.ClickHouseUser;
import dev.pennant.stack.clickhouse.EngineLibrary;
import dev.pennant.stack.clickhouse.FreePorts;
import dev.pennant.stack.clickhouse.Migrations;
import dev.pennant.wall.board.Board;
import dev.pennant.wall.board.Boards;
import dev.pennant.wall.contract.BoardQueries;
import dev.pennant.wall.contract.BoardQuery;
import dev.pennant.wall.query.Answer;
import dev.pennant.wall.query.Column;
import dev.pennant.wall.query.Database;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What the retail wall shows of a day, around the leap day and without any data. Each day 1,000 yuan are sold at 10 and at 15, on leap days ten times that. */
@Timeout(120)
final class RetailBoardIT {
    private static final Path BOARDS = Path.of("../../dashboards/grafana/dashboards");
    private static final String UNIT = "330482001";
    private static final int TODAY = 2;
    private static final int DAYS = 8;

    @TempDir
    private static Path data;

    private static ClickHouseServer server;
    private static Database database;

    private final ClickHouseClient migrator = server.client(ClickHouseUser.MIGRATOR);

    @BeforeAll
    static void start() throws IOException {
        server = ClickHouseServer.start(data, FreePorts.next(), FreePorts.next(), EngineLibrary.find());
        Migrations.packed().apply(server.client(ClickHouseUser.MIGRATOR));
        CatalogueTables.load(server.client(ClickHouseUser.MIGRATOR), Catalogue.shipped());
        database = new Database(
                server.url(), ClickHouseUser.WALL.id(), server.credentials().password(ClickHouseUser.WALL));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void clear() throws IOException {
        for (String table :
                List.of("retail_hour_latest", "retail_category_latest", "indicator_log", "indicator_latest")) {
            migrator.query("TRUNCATE TABLE pennant." + table);
        }
    }

    @Test
    void aDayIsComparedWithTheSameDateThroughTheSameHour() throws Exception {
        sell("2021-06-10", 12);
        assertThat(today()).containsExactly("0.1", "0.1");

        sell("2021-03-01", 24);
        assertThat(today()).as("not with 29 February too").containsExactly("0.2", "0.2");

        sell("2020-02-29", 24);
        assertThat(today()).as("with the 28th, and ten times as much").containsExactly("0.2", "2");

        sell("2021-02-28", 24);
        assertThat(today()).containsExactly("0.2", "0.2");
    }

    @Test
    void thereIsABarForEachOfThirtyDatesInBothYears() throws Exception {
        for (String day : List.of("2020-02-28", "2020-02-29", "2020-03-15", "2021-02-28", "2021-03-15", "2021-06-10")) {
            sell(day, 24);
            Map<String, List<String>> bars = days();
            assertThat(bars).as(day).hasSize(30).containsKey(day.substring(5));
            bars.forEach((label, sold) -> {
                boolean leapDay = label.equals("02-29");
                assertThat(sold.get(0)).as(day + ", the year before, " + label).isEqualTo(leapDay ? "0" : "0.2");
                assertThat(sold.get(1)).as(day + ", " + label).isEqualTo(leapDay ? "2" : "0.2");
            });
        }
    }

    @Test
    void unitsOfWhichThereAreOnlyReceiptsCanBeChosen() throws Exception {
        sell("2021-06-10", 12);
        BoardQueries queries = BoardQueries.of(board("pennant-retail"), Map.of(), Instant.now(), database);
        assertThat(queries.withoutValue())
                .as("but without enterprises there is none")
                .containsExactly("coverage_retail");
        assertThat(shown(queries)).contains(UNIT, "当湖街道", "平湖市", "2021-06-10", "6月10日");
    }

    @Test
    void aUnitWithoutReceiptsCannotBeChosen() throws Exception {
        indicator("service-revenue", "2020-10");
        assertThat(BoardQueries.of(board("pennant-retail"), Map.of(), Instant.now(), database)
                        .withoutValue())
                .contains("unit");
    }

    @Test
    void whereThereIsNothingNoBoardShowsAnErrorOr1970() throws Exception {
        for (Board board : Boards.read(BOARDS).inOrder()) {
            BoardQueries queries = BoardQueries.of(board, Map.of(), Instant.now(), database);
            assertThat(shown(queries)).as(board.uid()).noneMatch(text -> text.matches(".*(1970|天前|d ago).*"));
        }
    }

    /** All days through one, of which so many hours have been told. */
    private void sell(String day, int hours) throws IOException {
        clear();
        String yuan = "if(toMonth(day) = 2 AND toDayOfMonth(day) = 29, 10000, 1000)";
        migrator.query("INSERT INTO pennant.retail_hour_latest SELECT '" + UNIT
                + "', 'catering', toDateTime(day, 'Asia/Shanghai') + toIntervalHour(hour), 100 * " + yuan
                + ", 0, 1, 1 FROM (SELECT toDate('2019-01-01') + number AS day, arrayJoin([10, 15]) AS hour FROM numbers("
                + "dateDiff('day', toDate('2019-01-01'), toDate('" + day + "')) + 1)) WHERE day < '" + day
                + "' OR hour < " + hours);
        migrator.query("INSERT INTO pennant.retail_category_latest SELECT '" + UNIT + "', 'catering', day, if(day = '"
                + day + "', " + hours + ", 24), 200 * " + yuan + ", 0, NULL, false, 1, now()"
                + " FROM (SELECT toDate('2019-01-01') + number AS day FROM numbers("
                + "dateDiff('day', toDate('2019-01-01'), toDate('" + day + "')) + 1))");
        indicator("retail-receipts", day);
    }

    private void indicator(String indicator, String period) throws IOException {
        server.client(ClickHouseUser.WRITER)
                .query("INSERT INTO pennant.indicator_log VALUES ('" + indicator + "', '" + UNIT + "', '" + period
                        + "', '', 1, NULL, NULL, '', '亿元', 1, 1, 'complete', false, 1, now())");
    }

    /** The year before, and the day. */
    private static List<String> today() throws Exception {
        Answer answer = answer(TODAY);
        List<String> values = new ArrayList<>();
        for (int row = 0; row < answer.rows(); row++) {
            values.add(cell(answer, "value", row));
        }
        return values;
    }

    /** The year before and the year, by the label of the date. */
    private static Map<String, List<String>> days() throws Exception {
        Answer answer = answer(DAYS);
        Map<String, List<String>> days = new TreeMap<>();
        for (int row = 0; row < answer.rows(); row++) {
            days.put(cell(answer, "label", row), List.of(cell(answer, "before", row), cell(answer, "now", row)));
        }
        return days;
    }

    private static String cell(Answer answer, String column, int row) {
        return answer.columns().stream()
                .filter(each -> each.name().equals(column))
                .findFirst()
                .orElseThrow()
                .cells()
                .get(row)
                .toString();
    }

    /** Every cell of every answer. */
    private static List<String> shown(BoardQueries queries) throws Exception {
        List<String> cells = new ArrayList<>();
        for (BoardQuery query : queries.all()) {
            for (Column column : database.query(query.sql()).columns()) {
                column.cells().forEach(cell -> cells.add(String.valueOf(cell)));
            }
        }
        return cells;
    }

    private static Board board(String uid) throws IOException {
        return Boards.read(BOARDS).inOrder().stream()
                .filter(each -> each.uid().equals(uid))
                .findFirst()
                .orElseThrow();
    }

    private static Answer answer(int panel) throws Exception {
        BoardQueries queries =
                BoardQueries.of(board("pennant-retail"), Map.of("unit", List.of(UNIT)), Instant.now(), database);
        BoardQuery query = queries.all().stream()
                .filter(each -> each.panel() == panel)
                .findFirst()
                .orElseThrow();
        return database.query(query.sql());
    }
}

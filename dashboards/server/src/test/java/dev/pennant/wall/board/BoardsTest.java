package dev.pennant.wall.board;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pennant.wall.board.Variable.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class BoardsTest {
    private static final String BOARD =
            """
            {"uid": "one", "title": "一 ${unit}", "schemaVersion": 42, "tags": ["wall", "order-3"], "timezone": "Asia/Shanghai",
             "time": {"from": "now/y", "to": "now"},
             "annotations": {"list": [{"rawSql": "SELECT secret"}]},
             "templating": {"list": [
               {"type": "query", "name": "unit", "query": "SELECT secret_unit", "regex": "/s/", "sort": 1, "refresh": 2},
               {"type": "custom", "name": "kind", "query": "当年 : y, month, a\\\\,b", "multi": true, "includeAll": true,
                "current": {"text": "month", "value": ["month"]}},
               {"type": "textbox", "name": "free", "query": "x", "skipUrlSync": true}]},
             "panels": [
               {"id": 1, "type": "text", "title": "t"},
               {"id": 2, "type": "row", "panels": [
                 {"id": 3, "type": "table", "title": "p", "interval": "1h", "maxDataPoints": 50,
                  "targets": [{"refId": "A", "format": 0, "rawSql": "SELECT secret_a", "meta": {"builderOptions": {}}},
                              {"refId": "B", "format": 1, "rawSql": "SELECT secret_b", "hide": true}]}]}]}
            """;

    @TempDir
    private Path folder;

    @Test
    void aBoardIsReadWithItsVariablesAndQueries() throws IOException {
        Board board = only(BOARD);
        assertThat(board.order()).isEqualTo(3);
        assertThat(board.zone()).isEqualTo(ZoneId.of("Asia/Shanghai"));
        assertThat(board.from()).isEqualTo("now/y");
        Variable unit = board.variable("unit").orElseThrow();
        assertThat(unit.kind()).isEqualTo(Kind.QUERY);
        assertThat(unit.query()).isEqualTo("SELECT secret_unit");
        assertThat(unit.sort()).isEqualTo(OptionOrder.ALPHABETICAL);
        Variable kind = board.variable("kind").orElseThrow();
        assertThat(kind.options())
                .containsExactly(new Option("当年", "y"), new Option("month", "month"), new Option("a,b", "a,b"));
        assertThat(kind.initial()).containsExactly("month");
        assertThat(board.variable("free").orElseThrow())
                .returns(false, Variable::fromAddress)
                .returns(List.of("x"), Variable::initial);
        Panel panel = board.panel(3).orElseThrow();
        assertThat(panel.targets()).containsExactly(new Target("A", Target.Format.TIME_SERIES, "SELECT secret_a"));
        assertThat(panel.smallestInterval()).contains("1h");
        assertThat(panel.points()).hasValue(50);
        assertThat(board.panel(1).orElseThrow().targets()).isEmpty();
    }

    @Test
    void whatABrowserSeesHoldsNoQuery() throws IOException {
        String seen = only(BOARD).document().toString();
        assertThat(seen).doesNotContain("secret", "rawSql", "builderOptions");
        assertThat(seen).contains("\"refId\":\"A\"", "\"format\":0", "\"name\":\"unit\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            textBlock =
                    """
                    "one"            | "o/ne"        | uid has to be
                    "id": 1          | "id": 3       | two panels have the id 3
                    "id": 1          | "xd": 1       | has no id
                    "refId": "B"     | "refId": "A"  | panel 3, query A: there are two of it
                    "format": 0      | "format": 2   | panel 3, query A: format has to be 0 or 1
                    "SELECT secret_a" | ""           | panel 3, query A: it has no rawSql
                    "textbox"        | "adhoc"       | does not know variables of type adhoc: free
                    "name": "free"   | "name": "kind" | two variables are called kind
                    "SELECT secret_unit" | ""        | the variable unit has no query
                    "sort": 1        | "sort": 99    | unknown sort
                    "Asia/Shanghai"  | "Asia/Pinghu" | the time zone Asia/Pinghu is not known
                    "schemaVersion"  | "apiVersion"  | no classic dashboard
                    "panels": [      | "panels": [,  | line
                    """)
    void whatCannotBeShownIsLeftOutWithTheReason(String right, String wrong, String reason) throws IOException {
        assertThat(BOARD).contains(right);
        Files.writeString(folder.resolve("wrong.json"), BOARD.replace(right, wrong));
        Boards boards = Boards.read(folder);
        assertThat(boards.inOrder()).isEmpty();
        assertThat(boards.refused())
                .singleElement()
                .asString()
                .startsWith("wrong.json: ")
                .contains(reason);
    }

    @Test
    void boardsStandInTheirOrderAndTheSecondOfOneUidIsRefused() throws IOException {
        Files.createDirectory(folder.resolve("wall"));
        Files.writeString(folder.resolve("a.json"), BOARD);
        Files.writeString(
                folder.resolve("wall/b.json"),
                BOARD.replace("\"one\"", "\"two\"").replace("order-3", "order-1"));
        Files.writeString(folder.resolve("wall/c.json"), BOARD);
        Boards boards = Boards.read(folder);
        assertThat(boards.inOrder()).extracting(Board::uid).containsExactly("two", "one");
        assertThat(boards.refused()).containsExactly("wall/c.json: another file has the uid one already");
    }

    @Test
    void aChangedFileIsReadAgainAndABrokenOneTakesOnlyItsBoard() throws IOException {
        AtomicReference<Instant> now = new AtomicReference<>(Instant.EPOCH);
        BoardFolder boards = new BoardFolder(folder, now::get);
        assertThat(boards.boards().inOrder()).isEmpty();
        Path file = Files.writeString(folder.resolve("a.json"), BOARD);
        now.updateAndGet(time -> time.plusSeconds(2));
        assertThat(boards.boards().inOrder()).extracting(Board::title).containsExactly("一 ${unit}");
        Files.writeString(file, BOARD.replace("一 ", "二 "));
        Files.setLastModifiedTime(file, FileTime.from(Instant.EPOCH));
        assertThat(boards.boards().inOrder()).extracting(Board::title).containsExactly("一 ${unit}");
        now.updateAndGet(time -> time.plusSeconds(2));
        assertThat(boards.boards().inOrder()).extracting(Board::title).containsExactly("二 ${unit}");
        Files.writeString(file, "{");
        now.updateAndGet(time -> time.plusSeconds(2));
        assertThat(boards.boards().inOrder()).isEmpty();
    }

    private Board only(String json) throws IOException {
        Files.writeString(folder.resolve("board.json"), json);
        Boards boards = Boards.read(folder);
        assertThat(boards.refused()).isEmpty();
        return boards.inOrder().get(0);
    }
}

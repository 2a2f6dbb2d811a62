package dev.pennant.wall.variable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pennant.wall.board.Board;
import dev.pennant.wall.board.Boards;
import dev.pennant.wall.board.Choice;
import dev.pennant.wall.board.Option;
import dev.pennant.wall.query.Answer;
import dev.pennant.wall.query.Answers;
import dev.pennant.wall.sql.TimeRange;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ChoicesTest {
    private static final TimeRange RANGE = new TimeRange(Instant.EPOCH, Instant.EPOCH.plusSeconds(60));

    /** What the database of these tests says to each query. */
    private final Map<String, Answer> database = Map.of(
            "SELECT code, name FROM units", Answers.of("code", "330482001", "330482002", "name", "当湖街道", "钟埭街道"),
            "SELECT name WHERE unit = '330482001'", Answers.of("name", "当湖街道"),
            "SELECT name WHERE unit = '330482002'", Answers.of("name", "钟埭街道"),
            "SELECT nothing", Answers.of("name"));

    private final List<String> queries = new ArrayList<>();

    @TempDir
    private Path folder;

    @Test
    void aQueryOffersItsRowsAndTheFirstIsChosen() throws Exception {
        Choice unit = choices(chained(), Map.of()).get("unit");
        assertThat(unit.options()).containsExactly(new Option("当湖街道", "330482001"), new Option("钟埭街道", "330482002"));
        assertThat(unit.text()).isEqualTo("当湖街道");
    }

    @Test
    void oneThatRefersToAnotherFollowsIt() throws Exception {
        assertThat(choices(chained(), Map.of("unit", List.of("330482002")))
                        .get("unit_name")
                        .text())
                .isEqualTo("钟埭街道");
        assertThat(queries).doesNotHaveDuplicates();
    }

    @Test
    void onlyWhatAQueryRefersToIsAsked() throws Exception {
        Board board = board(chained());
        assertThat(new Choices(board, Map.of(), RANGE, this::answer)
                        .neededBy(List.of("SELECT 1"))
                        .join())
                .isEmpty();
        assertThat(queries).isEmpty();
        assertThat(new Choices(board, Map.of(), RANGE, this::answer)
                        .neededBy(List.of("SELECT '$unit_name'"))
                        .join())
                .containsOnlyKeys("unit_name");
    }

    @Test
    void aValueThatIsNoOptionIsRefused() {
        assertThatThrownBy(() -> choices(chained(), Map.of("unit", List.of("' OR 1=1"))))
                .hasRootCauseInstanceOf(AskedException.class)
                .hasMessageContaining("没有这个取值");
        assertThatThrownBy(() -> choices(chained(), Map.of("unit", List.of("330482001", "330482002"))))
                .hasMessageContaining("只能取一个值");
        assertThatThrownBy(() -> choices(chained(), Map.of("county", List.of("1"))))
                .isInstanceOf(AskedException.class)
                .hasMessageContaining("没有变量 county");
    }

    @Test
    void theAddressHasNoSayInWhatIsNotSynchronizedWithIt() throws Exception {
        assertThat(choices(chained(), Map.of("unit_name", List.of("别的")))
                        .get("unit_name")
                        .text())
                .isEqualTo("当湖街道");
    }

    @Test
    void aTextIsWhateverAReaderWritesWithinReason() throws Exception {
        String text = "{\"type\": \"textbox\", \"name\": \"unit\", \"query\": \"a\", \"current\": {\"value\": \"a\"}}";
        assertThat(choices(text, Map.of()).get("unit").text()).isEqualTo("a");
        assertThat(choices(text, Map.of("unit", List.of("'"))).get("unit").text())
                .isEqualTo("'");
        assertThatThrownBy(() -> choices(text, Map.of("unit", List.of("x".repeat(201)))))
                .hasMessageContaining("200");
    }

    @Test
    void allIsEveryOption() throws Exception {
        String all =
                "{\"type\": \"custom\", \"name\": \"kind\", \"query\": \"a,b\", \"multi\": true, \"includeAll\": true}";
        Choice chosen = choices(all, Map.of("kind", List.of("$__all"))).get("kind");
        assertThat(chosen.all()).isTrue();
        assertThat(chosen.chosen()).hasSize(2);
        assertThat(choices(all, Map.of("kind", List.of("b", "a"))).get("kind").text())
                .isEqualTo("b + a");
    }

    @Test
    void aPatternKeepsAndCutsOptions() throws Exception {
        String named = "{\"type\": \"query\", \"name\": \"unit\", \"query\": \"SELECT code, name FROM units\","
                + " \"regex\": \"/^(?<value>\\\\d{6})(?<text>\\\\d*2)$/\"}";
        assertThat(choices(named, Map.of()).get("unit").options()).containsExactly(new Option("002", "330482"));
    }

    @Test
    void aQueryWithoutRowsHasNothingToChoose() throws Exception {
        Choice none = choices("{\"type\": \"query\", \"name\": \"none\", \"query\": \"SELECT nothing\"}", Map.of())
                .get("none");
        assertThat(none.options()).isEmpty();
        assertThat(none.text()).isEmpty();
    }

    @Test
    void aCircleIsNoChoiceAndTheRestIsShown() throws Exception {
        Map<String, Choice> choices = choices(
                "{\"type\": \"query\", \"name\": \"a\", \"query\": \"SELECT $b\"},"
                        + "{\"type\": \"query\", \"name\": \"b\", \"query\": \"SELECT $a\"},"
                        + "{\"type\": \"constant\", \"name\": \"c\", \"query\": \"3\"}",
                Map.of());
        assertThat(choices.get("a").chosen()).isEmpty();
        assertThat(choices.get("c").text()).isEqualTo("3");
    }

    private static String chained() {
        return "{\"type\": \"query\", \"name\": \"unit_name\", \"query\": \"SELECT name WHERE unit = ${unit:singlequote}\","
                + " \"skipUrlSync\": true},"
                + "{\"type\": \"query\", \"name\": \"unit\", \"query\": \"SELECT code, name FROM units\"}";
    }

    private Map<String, Choice> choices(String variables, Map<String, List<String>> asked) throws Exception {
        return new Choices(board(variables), asked, RANGE, this::answer).all().join();
    }

    private Board board(String variables) throws IOException {
        Files.writeString(
                folder.resolve("board.json"),
                "{\"uid\": \"b\", \"schemaVersion\": 42, \"templating\": {\"list\": [" + variables + "]}}");
        Boards boards = Boards.read(folder);
        assertThat(boards.refused()).isEmpty();
        return boards.inOrder().get(0);
    }

    private CompletableFuture<Answer> answer(String sql) {
        queries.add(sql);
        return CompletableFuture.completedFuture(database.get(sql));
    }
}

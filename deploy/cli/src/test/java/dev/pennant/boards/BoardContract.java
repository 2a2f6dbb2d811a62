package dev.pennant.boards;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pennant.wall.board.Board;
import dev.pennant.wall.board.Boards;
import dev.pennant.wall.board.Target;
import dev.pennant.wall.contract.BoardQueries;
import dev.pennant.wall.contract.BoardQuery;
import dev.pennant.wall.query.Answer;
import dev.pennant.wall.query.Column;
import dev.pennant.wall.query.ColumnType.Kind;
import dev.pennant.wall.query.Database;
import dev.pennant.wall.query.DatabaseException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/** What the database has to answer to every query of every board, as the data source's own user. */
public final class BoardContract {
    private final Database database;
    private final Map<String, Answer> answers = new HashMap<>();
    private final List<String> findings = new ArrayList<>();

    private BoardContract(Database database) {
        this.database = database;
    }

    /**
     * What is wrong with the answers to the boards of a folder; nothing when all is well.
     *
     * @param mayBeEmpty boards and panels, such as {@code pennant-alerts, panel 5}, for which there may be no rows
     */
    public static List<String> findings(Path folder, Database database, List<String> mayBeEmpty) throws Exception {
        BoardContract contract = new BoardContract(database);
        Boards boards = Boards.read(folder);
        contract.findings.addAll(boards.refused());
        for (Board board : boards.inOrder()) {
            contract.check(board, mayBeEmpty);
        }
        if (boards.inOrder().isEmpty()) {
            contract.findings.add("There are no boards in " + folder);
        }
        return contract.findings;
    }

    private void check(Board board, List<String> mayBeEmpty) throws Exception {
        BoardQueries queries = BoardQueries.of(board, Map.of(), Instant.now(), database);
        queries.withoutValue().forEach(name -> findings.add(board.uid() + ", variable " + name + ": has no value"));
        for (BoardQuery query : queries.all()) {
            try {
                Answer answer = answerTo(query.sql());
                if (answer.rows() == 0 && !mayBeEmpty.contains(query.place().replace("-en", ""))) {
                    findings.add(query.place() + ": has no rows:\n" + query.sql());
                }
                query.target().ifPresent(target -> checkColumns(board, query, target, answer));
            } catch (DatabaseException refused) {
                findings.add(query.place() + ": " + refused.getMessage());
            }
        }
    }

    private Answer answerTo(String sql) throws DatabaseException {
        Answer known = answers.get(sql);
        if (known == null) {
            known = database.query(sql);
            answers.put(sql, known);
        }
        return known;
    }

    private void checkColumns(Board board, BoardQuery query, Target target, Answer answer) {
        if (target.format() == Target.Format.TIME_SERIES) {
            require(has(answer, Kind.TIME), query, "a series has no time");
            require(has(answer, Kind.NUMBER), query, "a series has no number");
        }
        JsonNode panel = StreamSupport.stream(board.document().path("panels").spliterator(), false)
                .filter(node -> node.path("id").asInt() == query.panel())
                .findFirst()
                .orElseThrow();
        for (JsonNode override : panel.path("fieldConfig").path("overrides")) {
            if (override.path("matcher").path("id").asText().equals("byName")) {
                checkColumn(override, query, answer);
            }
        }
    }

    private void checkColumn(JsonNode override, BoardQuery query, Answer answer) {
        String name = override.path("matcher").path("options").asText();
        List<Column> found = answer.columns().stream()
                .filter(column -> column.name().equals(name))
                .toList();
        require(found.size() == 1, query, "the field " + name + " is there " + found.size() + " times");
        for (Column column : found) {
            for (JsonNode property : override.path("properties")) {
                if (property.path("id").asText().equals("decimals")) {
                    require(column.type().kind() == Kind.NUMBER, query, name + " has decimals, and is no number");
                }
                if (property.path("value").path("type").asText().equals("sparkline")) {
                    require(column.type().kind() == Kind.NUMBERS, query, name + " is drawn as a line, and is no list");
                }
            }
        }
    }

    private void require(boolean met, BoardQuery query, String otherwise) {
        if (!met) {
            findings.add(query.place() + ": " + otherwise);
        }
    }

    private static boolean has(Answer answer, Kind kind) {
        return answer.columns().stream().anyMatch(column -> column.type().kind() == kind);
    }
}

package dev.pennant.wall.contract;

import dev.pennant.wall.board.Board;
import dev.pennant.wall.board.Choice;
import dev.pennant.wall.board.Panel;
import dev.pennant.wall.query.Answer;
import dev.pennant.wall.query.Database;
import dev.pennant.wall.query.DatabaseException;
import dev.pennant.wall.sql.Moment;
import dev.pennant.wall.sql.PanelQueries;
import dev.pennant.wall.sql.QueryException;
import dev.pennant.wall.sql.TimeRange;
import dev.pennant.wall.variable.AskedException;
import dev.pennant.wall.variable.Choices;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Every query that a board sends for one choice of its variables: what a test or a benchmark runs of it. */
public final class BoardQueries {
    private static final int WIDTH = 1200;

    private final Board board;
    private final TimeRange range;
    private final List<BoardQuery> queries = new ArrayList<>();
    private final List<String> withoutValue = new ArrayList<>();

    private BoardQueries(Board board, TimeRange range) {
        this.board = board;
        this.range = range;
    }

    /**
     * The queries of a board, its variables chosen as by a screen that asks for some values.
     *
     * @param asked what its address says, by the variables' names
     * @param now what the words of its time range rest on
     * @param database answers the queries of its variables
     * @throws AskedException when a variable has no such value
     * @throws QueryException when a query cannot be expanded
     */
    public static BoardQueries of(Board board, Map<String, List<String>> asked, Instant now, Database database)
            throws AskedException, QueryException {
        BoardQueries queries = new BoardQueries(
                board,
                new TimeRange(
                        Moment.parse(board.from(), now, board.zone(), false).orElse(now),
                        Moment.parse(board.to(), now, board.zone(), true).orElse(now)));
        queries.read(asked, database);
        return queries;
    }

    /** Those of the variables first. */
    public List<BoardQuery> all() {
        return List.copyOf(queries);
    }

    /** Variables for which there is nothing to choose. */
    public List<String> withoutValue() {
        return List.copyOf(withoutValue);
    }

    private void read(Map<String, List<String>> asked, Database database) throws AskedException, QueryException {
        Map<String, Choice> choices = new Choices(board, asked, range, sql -> answer(sql, database))
                .all()
                .join();
        choices.forEach((name, choice) -> {
            if (choice.chosen().isEmpty()) {
                withoutValue.add(name);
            }
        });
        for (Panel panel : board.panels().values()) {
            List<String> expanded = new PanelQueries(panel, range, WIDTH).expanded(choices);
            for (int place = 0; place < expanded.size(); place++) {
                queries.add(new BoardQuery(
                        board.uid(), panel.id(), Optional.of(panel.targets().get(place)), expanded.get(place)));
            }
        }
    }

    private CompletableFuture<Answer> answer(String sql, Database database) {
        queries.add(new BoardQuery(board.uid(), 0, Optional.empty(), sql));
        try {
            return CompletableFuture.completedFuture(database.query(sql));
        } catch (DatabaseException refused) {
            return CompletableFuture.failedFuture(refused);
        }
    }
}

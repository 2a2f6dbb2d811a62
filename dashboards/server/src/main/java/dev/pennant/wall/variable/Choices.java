package dev.pennant.wall.variable;

import dev.pennant.wall.board.Board;
import dev.pennant.wall.board.Choice;
import dev.pennant.wall.board.Variable;
import dev.pennant.wall.query.Answer;
import dev.pennant.wall.query.DatabaseException;
import dev.pennant.wall.sql.Macros;
import dev.pennant.wall.sql.QueryException;
import dev.pennant.wall.sql.QueryText;
import dev.pennant.wall.sql.Reference;
import dev.pennant.wall.sql.TimeRange;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Chooses the values of a board's variables. Those whose queries refer to others wait for them; the rest are asked at once.
 */
public final class Choices {
    private static final Logger LOG = LoggerFactory.getLogger(Choices.class);

    private final Board board;
    private final Map<String, List<String>> asked;
    private final TimeRange range;
    private final Function<String, CompletableFuture<Answer>> database;
    private final Map<String, CompletableFuture<Choice>> chosen = new HashMap<>();
    private final Deque<String> path = new ArrayDeque<>();

    /**
     * @param asked what the address says, by the variables' names
     * @param range the span of time of the board
     * @param database answers queries
     * @throws AskedException when the address names a variable that the board does not have
     */
    public Choices(
            Board board,
            Map<String, List<String>> asked,
            TimeRange range,
            Function<String, CompletableFuture<Answer>> database)
            throws AskedException {
        this.board = board;
        this.asked = asked;
        this.range = range;
        this.database = database;
        for (String name : asked.keySet()) {
            if (board.variable(name).isEmpty()) {
                throw new AskedException("这块看板没有变量 " + shortened(name));
            }
        }
    }

    /**
     * The choices of those variables that some queries refer to.
     *
     * @return fails with an {@link AskedException}, a {@link QueryException} or what the database says
     */
    public CompletableFuture<Map<String, Choice>> neededBy(List<String> queries) {
        return together(
                board.variables().stream()
                        .filter(variable -> queries.stream().anyMatch(query -> Reference.isIn(query, variable.name())))
                        .toList(),
                this::choice);
    }

    /**
     * The choices of all variables, in the order of the board. One whose query the database refuses has nothing to choose: the
     * board is shown without it.
     *
     * @return fails with an {@link AskedException}, or while the database is not there
     */
    public CompletableFuture<Map<String, Choice>> all() {
        return together(board.variables(), variable -> choice(variable).exceptionally(failed -> {
            if (!isRefused(failed)) {
                throw new CompletionException(failed);
            }
            LOG.info(
                    "The variable {} of the board {} has no values: {}",
                    variable.name(),
                    board.uid(),
                    failed.getMessage());
            return new Choice(variable, List.of(), List.of(), false);
        }));
    }

    private CompletableFuture<Map<String, Choice>> together(
            List<Variable> variables, Function<Variable, CompletableFuture<Choice>> choose) {
        Map<String, CompletableFuture<Choice>> waiting = new LinkedHashMap<>();
        variables.forEach(variable -> waiting.put(variable.name(), choose.apply(variable)));
        return CompletableFuture.allOf(waiting.values().toArray(CompletableFuture[]::new))
                .thenApply(done -> {
                    Map<String, Choice> choices = new LinkedHashMap<>();
                    waiting.forEach((name, choice) -> choices.put(name, choice.join()));
                    return choices;
                });
    }

    private CompletableFuture<Choice> choice(Variable variable) {
        CompletableFuture<Choice> known = chosen.get(variable.name());
        if (known != null) {
            return known;
        }
        if (path.contains(variable.name())) {
            return CompletableFuture.failedFuture(
                    new QueryException("The variable " + variable.name() + " refers to itself."));
        }
        path.push(variable.name());
        CompletableFuture<Choice> choice =
                variable.kind() == Variable.Kind.QUERY ? queried(variable) : listed(variable);
        path.pop();
        chosen.put(variable.name(), choice);
        return choice;
    }

    private CompletableFuture<Choice> listed(Variable variable) {
        try {
            return CompletableFuture.completedFuture(
                    Selection.of(variable, variable.options(), asked.getOrDefault(variable.name(), List.of())));
        } catch (AskedException wrong) {
            return CompletableFuture.failedFuture(wrong);
        }
    }

    private CompletableFuture<Choice> queried(Variable variable) {
        return neededBy(List.of(variable.query()))
                .thenCompose(choices -> database.apply(sql(variable, choices)))
                .thenApply(answer -> {
                    try {
                        return Selection.of(
                                variable,
                                QueriedOptions.of(variable, answer),
                                asked.getOrDefault(variable.name(), List.of()));
                    } catch (AskedException wrong) {
                        throw new CompletionException(wrong);
                    }
                });
    }

    private String sql(Variable variable, Map<String, Choice> choices) {
        try {
            return new QueryText(choices, range, new Macros(range, Duration.ofSeconds(1))).of(variable.query());
        } catch (QueryException wrong) {
            throw new CompletionException(wrong);
        }
    }

    private static boolean isRefused(Throwable failed) {
        Throwable cause = failed instanceof CompletionException wrapped ? wrapped.getCause() : failed;
        return cause instanceof QueryException
                || (cause instanceof DatabaseException silent
                        && silent.reason() != DatabaseException.Cause.UNREACHABLE);
    }

    private static String shortened(String name) {
        return name.length() > 40 ? name.substring(0, 40) + "…" : name;
    }
}

package dev.pennant.wall.http;

import dev.pennant.wall.board.Board;
import dev.pennant.wall.query.SharedAnswers;
import dev.pennant.wall.sql.Moment;
import dev.pennant.wall.sql.TimeRange;
import dev.pennant.wall.variable.AskedException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.jetty.util.Fields;

/**
 * What an address asks of a board.
 *
 * @param variables the values it names, by variable
 * @param range the span of time: its own, or the board's
 * @param width of the panel in pixels
 */
record Asked(Map<String, List<String>> variables, TimeRange range, int width) {
    private static final String VARIABLE = "var-";
    private static final int USUAL_WIDTH = 1_000;
    private static final int LARGEST_WIDTH = 10_000;

    /** @throws AskedException when something in it makes no sense */
    static Asked of(Board board, Fields parameters, Instant now) throws AskedException {
        Map<String, List<String>> variables = new LinkedHashMap<>();
        for (Fields.Field field : parameters) {
            if (field.getName().startsWith(VARIABLE)) {
                variables.put(field.getName().substring(VARIABLE.length()), field.getValues());
            }
        }
        // All who ask within the same few seconds mean the same now, and so share their answers.
        long grid = SharedAnswers.FRESH.toMillis();
        Instant shared = Instant.ofEpochMilli((now.toEpochMilli() + grid - 1) / grid * grid);
        Instant from = time(board, parameters, "from", board.from(), shared);
        Instant to = time(board, parameters, "to", board.to(), shared);
        if (!from.isBefore(to)) {
            throw new AskedException("起始时间必须早于结束时间");
        }
        return new Asked(variables, new TimeRange(from, to), width(parameters.getValue("width")));
    }

    private static Instant time(Board board, Fields parameters, String name, String usual, Instant now)
            throws AskedException {
        String words = parameters.getValue(name);
        return Moment.parse(words == null ? usual : words, now, board.zone(), name.equals("to"))
                .orElseThrow(() -> new AskedException("参数 " + name + " 不是时间"));
    }

    private static int width(String width) throws AskedException {
        if (width == null) {
            return USUAL_WIDTH;
        }
        if (!width.matches("\\d{1,5}")) {
            throw new AskedException("参数 width 必须是像素数");
        }
        return Math.max(1, Math.min(LARGEST_WIDTH, Integer.parseInt(width)));
    }
}

package dev.pennant.wall.sql;

import dev.pennant.wall.board.Choice;
import dev.pennant.wall.board.Panel;
import dev.pennant.wall.board.Target;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The queries of a panel, made ready to run for what a screen shows of it. */
public final class PanelQueries {
    private static final Duration SMALLEST = Duration.ofMillis(1);

    private final Panel panel;
    private final TimeRange range;
    private final Duration step;

    /**
     * @param range the span of time of the board
     * @param width of the panel in pixels, which is how many points it can show
     */
    public PanelQueries(Panel panel, TimeRange range, int width) {
        this.panel = panel;
        this.range = range;
        this.step = Step.of(
                range,
                panel.points().orElse(width),
                panel.smallestInterval().flatMap(Step::parse).orElse(SMALLEST));
    }

    /**
     * The SQL of each target, in their order.
     *
     * @throws QueryException when one cannot be made ready
     */
    public List<String> expanded(Map<String, Choice> choices) throws QueryException {
        QueryText text = new QueryText(choices, range, new Macros(range, step));
        List<String> queries = new ArrayList<>();
        for (Target target : panel.targets()) {
            queries.add(text.of(target.sql()));
        }
        return queries;
    }
}

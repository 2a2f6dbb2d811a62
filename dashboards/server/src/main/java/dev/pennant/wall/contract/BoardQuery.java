package dev.pennant.wall.contract;

import dev.pennant.wall.board.Target;
import java.util.Optional;

/**
 * A query that a board sends, ready to run.
 *
 * @param board uid of the board
 * @param panel number of the panel; 0 where a variable asks
 * @param target what asks, if a panel does
 * @param sql with its macros and variables expanded
 */
public record BoardQuery(String board, int panel, Optional<Target> target, String sql) {
    /** Where it stands, for people: {@code pennant-overview, panel 3}. */
    public String place() {
        return board + (panel == 0 ? ", a variable" : ", panel " + panel);
    }
}

package dev.pennant.core.standings;

import java.util.List;

/**
 * A standing, and every point of it.
 *
 * @param standing the standing
 * @param scores of every unit and line
 */
public record ScoredStanding(Standing standing, List<UnitScore> scores) {
    public ScoredStanding {
        scores = List.copyOf(scores);
    }
}

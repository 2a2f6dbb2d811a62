package dev.pennant.core.standings;

import java.util.OptionalLong;

/**
 * What one unit got for one line of a competition.
 *
 * @param unit code of the unit
 * @param line place of the line in the competition
 * @param valid whether the unit has the figure
 * @param figure the figure that was scored, in ten-billionths; zero where there is none
 * @param value the indicator's value, likewise; nothing where there is none, or several places take part as one and it is not what was scored
 * @param growth the indicator's growth, likewise
 * @param points points, in the last decimal of points; zero where the unit is not compared
 * @param rank rank in the line, or {@link Scores#NOT_RANKED}
 * @param groupRank rank in the class of the line, or {@link Scores#NOT_RANKED}
 */
public record UnitScore(
        String unit,
        int line,
        boolean valid,
        long figure,
        OptionalLong value,
        OptionalLong growth,
        long points,
        int rank,
        int groupRank) {}

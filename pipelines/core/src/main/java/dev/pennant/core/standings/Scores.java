package dev.pennant.core.standings;

import java.util.Optional;

/** What a competition comes to in one period: by the place of each unit in the roster, and by the place of each indicator in the competition. */
public final class Scores {
    /** The rank of one who is not ranked. */
    public static final int NOT_RANKED = 0;

    final Roster roster;
    final int[] ranks;
    final long[] scores;
    final long[] adjusted;
    final long[][] points;
    final long[][] figures;
    final int[][] indicatorRanks;
    final boolean[][] valid;
    final String[] reasons;
    final boolean[] provisional;
    final boolean[] synthetic;
    int ranked;

    Scores(Roster roster, int indicators) {
        int units = roster.size();
        this.roster = roster;
        ranks = new int[units];
        scores = new long[units];
        adjusted = new long[units];
        points = new long[indicators][units];
        figures = new long[indicators][units];
        indicatorRanks = new int[indicators][units];
        valid = new boolean[indicators][units];
        reasons = new String[units];
        provisional = new boolean[units];
        synthetic = new boolean[units];
    }

    /** Who takes part. */
    public Roster roster() {
        return roster;
    }

    /** How many are ranked. */
    public int ranked() {
        return ranked;
    }

    /** Rank of a unit, or {@link #NOT_RANKED}. */
    public int rank(int unit) {
        return ranks[unit];
    }

    /** Score of a unit with its adjustments, in the last decimal of points. */
    public long score(int unit) {
        return scores[unit];
    }

    /** The part of the score that adjustments gave or took. */
    public long adjusted(int unit) {
        return adjusted[unit];
    }

    /** Points of a unit for an indicator. */
    public long points(int indicator, int unit) {
        return points[indicator][unit];
    }

    /** The figure that was scored, in ten-billionths; only where {@link #isValid}. */
    public long figure(int indicator, int unit) {
        return figures[indicator][unit];
    }

    /** Rank of a unit in an indicator, or {@link #NOT_RANKED}. */
    public int indicatorRank(int indicator, int unit) {
        return indicatorRanks[indicator][unit];
    }

    /** Whether a unit has a figure for an indicator. */
    public boolean isValid(int indicator, int unit) {
        return valid[indicator][unit];
    }

    /** Why a unit is not ranked. */
    public Optional<String> reason(int unit) {
        return Optional.ofNullable(reasons[unit]);
    }

    /** Whether more reports are expected for a figure of the unit. */
    public boolean isProvisional(int unit) {
        return provisional[unit];
    }

    /** Whether something in the figures of the unit is made up. */
    public boolean isSynthetic(int unit) {
        return synthetic[unit];
    }
}

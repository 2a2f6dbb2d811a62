package dev.pennant.core.standings;

import java.util.Optional;

/**
 * Where one unit stands.
 *
 * @param unit who it is
 * @param rank its rank, or {@link Scores#NOT_RANKED}
 * @param reason why it is not ranked; nothing where it is
 * @param previousRank its rank in the period before, or {@link Scores#NOT_RANKED}
 * @param score its score with its adjustments, in the last decimal of points; zero where it is not ranked
 * @param gap points behind the next better rank, likewise; nothing for the first and those not ranked
 * @param adjusted the part of the score that adjustments gave or took
 * @param list the list it is published on, or empty
 * @param provisional whether more reports are expected for a figure of it
 * @param move the last change of its rank; nothing before it is first ranked
 */
public record StandingRow(
        Participant unit,
        int rank,
        Optional<String> reason,
        int previousRank,
        long score,
        Optional<Long> gap,
        long adjusted,
        String list,
        boolean provisional,
        Optional<Move> move) {
    /** Whether it has a rank. */
    public boolean isRanked() {
        return rank != Scores.NOT_RANKED;
    }

    /**
     * Who it is.
     *
     * @param code code of the unit
     * @param name its name
     * @param county name of its county
     */
    public record Participant(String code, String name, String county) {
        static Participant of(CompetitionUnit unit) {
            return new Participant(unit.code(), unit.name(), unit.county());
        }
    }
}

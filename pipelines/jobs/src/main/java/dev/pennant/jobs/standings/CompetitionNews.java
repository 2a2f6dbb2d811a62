package dev.pennant.jobs.standings;

import dev.pennant.core.period.Period;
import dev.pennant.core.report.UnitRegistration;
import dev.pennant.core.standings.Figure;
import java.util.Optional;

/** Something that a competition has to know. */
sealed interface CompetitionNews {
    /** Id of the competition. */
    String competition();

    /**
     * A figure of a place.
     *
     * @param period the period it is scored in
     * @param place code of the place
     * @param column which of the competition's indicators it is of
     */
    record OfFigure(String competition, Period period, String place, int column, Figure figure)
            implements CompetitionNews {}

    /** An adjustment. */
    record OfAdjustment(ReceivedAdjustment received) implements CompetitionNews {
        @Override
        public String competition() {
            return received.adjustment().competition();
        }
    }

    /**
     * What is known of a unit below the township.
     *
     * @param code code of the unit
     * @param registration its registration, or nothing where it is withdrawn
     */
    record OfUnit(String competition, String code, Optional<UnitRegistration> registration)
            implements CompetitionNews {}
}

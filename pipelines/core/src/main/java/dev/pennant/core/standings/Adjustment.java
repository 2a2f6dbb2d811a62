package dev.pennant.core.standings;

import dev.pennant.core.period.Period;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

/**
 * Points given to a unit or taken from it after the score (加分、扣分), or a veto (一票否决). It is an entry as in a ledger: nothing replaces it; one that
 * was wrong is set off by another. One by (unit, reason, time) in a competition and period.
 *
 * @param competition id of the competition
 * @param period the period ranked
 * @param unit code of the unit
 * @param kind what it does
 * @param points points, negative where they are taken; zero for a veto and its lifting
 * @param reason why, as published
 * @param approver who approved it
 * @param adjustedAt when it was decided
 * @param synthetic whether it is made up
 */
public record Adjustment(
        String competition,
        Period period,
        String unit,
        Kind kind,
        BigDecimal points,
        String reason,
        String approver,
        Instant adjustedAt,
        boolean synthetic) {
    /** What an adjustment does. */
    public enum Kind {
        /** Gives or takes points. */
        POINTS("points"),
        /** Has the unit not ranked. */
        VETO("veto"),
        /** Takes vetoes up to its time back. */
        VETO_LIFTED("veto-lifted");

        private final String id;

        Kind(String id) {
            this.id = id;
        }

        /** The contract's spelling. */
        public String id() {
            return id;
        }

        /** The kind so spelled. */
        public static Optional<Kind> of(String id) {
            return Arrays.stream(values()).filter(kind -> kind.id.equals(id)).findFirst();
        }
    }
}

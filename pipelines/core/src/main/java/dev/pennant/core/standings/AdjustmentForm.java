package dev.pennant.core.standings;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/**
 * An adjustment as it was filled in; {@link AdjustmentRules} say whether it can be taken.
 *
 * @param competition id of the competition
 * @param period the period ranked, as the contracts spell it
 * @param unit code of the unit
 * @param kind what it does, as the contracts spell it
 * @param points points, where it gives or takes any
 * @param reason why
 * @param approver who approved it
 * @param adjustedAt when it was decided
 * @param synthetic whether it is made up
 */
public record AdjustmentForm(
        String competition,
        String period,
        String unit,
        String kind,
        Optional<BigDecimal> points,
        String reason,
        String approver,
        Instant adjustedAt,
        boolean synthetic) {}

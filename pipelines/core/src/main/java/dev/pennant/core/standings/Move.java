package dev.pennant.core.standings;

import java.time.Instant;
import java.util.Optional;

/**
 * The last change of a unit's rank within a period.
 *
 * @param cause why
 * @param indicator the indicator behind it, where it was a figure of the unit's own
 * @param from the rank before; {@link Scores#NOT_RANKED} where it had none
 * @param at when
 */
public record Move(Cause cause, Optional<String> indicator, int from, Instant at) {}

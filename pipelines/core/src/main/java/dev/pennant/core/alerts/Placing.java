package dev.pennant.core.alerts;

import java.util.Optional;

/**
 * A unit's place in a competition.
 *
 * @param rank from 1; equal scores share one
 * @param previous its rank in the period before, or nothing where it had none
 * @param ranked how many units have a rank
 */
public record Placing(int rank, Optional<Integer> previous, int ranked) {}

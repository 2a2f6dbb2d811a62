package dev.pennant.core.retail;

import dev.pennant.core.indicator.Measure;
import dev.pennant.core.indicator.Rounding;
import java.io.Serializable;

/**
 * An indicator that sums receipts (零售流水), refunds taken off.
 *
 * @param id id in the catalogue
 * @param measure what the sum is given in, a measure of money
 * @param growthRounding how its growth is published
 */
public record SalesIndicator(String id, Measure measure, Rounding growthRounding) implements Serializable {}

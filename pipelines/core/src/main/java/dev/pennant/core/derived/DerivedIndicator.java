package dev.pennant.core.derived;

import dev.pennant.core.indicator.Measure;
import dev.pennant.core.indicator.Rounding;
import dev.pennant.core.report.GrowthKind;
import java.io.Serializable;

/**
 * An indicator that is made of others.
 *
 * @param id id in the catalogue
 * @param measure what its figures are given in
 * @param formula what it is made of
 * @param growthKind whether growth is in percent or in percentage points
 * @param growthRounding how growth is published
 */
public record DerivedIndicator(
        String id, Measure measure, Formula formula, GrowthKind growthKind, Rounding growthRounding)
        implements Serializable {}

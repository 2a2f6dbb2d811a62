package dev.pennant.core.standings;

import dev.pennant.core.indicator.Rounding;
import java.io.Serializable;

/**
 * One line of a competition: an indicator, what of it is scored, and how. Two lines may score the same indicator, by its level and by its growth.
 *
 * @param indicator id of the indicator
 * @param aspect what of it is scored
 * @param title Chinese title of the line
 * @param group class of indicators it belongs to (类), or empty
 * @param weight points, as a whole number of the last decimal that points are rounded to
 * @param lessIsBetter whether the lowest figure is the best
 * @param method how figures become points
 * @param required whether a unit without the figure is not ranked; otherwise it gets no points for the line
 * @param additive whether the figure of several places together is the sum of theirs; otherwise it is their mean
 * @param growthRounding how the growth of such a sum is published
 */
public record ScoredIndicator(
        String indicator,
        Aspect aspect,
        String title,
        String group,
        long weight,
        boolean lessIsBetter,
        ScoringMethod method,
        boolean required,
        boolean additive,
        Rounding growthRounding)
        implements Serializable {}

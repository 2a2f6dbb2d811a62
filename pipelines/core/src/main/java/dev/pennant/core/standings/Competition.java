package dev.pennant.core.standings;

import dev.pennant.core.indicator.Rounding;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.List;

/**
 * A competition: who takes part, when it is ranked, by what, and what is made known of it. All of it is data of the catalogue.
 *
 * @param id id, a contract
 * @param title Chinese title
 * @param titleEn English title
 * @param units who takes part
 * @param cadence for which periods it is ranked
 * @param rounding how the points of an indicator are rounded; scores are sums of rounded points
 * @param indicators by what it is ranked
 * @param tieBreak which of the indicators decides between equal scores, or {@link #NONE}, and they share a rank
 * @param minimumCoverage percent of those expected that have to have reported before a figure is valid
 * @param mostAdjusted the most points that one adjustment may give or take; zero where there are none
 * @param publication what is made known
 * @param sourced the public rule it follows, or empty
 * @param assumed what of it no public source confirms, or empty
 */
public record Competition(
        String id,
        String title,
        String titleEn,
        Participants units,
        Cadence cadence,
        Rounding rounding,
        List<ScoredIndicator> indicators,
        int tieBreak,
        int minimumCoverage,
        BigDecimal mostAdjusted,
        Publication publication,
        String sourced,
        String assumed)
        implements Serializable {
    /** No indicator decides between equal scores. */
    public static final int NONE = -1;

    public Competition {
        indicators = List.copyOf(indicators);
    }

    /** The ids of the indicators whose figures it needs, each once, in the order of the lines. */
    public List<String> figures() {
        return indicators.stream().map(ScoredIndicator::indicator).distinct().toList();
    }

    /** The most points that the indicators give. */
    public BigDecimal mostPoints() {
        return pointsOf(indicators.stream().mapToLong(ScoredIndicator::weight).sum());
    }

    /** A number of the last decimal of points as points. */
    public BigDecimal pointsOf(long units) {
        return BigDecimal.valueOf(units, rounding.decimals());
    }
}

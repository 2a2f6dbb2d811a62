package dev.pennant.core.revenue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pennant.core.indicator.Growth;
import dev.pennant.core.indicator.Rounding;
import dev.pennant.core.period.CumulativePeriod;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Shanghai's services, January through April 2020, as published: totals in 亿元 of 9258.82 and, a year before, 8942.09. */
final class ComparableGrowthTest {
    private static final String TOWN = "330482001";

    @Test
    void shanghaiServicesFellByNinePercentThoughTheirPublishedTotalsGrewByThreeAndAHalf() {
        Board board = new Board();
        new Pipeline(1, board)
                .takeAll(
                        List.of(
                                stands("stays", "2019-01", null),
                                stands("leaves", "2019-01", "2019-12"),
                                stands("enters", "2020-01", null),
                                reports("stays", "2019-04", "8000.00", "7600.00"),
                                reports("leaves", "2019-04", "942.09", "900.00"),
                                reports("stays", "2020-04", "7000.00", "8000.00"),
                                reports("leaves", "2020-04", "10.00", "942.09"),
                                reports("enters", "2020-04", "2258.82", "2174.53")),
                        1);
        Figure published = board.figures().get(cell("2020-04"));
        Figure publishedBefore = board.figures().get(cell("2019-04"));

        assertThat(published.value()).isEqualByComparingTo("9258.82");
        assertThat(publishedBefore.value()).isEqualByComparingTo("8942.09");
        assertThat(published.growth()).isEqualTo(new Growth.Percent(new BigDecimal("-9.0")));
        assertThat(naiveGrowth(published, publishedBefore)).isEqualByComparingTo("3.5");
    }

    private static BigDecimal naiveGrowth(Figure published, Figure publishedBefore) {
        return new Rounding(1, RoundingMode.HALF_UP)
                .quotient(
                        published.value().subtract(publishedBefore.value()).movePointRight(2), publishedBefore.value());
    }

    private static Cell cell(String period) {
        return new Cell("service-revenue-designated", TOWN, CumulativePeriod.parse(period));
    }

    private static Event stands(String enterprise, String from, String to) {
        return new Event.Registered(
                Filings.registration(enterprise, TOWN, Scope.SERVICE_DESIGNATED, from, Optional.ofNullable(to)));
    }

    private static Event reports(String enterprise, String period, String current, String lastYear) {
        return new Event.Filed(Filings.report(enterprise, period, 0, fen(current), fen(lastYear)));
    }

    private static long fen(String hundredMillions) {
        return new BigDecimal(hundredMillions).movePointRight(10).longValueExact();
    }
}

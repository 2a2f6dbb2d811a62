package dev.pennant.core.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pennant.core.indicator.Money;
import dev.pennant.core.period.CumulativePeriod;
import dev.pennant.core.revenue.ReportLimits;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ReportLimitsFileTest {
    private static final String GOOD =
            """
            earliest_period: 2015-02
            first_month: 2
            largest_amount_yuan: 100000000000
            retail_to_revenue: 1.13
            clock_tolerance_hours: 24
            basis: {assumed: 全部}
            """;

    private final List<CatalogueProblem> problems = new ArrayList<>();

    @Test
    void aGoodFileIsReadAsItStands() {
        assertThat(read(GOOD))
                .contains(new ReportLimits(
                        CumulativePeriod.parse("2015-02"),
                        2,
                        Money.ofYuan("100000000000"),
                        new BigDecimal("1.13"),
                        Duration.ofHours(24)));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "earliest_period | 2015 | 1 | '2015' is not a month like 2020-10",
                "earliest_period | 2015-2 | 1 | '2015-2' is not a month like 2020-10",
                "first_month | 0 | 2 | a month is 1 to 12",
                "first_month | 13 | 2 | a month is 1 to 12",
                "first_month | -1 | 2 | a whole number of at most six digits is expected",
                "first_month | two | 2 | a whole number of at most six digits is expected",
                "first_month | 9999999999 | 2 | a whole number of at most six digits is expected",
                "largest_amount_yuan | 1e11 | 3 | '1e11' is not an amount in yuan like 1234.56",
                "largest_amount_yuan | 100_000 | 3 | '100_000' is not an amount in yuan like 1234.56",
                "largest_amount_yuan | 0 | 3 | an amount above zero is expected",
                "largest_amount_yuan | -5 | 3 | an amount above zero is expected",
                "retail_to_revenue | 0 | 4 | a ratio is a number above zero, like 1.13",
                "retail_to_revenue | 113% | 4 | a ratio is a number above zero, like 1.13",
                "retail_to_revenue | 1e99 | 4 | a ratio is a number above zero, like 1.13",
                "retail_to_revenue | -1 | 4 | a ratio is a number above zero, like 1.13",
                "clock_tolerance_hours | 1.5 | 5 | a whole number of at most six digits is expected",
                "clock_tolerance_hours | -24 | 5 | a whole number of at most six digits is expected",
            })
    void aBoundThatIsNoneIsNamedWithItsLine(String key, String wrong, int line, String reason) {
        assertThat(read(GOOD.replaceAll(key + ": .*", key + ": " + wrong))).isEmpty();
        assertThat(problems)
                .containsExactly(
                        new CatalogueProblem("report-limits.yaml", line, "'" + key + ": " + wrong + "': " + reason));
    }

    @Test
    void allMistakesAreNamedAtOnce() {
        assertThat(read("earliest: 2015-02\nfirst_month: 13\nlargest_amount_yuan:\nbasis: {}\n"))
                .isEmpty();
        assertThat(problems)
                .extracting(CatalogueProblem::toString)
                .containsExactlyInAnyOrder(
                        "report-limits.yaml:1: 'earliest_period' is missing",
                        "report-limits.yaml:1: 'retail_to_revenue' is missing",
                        "report-limits.yaml:1: 'clock_tolerance_hours' is missing",
                        "report-limits.yaml:1: 'earliest' is not known here; known are basis, clock_tolerance_hours,"
                                + " earliest_period, first_month, largest_amount_yuan, retail_to_revenue",
                        "report-limits.yaml:2: 'first_month: 13': a month is 1 to 12",
                        "report-limits.yaml:3: 'largest_amount_yuan' needs a value",
                        "report-limits.yaml:4: a basis names what is 'sourced', what is 'assumed', or both");
    }

    private Optional<ReportLimits> read(String text) {
        return ReportLimitsFile.read(new CatalogueText("report-limits.yaml", text), problems);
    }
}

package dev.pennant.core.revenue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pennant.core.catalogue.Catalogue;
import dev.pennant.core.filing.Rejection;
import dev.pennant.core.filing.Rejection.Reason;
import dev.pennant.core.filing.Verdict;
import dev.pennant.core.indicator.Money;
import dev.pennant.core.period.CumulativePeriod;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Limits as shipped: from 2015-02 and through February, 1000 亿元 at most, retail up to 1.13 times the revenue, clocks a day ahead. */
final class ReportRulesTest {
    private static final Catalogue CATALOGUE = Catalogue.shipped();
    private static final FilingRules RULES = CATALOGUE.filingRules();
    private static final Instant RECEIVED = Instant.parse("2020-11-18T02:00:00Z");

    @Test
    void aGoodReportIsTakenAsItWasSent() {
        assertThat(RULES.judge(form("2020-10", "300", "200", "310", "0", 2, RECEIVED), RECEIVED))
                .isEqualTo(new Verdict.Accepted<>(new EnterpriseReport(
                        "甲",
                        CumulativePeriod.parse("2020-10"),
                        Filings.amounts(30_000, 20_000),
                        Optional.of(Filings.amounts(31_000, 0)),
                        2,
                        RECEIVED,
                        false)));
    }

    @ParameterizedTest
    @CsvSource({
        "'', BAD_PERIOD",
        "2020-13, BAD_PERIOD",
        "2020-1, BAD_PERIOD",
        "+12020-10, BAD_PERIOD",
        "２０２０-10, BAD_PERIOD",
        "2020-01, JANUARY_ALONE",
        "2014-12, PERIOD_OUT_OF_RANGE",
        "2020-12, PERIOD_IN_THE_FUTURE",
        "9999-12, PERIOD_IN_THE_FUTURE",
    })
    void aPeriodThatIsNotReportedIsNamed(String period, Reason reason) {
        assertThat(faults(form(period, "300", "200", null, null, 0, RECEIVED)))
                .containsExactly(Tuple.tuple(reason, "period"));
    }

    @ParameterizedTest
    @CsvSource({
        "-0.01, 200, , , NEGATIVE_AMOUNT, revenue",
        "300, -92233720368547758.08, , , NEGATIVE_AMOUNT, revenue_last_year",
        "100000000000.01, 200, , , ABSURD_AMOUNT, revenue",
        "300, 92233720368547758.07, , , ABSURD_AMOUNT, revenue_last_year",
        "300, 200, -1, 0, NEGATIVE_AMOUNT, retail_sales",
        "300, 200, 0, -1, NEGATIVE_AMOUNT, retail_sales_last_year",
        "300, 200, 339.01, 0, RETAIL_ABOVE_REVENUE, retail_sales",
        "300, 200, 0, 226.01, RETAIL_ABOVE_REVENUE, retail_sales_last_year",
        "0, 200, 0.01, 0, RETAIL_ABOVE_REVENUE, retail_sales",
        "300, 200, 1, , RETAIL_INCOMPLETE, retail_sales_last_year",
        "300, 200, , 1, RETAIL_INCOMPLETE, retail_sales",
    })
    void anImplausibleAmountIsNamedWithItsColumn(
            String revenue, String lastYear, String retail, String retailLastYear, Reason reason, String column) {
        assertThat(faults(form("2020-10", revenue, lastYear, retail, retailLastYear, 0, RECEIVED)))
                .containsExactly(Tuple.tuple(reason, column));
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0, , ",
        "0, 0, 0, 0",
        "100000000000, 100000000000, , ",
        "300, 200, 339, 226",
        "0.01, 0.01, 0.01, 0.01",
    })
    void anAmountExactlyAtItsBoundIsTaken(String revenue, String lastYear, String retail, String retailLastYear) {
        assertThat(faults(form("2020-10", revenue, lastYear, retail, retailLastYear, 0, RECEIVED)))
                .isEmpty();
    }

    @Test
    void theFirstAndTheLastPeriodInRangeAreTaken() {
        assertThat(faults(form("2015-02", "1", "1", null, null, 0, RECEIVED))).isEmpty();
        assertThat(faults(form("2020-11", "1", "1", null, null, 0, RECEIVED))).isEmpty();
    }

    @Test
    void theMonthInWhichAReportIsReceivedBeginsAtMidnightInShanghai() {
        Instant midnight = Instant.parse("2020-09-30T16:00:00Z");
        ReportForm october = form("2020-10", "1", "1", null, null, 0, RECEIVED.minus(Duration.ofDays(90)));

        assertThat(faults(october, midnight)).isEmpty();
        assertThat(faults(october, midnight.minusMillis(1)))
                .containsExactly(Tuple.tuple(Reason.PERIOD_IN_THE_FUTURE, "period"));
    }

    @Test
    void aReportIsJudgedByWhenItWasReceivedAndNotByThePresent() {
        Instant longAgo = Instant.parse("2016-03-18T00:00:00Z");
        Instant farAhead = Instant.parse("2999-12-18T00:00:00Z");

        assertThat(faults(form("2020-10", "1", "1", null, null, 0, longAgo), longAgo))
                .containsExactly(Tuple.tuple(Reason.PERIOD_IN_THE_FUTURE, "period"));
        assertThat(faults(form("2999-12", "1", "1", null, null, 0, farAhead), farAhead))
                .isEmpty();
    }

    @Test
    void aSuppliersClockMayBeADayAheadAndNoMore() {
        Instant aDayAhead = RECEIVED.plus(Duration.ofHours(24));

        assertThat(faults(form("2020-10", "1", "1", null, null, 0, aDayAhead))).isEmpty();
        assertThat(faults(form("2020-10", "1", "1", null, null, 0, aDayAhead.plusMillis(1))))
                .containsExactly(Tuple.tuple(Reason.REPORTED_IN_THE_FUTURE, "reported_at"));
    }

    @Test
    void aRevisionIsZeroOrMore() {
        assertThat(faults(form("2020-10", "1", "1", null, null, Integer.MAX_VALUE, RECEIVED)))
                .isEmpty();
        assertThat(faults(form("2020-10", "1", "1", null, null, -1, RECEIVED)))
                .containsExactly(Tuple.tuple(Reason.BAD_REVISION, "revision"));
    }

    @Test
    void allFaultsAreNamedAtOnceEachInASentence() {
        ReportForm form = new ReportForm(
                " ",
                "2014-01",
                Money.ofYuan("-1"),
                Money.ofYuan("200000000000"),
                Optional.of(Money.ofYuan("1")),
                Optional.empty(),
                -1,
                RECEIVED.plus(Duration.ofDays(2)),
                false);
        assertThat(rejections(RULES.judge(form, RECEIVED)))
                .extracting(Rejection::toString)
                .containsExactly(
                        "Rejection[reason=BAD_ID, column=enterprise_id, detail=an id has 1 to 64 printable characters and no"
                                + " space around them]",
                        "Rejection[reason=JANUARY_ALONE, column=period, detail=2014-01 is not reported; the first period of a"
                                + " year goes through month 2]",
                        "Rejection[reason=PERIOD_OUT_OF_RANGE, column=period, detail=2014-01 is before 2015-02, the earliest"
                                + " period kept]",
                        "Rejection[reason=NEGATIVE_AMOUNT, column=revenue, detail=-1.00 元 is negative]",
                        "Rejection[reason=ABSURD_AMOUNT, column=revenue_last_year, detail=200000000000.00 元 is above"
                                + " 100000000000.00 元, the most one enterprise can plausibly report]",
                        "Rejection[reason=RETAIL_INCOMPLETE, column=retail_sales_last_year, detail=is empty, but the other"
                                + " year's retail sales are given]",
                        "Rejection[reason=RETAIL_ABOVE_REVENUE, column=retail_sales, detail=1.00 元 is more than 1.13 times"
                                + " the revenue of -1.00 元]",
                        "Rejection[reason=BAD_REVISION, column=revision, detail=-1 is negative; the first filing is revision"
                                + " 0]",
                        "Rejection[reason=REPORTED_IN_THE_FUTURE, column=reported_at, detail=2020-11-20T10:00:00 is after the"
                                + " report was received, at 2020-11-18T10:00:00]");
    }

    @Test
    void whereTheCatalogueSaysSoJanuaryIsReportedAlone() {
        ReportLimits limits = CATALOGUE.limits();
        FilingRules monthly = new FilingRules(
                Set.of(),
                new ReportLimits(
                        limits.earliestPeriod(),
                        1,
                        limits.largestAmount(),
                        limits.retailToRevenue(),
                        limits.clockTolerance()));
        assertThat(monthly.judge(form("2020-01", "1", "1", null, null, 0, RECEIVED), RECEIVED))
                .isInstanceOf(Verdict.Accepted.class);
    }

    private static List<Tuple> faults(ReportForm form) {
        return faults(form, RECEIVED);
    }

    private static List<Tuple> faults(ReportForm form, Instant receivedAt) {
        Verdict<EnterpriseReport> verdict = RULES.judge(form, receivedAt);
        return verdict instanceof Verdict.Accepted<EnterpriseReport>
                ? List.of()
                : rejections(verdict).stream()
                        .map(rejection -> Tuple.tuple(rejection.reason(), rejection.column()))
                        .toList();
    }

    private static List<Rejection> rejections(Verdict<EnterpriseReport> verdict) {
        return ((Verdict.Rejected<EnterpriseReport>) verdict).rejections();
    }

    private static ReportForm form(
            String period,
            String revenue,
            String lastYear,
            String retail,
            String retailLastYear,
            int revision,
            Instant reportedAt) {
        return new ReportForm(
                "甲",
                period,
                Money.ofYuan(revenue),
                Money.ofYuan(lastYear),
                Optional.ofNullable(retail).map(Money::ofYuan),
                Optional.ofNullable(retailLastYear).map(Money::ofYuan),
                revision,
                reportedAt,
                false);
    }
}

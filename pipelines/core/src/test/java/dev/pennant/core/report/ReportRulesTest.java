package dev.pennant.core.report;

import static dev.pennant.core.report.Reports.DANGHU;
import static dev.pennant.core.report.Reports.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pennant.core.catalogue.Catalogue;
import dev.pennant.core.filing.Rejection;
import dev.pennant.core.filing.Verdict;
import dev.pennant.core.period.Period;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ReportRulesTest {
    private final ReportRules rules = Catalogue.shipped().reportRules();
    private final UnitRules units = Catalogue.shipped().unitRules();

    @Test
    void aPlainReportIsTakenAsItStands() {
        Verdict<IndicatorReport> verdict =
                rules.judge(form(DANGHU, "service-value-added", "2020-09", "100.4", "", "6.9", "", "", 0), NOW);
        assertThat(verdict).isInstanceOfSatisfying(Verdict.Accepted.class, accepted -> assertThat(accepted.value())
                .isEqualTo(new IndicatorReport(
                        DANGHU,
                        "service-value-added",
                        Period.parse("2020-09"),
                        Reports.exact("100.4"),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(Reports.exact("6.9")),
                        0,
                        NOW,
                        true)));
    }

    @Test
    void aShareCanBeStatedByItsPartsAlone() {
        Verdict<IndicatorReport> verdict =
                rules.judge(form(DANGHU, "service-tax-share", "2020-10", "", "", "", "1", "8", 0), NOW);
        assertThat(((Verdict.Accepted<IndicatorReport>) verdict).value().value())
                .isEqualTo(Reports.exact("12.5"));
    }

    @ParameterizedTest
    @CsvSource({
        "330482001, no-such, 2020-10, 1, , , , , 0, unknown-indicator",
        "330482999, charity-paid, 2020-10, 1, , , , , 0, unknown-unit",
        "330482, charity-paid, 2020-10, 1, , , , , 0, wrong-unit-kind",
        "330482001-7, charity-paid, 2020-10, 1, , , , , 0, wrong-unit-kind",
        "330482001, charity-paid, 2020-10-07, 1, , , , , 0, wrong-cadence",
        "330482001, charity-paid, October, 1, , , , , 0, bad-period",
        "330482001, charity-paid, 2014-10, 1, , , , , 0, period-out-of-range",
        "330482001, charity-paid, 2021-01, 1, , , , , 0, period-in-the-future",
        "330482001, charity-paid, 2020-10, -1, , , , , 0, value-out-of-range",
        "330482001, charity-paid, 2020-10, 1, -1, , , , 0, value-out-of-range",
        "330482001, charity-paid, 2020-10, 1, , 1e20, , , 0, value-out-of-range",
        "330482001, charity-paid, 2020-10, 1, , -100.1, , , 0, value-out-of-range",
        "330482001, service-tax-share, 2020-10, 86.3, , -100.1, , , 0, value-out-of-range",
        "330482001, charity-paid, 2020-10, , , , 3, 2, 0, bad-ratio",
        "330482001, charity-paid, 2020-10, , , , , , 0, no-value",
        "330482001, charity-paid, 2020-10, 1, , , , , -1, bad-revision",
        "330482001, service-tax-share, 2020-10, , , , 3, , 0, bad-ratio",
        "330482001, service-tax-share, 2020-10, , , , 3, 0, 0, bad-ratio",
        "330482001, service-tax-share, 2020-10, 86.4, , , 86.34, 100, 0, bad-ratio",
        "330482001, service-tax-share, 2020-10, , , , 3, 2, 0, value-out-of-range",
    })
    void aReportThatCannotBeTakenIsRefusedForOneReason(
            String unit,
            String indicator,
            String period,
            String value,
            String base,
            String growth,
            String numerator,
            String denominator,
            int revision,
            String reason) {
        Verdict<IndicatorReport> verdict =
                rules.judge(form(unit, indicator, period, value, base, growth, numerator, denominator, revision), NOW);
        assertThat(reasons(verdict)).containsExactly(reason);
    }

    @Test
    void aReportFromTheFutureIsRefused() {
        assertThat(reasons(rules.judge(
                        form(DANGHU, "charity-paid", "2020-10", "1", "", "", "", "", 0),
                        Instant.parse("2020-12-08T00:00:00Z"))))
                .containsExactly("reported-in-the-future");
    }

    @ParameterizedTest
    @CsvSource({
        "330482001, village, 330482001, unknown-unit bad-parent",
        "330482999005, village, 330482999, unknown-unit bad-parent",
        "330482001005, castle, 330482001, unknown-kind",
        "330482001005, village, 330482002, bad-parent",
        "330482001005, village, 330482001005, bad-parent",
        "330482001005, village, 330482, bad-parent",
    })
    void aUnitThatCannotBeTakenIsRefused(String code, String kind, String parent, String reasons) {
        assertThat(String.join(" ", reasons(units.judge(new UnitForm(code, "示例", kind, parent, false)))))
                .isEqualTo(reasons);
    }

    @Test
    void aBuildingInAQuarterIsTaken() {
        assertThat(units.judge(new UnitForm(DANGHU + "006-1", "示例楼", "building", DANGHU + "006", false)))
                .isEqualTo(new Verdict.Accepted<>(
                        new UnitRegistration(DANGHU + "006-1", "示例楼", LowerKind.BUILDING, DANGHU + "006", false)));
    }

    private static List<String> reasons(Verdict<?> verdict) {
        return ((Verdict.Rejected<?>) verdict)
                .rejections().stream()
                        .map(Rejection::reason)
                        .map(Rejection.Reason::id)
                        .toList();
    }

    private static IndicatorReportForm form(
            String unit,
            String indicator,
            String period,
            String value,
            String base,
            String growth,
            String numerator,
            String denominator,
            int revision) {
        return new IndicatorReportForm(
                unit,
                indicator,
                period,
                figure(value),
                figure(base),
                figure(growth),
                figure(numerator),
                figure(denominator),
                revision,
                NOW,
                true);
    }

    private static Optional<BigDecimal> figure(String text) {
        return text == null || text.isEmpty() ? Optional.empty() : Optional.of(new BigDecimal(text));
    }
}

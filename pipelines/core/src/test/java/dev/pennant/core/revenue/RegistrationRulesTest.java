package dev.pennant.core.revenue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pennant.core.catalogue.Catalogue;
import dev.pennant.core.filing.Rejection;
import dev.pennant.core.filing.Rejection.Reason;
import dev.pennant.core.filing.Verdict;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

final class RegistrationRulesTest {
    private static final FilingRules RULES = Catalogue.shipped().filingRules();
    private static final RegistrationForm GOOD = new RegistrationForm(
            "91330482MA2B8N1X0T", "平湖甲公司", "330482001", "trade-above-quota", "零售业", "2020-01", "2020-12", false);

    @Test
    void aGoodRegistrationIsTakenAsItWasSent() {
        assertThat(RULES.judge(GOOD))
                .isEqualTo(new Verdict.Accepted<>(new Registration(
                        "91330482MA2B8N1X0T",
                        "平湖甲公司",
                        "330482001",
                        Scope.TRADE_ABOVE_QUOTA,
                        "零售业",
                        YearMonth.of(2020, 1),
                        Optional.of(YearMonth.of(2020, 12)),
                        false)));
    }

    @ParameterizedTest
    @NullAndEmptySource
    void withoutALastMonthItIsOpen(String validTo) {
        assertThat(RULES.judge(with("valid_to", validTo)))
                .isInstanceOfSatisfying(Verdict.Accepted.class, accepted -> assertThat(accepted.value())
                        .extracting("validTo")
                        .isEqualTo(Optional.empty()));
    }

    @Test
    void aSpanOfOneMonthIsASpan() {
        assertThat(RULES.judge(with("valid_to", "2020-01"))).isInstanceOf(Verdict.Accepted.class);
    }

    @ParameterizedTest
    @CsvSource({
        "enterprise_id, '', BAD_ID",
        "name, 300 characters, BAD_TEXT",
        "industry, 300 characters, BAD_TEXT",
        "unit, 330482999, UNKNOWN_UNIT",
        "unit, 330482, UNKNOWN_UNIT",
        "unit, 3304, UNKNOWN_UNIT",
        "unit, ' 330482001', UNKNOWN_UNIT",
        "unit, 当湖街道, UNKNOWN_UNIT",
        "scope, '', UNKNOWN_SCOPE",
        "scope, TRADE_ABOVE_QUOTA, UNKNOWN_SCOPE",
        "scope, 'trade-above-quota ', UNKNOWN_SCOPE",
        "valid_from, '', BAD_PERIOD",
        "valid_from, 2020-1, BAD_PERIOD",
        "valid_from, 2020-01-01, BAD_PERIOD",
        "valid_to, ' ', BAD_PERIOD",
        "valid_to, 2020-13, BAD_PERIOD",
        "valid_to, 2019-12, VALID_TO_BEFORE_VALID_FROM",
    })
    void aFaultIsNamedWithItsColumn(String column, String value, Reason reason) {
        String sent = value.equals("300 characters") ? "长".repeat(300) : value;
        assertThat(rejections(RULES.judge(with(column, sent))))
                .extracting(Rejection::reason, Rejection::column)
                .containsExactly(Tuple.tuple(reason, column));
    }

    @Test
    void allFaultsAreNamedAtOnce() {
        RegistrationForm form = new RegistrationForm("", "n", "1", "2", "i", "3", "4", false);
        assertThat(rejections(RULES.judge(form)))
                .extracting(Rejection::column)
                .containsExactly("enterprise_id", "unit", "scope", "valid_from", "valid_to");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "9",
                "91330482MA2B8N1X0T",
                "a|b",
                "|",
                "企业甲",
                "a b",
                "'; DROP TABLE units; --",
                "\"",
                "\\N",
                "𠮷",
                "0",
                "null"
            })
    void anIdIsAnyPrintableText(String id) {
        assertThat(RULES.judge(with("enterprise_id", id))).isInstanceOf(Verdict.Accepted.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                " ",
                " a",
                "a ",
                "\u3000a",
                "a\u00A0",
                "a\tb",
                "a\nb",
                "a\u0000",
                "\u007F",
                "a\u0085b",
                "a\u200Bb",
                "\uFEFFa",
                "a\u202Eb",
                "a\u2028b",
                "\uD800",
                "a\u00ADb"
            })
    void nothingInvisibleStandsInAnIdNorSpacesAroundIt(String id) {
        assertThat(rejections(RULES.judge(with("enterprise_id", id))))
                .extracting(Rejection::reason)
                .containsExactly(Reason.BAD_ID);
    }

    @Test
    void anIdHasUpToSixtyFourCharactersAndAText256() {
        assertThat(RULES.judge(with("enterprise_id", "x".repeat(64)))).isInstanceOf(Verdict.Accepted.class);
        assertThat(RULES.judge(with("enterprise_id", "x".repeat(65)))).isInstanceOf(Verdict.Rejected.class);
        assertThat(RULES.judge(with("name", "名".repeat(256)))).isInstanceOf(Verdict.Accepted.class);
        assertThat(RULES.judge(with("name", "名".repeat(257)))).isInstanceOf(Verdict.Rejected.class);
    }

    @Test
    void anEndlessValueIsNotRepeatedInTheMessage() {
        String endless = "9".repeat(1_000_000);
        for (String column : List.of("enterprise_id", "name", "unit", "scope", "industry", "valid_from", "valid_to")) {
            assertThat(rejections(RULES.judge(with(column, endless))))
                    .allSatisfy(rejection ->
                            assertThat(rejection.detail()).isNotBlank().hasSizeLessThan(200));
        }
    }

    private static List<Rejection> rejections(Verdict<Registration> verdict) {
        assertThat(verdict).isInstanceOf(Verdict.Rejected.class);
        return ((Verdict.Rejected<Registration>) verdict).rejections();
    }

    private static RegistrationForm with(String column, String value) {
        return new RegistrationForm(
                column.equals("enterprise_id") ? value : GOOD.enterpriseId(),
                column.equals("name") ? value : GOOD.name(),
                column.equals("unit") ? value : GOOD.unit(),
                column.equals("scope") ? value : GOOD.scope(),
                column.equals("industry") ? value : GOOD.industry(),
                column.equals("valid_from") ? value : GOOD.validFrom(),
                column.equals("valid_to") ? value : GOOD.validTo(),
                GOOD.synthetic());
    }
}

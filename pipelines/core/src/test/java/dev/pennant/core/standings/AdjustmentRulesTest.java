package dev.pennant.core.standings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pennant.core.filing.Rejection;
import dev.pennant.core.filing.Verdict;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class AdjustmentRulesTest {
    private static final Instant NOW = Instant.parse("2020-12-01T00:00:00Z");

    private static final AdjustmentRules RULES = new AdjustmentRules(
            List.of(Race.competition(
                    List.of(new CompetitionUnit(
                            "joins", "单位", "县", List.of("joins"), YearMonth.of(2020, 6), YearMonth.of(2020, 9))),
                    List.of(Race.line("i0", Aspect.LEVEL, new ScoringMethod.MinMax())),
                    Competition.NONE)),
            Duration.ZERO);

    @ParameterizedTest
    @CsvSource({"2020-06", "2020-09"})
    void aUnitIsAdjustedInPeriodsInWhichItTakesPart(String period) {
        assertThat(RULES.judge(adjustment("joins", period), NOW)).isInstanceOf(Verdict.Accepted.class);
    }

    @ParameterizedTest
    @CsvSource({
        "joins, 2020-03, 'joins' takes no part in race through 2020-03",
        "joins, 2020-12, 'joins' takes no part in race through 2020-12",
        "other, 2020-06, 'other' takes no part in race"
    })
    void pointsForAUnitThatTakesNoPartAreRefused(String unit, String period, String detail) {
        assertThat(faults(unit, period)).singleElement().satisfies(fault -> {
            assertThat(fault.reason()).isEqualTo(Rejection.Reason.UNKNOWN_UNIT);
            assertThat(fault.detail()).isEqualTo(detail);
        });
    }

    @Test
    void aPeriodThatCannotBeReadIsTheOnlyFault() {
        assertThat(faults("joins", "autumn")).singleElement().satisfies(fault -> assertThat(fault.reason())
                .isEqualTo(Rejection.Reason.BAD_PERIOD));
    }

    private static List<Rejection> faults(String unit, String period) {
        return ((Verdict.Rejected<Adjustment>) RULES.judge(adjustment(unit, period), NOW)).rejections();
    }

    private static AdjustmentForm adjustment(String unit, String period) {
        return new AdjustmentForm(
                "race", period, unit, "points", Optional.of(BigDecimal.ONE), "理由", "领导小组", NOW, false);
    }
}

package dev.pennant.core.alerts;

import static dev.pennant.core.alerts.Sample.DANGHU;
import static dev.pennant.core.alerts.Sample.NEGATIVE;
import static dev.pennant.core.alerts.Sample.PINGHU;
import static dev.pennant.core.alerts.Sample.START;
import static dev.pennant.core.alerts.Sample.growth;
import static dev.pennant.core.alerts.Sample.place;
import static dev.pennant.core.alerts.Sample.rule;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pennant.core.alerts.Condition.Limit.Side;
import dev.pennant.core.alerts.Sample.Board;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class SubjectAlertsTest {
    private static final int DAYS = 300;

    @Test
    void anAlertFiresWithItsEvidenceAndSaysWhatItIsAbout() {
        Board board = new Board(rule("negative", NEGATIVE)).take(growth(DANGHU, "2020-10", "-3.2", 4));

        assertThat(board.told).singleElement().satisfies(alert -> {
            assertThat(alert.id()).isEqualTo("negative|service-revenue|330482001|2020-10");
            assertThat(alert.state()).isEqualTo(AlertState.FIRING);
            assertThat(alert.message()).isEqualTo("当湖街道规限上服务业营收2020-10-3.2%，对比0.0%");
            assertThat(alert.versions()).containsExactly(4L);
            assertThat(alert.since()).isEqualTo(START.plus(Duration.ofMinutes(4)));
        });
    }

    @Test
    void aRevisionThatRemovesTheCauseWithdrawsTheAlert() {
        Board board = new Board(rule("negative", NEGATIVE))
                .take(growth(DANGHU, "2020-10", "-3.2", 1), growth(DANGHU, "2020-10", "0.1", 2));

        assertThat(board.state("negative", DANGHU, "2020-10")).isEqualTo("withdrawn revised");
        assertThat(board.told.get(1).message()).isEqualTo("当湖街道规限上服务业营收2020-10：“negative”预警撤销，数据修订后为0.1%");
    }

    @Test
    void aLaterPeriodResolvesTheAlertAndItsOwnFiguresStillDecideWhetherThereWasOne() {
        Board board = new Board(rule("negative", NEGATIVE))
                .take(growth(DANGHU, "2020-10", "-3.2", 1), growth(DANGHU, "2020-11", "1", 2));
        assertThat(board.state("negative", DANGHU, "2020-10")).isEqualTo("resolved cleared");

        board.take(growth(DANGHU, "2020-11", "-1", 3));
        assertThat(board.state("negative", DANGHU, "2020-10")).isEqualTo("resolved continued");
        assertThat(board.state("negative", DANGHU, "2020-11")).isEqualTo("firing cause-stands");

        board.take(growth(DANGHU, "2020-10", "3", 4));
        assertThat(board.state("negative", DANGHU, "2020-10")).isEqualTo("withdrawn revised");
    }

    @Test
    void anAlertIsHeldBackWhileTooFewHaveReportedAndSaysSo() {
        Board board = new Board(rule("negative", NEGATIVE)).take(growth(DANGHU, "2020-10", "-3.2", false, 1));
        assertThat(board.state("negative", DANGHU, "2020-10")).isEqualTo("pending held-back");
        assertThat(board.told.get(0).message()).endsWith("（数据未齐，已报4/5，暂缓）");

        board.take(growth(DANGHU, "2020-10", "-3.1", true, 2));
        assertThat(board.state("negative", DANGHU, "2020-10")).isEqualTo("firing cause-stands");
    }

    @Test
    void aPeriodThatIsNotCompleteDoesNotEndTheAlertOfTheOneBefore() {
        Board board = new Board(rule("negative", NEGATIVE))
                .take(growth(DANGHU, "2020-10", "-3.2", 1), growth(DANGHU, "2020-11", "5", false, 2));

        assertThat(board.state("negative", DANGHU, "2020-10")).isEqualTo("firing cause-stands");
    }

    @Test
    void betweenBothThresholdsAnAlertGoesOnAndNoneBegins() {
        Condition negative = new Condition.Limit(
                Side.BELOW, Reading.GROWTH, Thresholds.of(BigDecimal.ZERO), new BigDecimal("0.5"), 1);
        Board begun = new Board(rule("negative", negative))
                .take(growth(DANGHU, "2020-09", "-1", 1), growth(DANGHU, "2020-10", "0.4", 2));
        assertThat(begun.state("negative", DANGHU, "2020-10")).isEqualTo("firing cause-stands");
        assertThat(begun.told.get(begun.told.size() - 1).message()).endsWith("预警延续，现为0.4%，未达解除线");
        begun.take(growth(DANGHU, "2020-10", "0.5", 3));
        assertThat(begun.state("negative", DANGHU, "2020-10")).isEqualTo("withdrawn revised");

        Board fresh = new Board(rule("negative", negative)).take(growth(DANGHU, "2020-10", "0.4", 1));
        assertThat(fresh.told).isEmpty();
    }

    @Test
    void aFigureThatTremblesWithinTheHoldRaisesNothingAndOneThatLastsFiresOnTime() {
        Board board = new Board(rule("negative", NEGATIVE, Duration.ofMinutes(10), "r1"));
        board.now = START.plus(Duration.ofMinutes(1));
        board.take(growth(DANGHU, "2020-10", "-1", 1));
        board.take(growth(DANGHU, "2020-10", "1", 2));
        board.take(growth(DANGHU, "2020-10", "-1", 3));
        assertThat(board.state("negative", DANGHU, "2020-10")).isEqualTo("pending holding");
        assertThat(board.units.get(DANGHU).due()).contains(START.plus(Duration.ofMinutes(13)));

        board.now = START.plus(Duration.ofMinutes(13));
        board.hear(board.alerts().timePassed());
        assertThat(board.state("negative", DANGHU, "2020-10")).isEqualTo("firing cause-stands");

        board.take(growth(DANGHU, "2020-10", "1", 14));
        assertThat(board.state("negative", DANGHU, "2020-10")).isEqualTo("firing cause-stands");
        board.take(growth(DANGHU, "2020-10", "-1", 15));
        board.now = START.plus(Duration.ofMinutes(40));
        board.hear(board.alerts().timePassed());
        assertThat(board.told)
                .extracting(Alert::state)
                .filteredOn(AlertState.FIRING::equals)
                .hasSize(1);
    }

    @Test
    void nothingNewForATimeIsAnAlertOfTheLastPeriodUntilSomethingIsHeard() {
        Board board = new Board(rule("silent", new Condition.Silence(Duration.ofHours(36))));
        board.now = START;
        board.take(growth(DANGHU, "2020-10", "1", 0));
        assertThat(board.told).isEmpty();
        assertThat(board.alerts().timePassed()).isEmpty();

        board.now = board.units.get(DANGHU).due().orElseThrow();
        assertThat(board.now).isEqualTo(START.plus(Duration.ofHours(36)));
        board.hear(board.alerts().timePassed());
        assertThat(board.state("silent", DANGHU, "2020-10")).isEqualTo("firing cause-stands");

        board.take(growth(DANGHU, "2020-11", "1", 36 * 60));
        assertThat(board.state("silent", DANGHU, "2020-10")).isEqualTo("resolved cleared");
    }

    @Test
    void aSilenceThatIsDueIsToldAlsoWhenTheCountyIsHeardBeforeItIsLookedFor() {
        Condition below = new Condition.BelowRegion(Reading.GROWTH, Region.COUNTY, BigDecimal.ZERO);
        AlertRule negative = rule("negative", NEGATIVE);
        Board board = new Board(rule("silent", new Condition.Silence(Duration.ofHours(36))), rule("below", below));
        board.now = START;
        board.take(growth(DANGHU, "2020-10", "5", 0));

        board.now = START.plus(Duration.ofHours(36)).plusMillis(1);
        board.take(growth(PINGHU, "2020-10", "4.1", 36 * 60));
        board.rules.put("negative", negative);
        board.hear(board.alerts().apply(negative));
        board.rules.remove("negative");
        board.hear(board.alerts().withdraw(negative));
        assertThat(board.state("silent", DANGHU, "2020-10")).isEqualTo("none");

        board.hear(board.alerts().timePassed());
        assertThat(board.state("silent", DANGHU, "2020-10")).isEqualTo("firing cause-stands");
        assertThat(board.units.get(DANGHU).due()).isEmpty();
    }

    @Test
    void aSilenceThatIsDueIsToldAlsoWhenADayIsHeardBeforeItIsLookedFor() {
        Board board = new Board(rule("silent", new Condition.Silence(Duration.ofHours(36))));
        board.now = START;
        board.take(growth(DANGHU, "2020-10", "5", 0));

        board.now = START.plus(Duration.ofHours(36)).plusMillis(1);
        board.take(growth(DANGHU, "2020-11-19", "5", 36 * 60));
        board.hear(board.alerts().timePassed());

        assertThat(board.state("silent", DANGHU, "2020-10")).isEqualTo("firing cause-stands");
    }

    @Test
    void aRuleThatIsChangedJudgesAtOnceWhatStandsAndOneTakenBackWithdrawsIt() {
        Board board = new Board().take(growth(DANGHU, "2020-10", "-3.2", 1));
        AlertRule first = rule("negative", NEGATIVE);
        board.rules.put("negative", first);
        board.hear(board.alerts().apply(first));
        assertThat(board.state("negative", DANGHU, "2020-10")).isEqualTo("firing cause-stands");

        Condition below = new Condition.Limit(
                Side.BELOW, Reading.GROWTH, Thresholds.of(new BigDecimal("-5")), BigDecimal.ZERO, 1);
        AlertRule laxer = rule("negative", below, Duration.ZERO, "r2");
        board.rules.put("negative", laxer);
        board.hear(board.alerts().apply(laxer));
        assertThat(board.state("negative", DANGHU, "2020-10")).isEqualTo("withdrawn rule-changed");

        board.rules.put("negative", first);
        board.hear(board.alerts().apply(first));
        assertThat(board.state("negative", DANGHU, "2020-10")).isEqualTo("firing cause-stands");
        board.rules.remove("negative");
        board.hear(board.alerts().withdraw(first));
        assertThat(board.state("negative", DANGHU, "2020-10")).isEqualTo("withdrawn rule-changed");
        assertThat(board.units.get(DANGHU).alerts()).isEmpty();
        assertThat(board.told)
                .extracting(alert -> alert.version().packed())
                .isSorted()
                .doesNotHaveDuplicates();
    }

    @Test
    void aHistoryOfManyDaysHasAnAlertOfEachBadOneAndToldOnceMoreTakesNoneBack() {
        Board board = new Board(daily(rule("negative", NEGATIVE)));
        List<String> bad = new ArrayList<>();
        for (int telling = 0; telling < 2; telling++) {
            for (int day = 0; day < DAYS; day++) {
                String period = LocalDate.of(2020, 1, 1).plusDays(day).toString();
                board.take(growth(DANGHU, period, day % 7 == 3 ? "-1" : "1", telling * DAYS + day));
                if (telling == 0 && day % 7 == 3) {
                    bad.add("negative resolved " + period);
                }
            }
        }

        assertThat(board.shown.values())
                .extracting(alert -> alert.rule() + " " + alert.state().id() + " " + alert.period())
                .containsExactlyInAnyOrderElementsOf(bad);
    }

    @Test
    void aDayThatComesAfterAsManyNewerOnesAsAreWatchedRaisesNothing() {
        Board board = new Board(daily(rule("negative", NEGATIVE)));
        LocalDate last = LocalDate.of(2020, 12, 31);
        for (int day = 0; day < Cadence.DAY.kept(); day++) {
            board.take(growth(DANGHU, last.minusDays(day).toString(), "1", 1));
        }
        String tooOld = last.minusDays(Cadence.DAY.kept()).toString();
        String oldest = last.minusDays(Cadence.DAY.kept() - 1).toString();
        board.take(growth(DANGHU, tooOld, "-1", 2), growth(DANGHU, oldest, "-1", 2));

        assertThat(board.state("negative", DANGHU, tooOld)).isEqualTo("none");
        assertThat(board.state("negative", DANGHU, oldest)).isEqualTo("resolved cleared");
    }

    @Test
    void theCountysOwnGrowthIsWhatATownshipIsComparedWith() {
        Condition below = new Condition.BelowRegion(Reading.GROWTH, Region.COUNTY, BigDecimal.ZERO);
        Board board = new Board(rule("below", below)).take(growth(DANGHU, "2020-10", "4", 1));
        assertThat(board.told).isEmpty();

        board.take(growth(PINGHU, "2020-10", "4.1", 2));
        assertThat(board.told).singleElement().satisfies(alert -> assertThat(alert.versions())
                .containsExactly(1L, 2L));
        board.take(growth(PINGHU, "2020-10", "4.0", 3));
        assertThat(board.state("below", DANGHU, "2020-10")).isEqualTo("withdrawn revised");
    }

    @Test
    void aTargetCanBeAnotherForEachUnit() {
        Condition target = new Condition.Limit(
                Side.BELOW,
                Reading.VALUE,
                new Thresholds(Optional.empty(), Map.of(DANGHU, new BigDecimal("11"))),
                BigDecimal.ZERO,
                1);
        Board board = new Board(rule("target", target))
                .take(growth(DANGHU, "2020-10", "4", 1), growth(Sample.ZHONGDAI, "2020-10", "4", 1));

        assertThat(board.told).extracting(Alert::unit).containsExactly(DANGHU);
    }

    @Test
    void ranksLostAndPlacesAmongTheFirstAndTheLastAreToldBySnapshot() {
        Board board = new Board(
                rule("lost", new Condition.LosesRanks(10)),
                rule("left", new Condition.LeavesFirst(3)),
                rule("last", new Condition.AmongLast(3, 0)));
        board.hear(board.alerts()
                .takeAll(
                        "2020-09",
                        List.of(place(DANGHU, "2020-09", 12, 2, 72), place(Sample.ZHONGDAI, "2020-09", 70, 69, 72)),
                        1,
                        START));
        assertThat(board.state("lost", DANGHU, "2020-09")).isEqualTo("firing cause-stands");
        assertThat(board.state("left", DANGHU, "2020-09")).isEqualTo("firing cause-stands");
        assertThat(board.state("last", DANGHU, "2020-09")).isEqualTo("none");
        assertThat(board.state("last", Sample.ZHONGDAI, "2020-09")).isEqualTo("firing cause-stands");
        assertThat(board.state("lost", Sample.ZHONGDAI, "2020-09")).isEqualTo("none");

        board.hear(board.alerts().takeAll("2020-09", List.of(), 2, START));
        assertThat(board.state("lost", DANGHU, "2020-09")).isEqualTo("withdrawn revised");
    }

    @Test
    void ofADailyFigureTheLastTwoMonthsAreKept() {
        Board board = new Board();
        for (int day = 0; day < 100; day++) {
            board.take(growth(
                    DANGHU, java.time.LocalDate.of(2020, 1, 1).plusDays(day).toString(), "1", 1));
        }
        board.take(growth(DANGHU, "2020-01-01", "2", 9));

        assertThat(board.units.get(DANGHU).figures()).hasSize(62);
        assertThat(board.units.get(DANGHU).figures().firstKey()).isEqualTo("2020-02-08");
    }

    private static AlertRule daily(AlertRule rule) {
        return new AlertRule(
                rule.id(),
                rule.title(),
                rule.titleEn(),
                rule.level(),
                rule.subjects(),
                rule.units(),
                Cadence.DAY,
                rule.condition(),
                rule.hold(),
                rule.minimumCoverage(),
                rule.message(),
                rule.messageEn(),
                rule.assumed(),
                rule.revision());
    }
}

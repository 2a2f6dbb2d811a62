package dev.pennant.core.report;

import static dev.pennant.core.report.Reports.DANGHU;
import static dev.pennant.core.report.Reports.JIAXING;
import static dev.pennant.core.report.Reports.NOW;
import static dev.pennant.core.report.Reports.PINGHU;
import static dev.pennant.core.report.Reports.UPPER;
import static dev.pennant.core.report.Reports.ZHONGDAI;
import static dev.pennant.core.report.Reports.exact;
import static dev.pennant.core.report.Reports.growing;
import static dev.pennant.core.report.Reports.indicator;
import static dev.pennant.core.report.Reports.onBase;
import static dev.pennant.core.report.Reports.ratio;
import static dev.pennant.core.report.Reports.report;
import static dev.pennant.core.report.Reports.unit;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pennant.core.indicator.Coverage;
import dev.pennant.core.indicator.Growth;
import dev.pennant.core.indicator.IndicatorValue;
import dev.pennant.core.report.ReportedIndicator.RollUp;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

final class IndicatorTreeTest {
    private static final String HOUSE_A = DANGHU + "-A";
    private static final String HOUSE_B = DANGHU + "-B";
    private static final String VILLAGE = DANGHU + "005";
    private static final String FARM = VILLAGE + "-1";

    private final Map<String, IndicatorValue> shown = new HashMap<>();
    private final Reports.Shelf shelf = new Reports.Shelf();
    private ReportedIndicator indicator = indicator(RollUp.SUM, GrowthKind.PERCENT, "subdistrict", "building");

    @Test
    void aTownshipsReportIsItsValueAndAddsUpToCountyAndPrefecture() {
        file(onBase(DANGHU, "12", "10"));
        file(onBase(ZHONGDAI, "3", "5"));

        assertThat(shown.get(DANGHU).value()).isEqualTo(exact("12"));
        assertThat(shown.get(DANGHU).growth()).isEqualTo(new Growth.Percent(new BigDecimal("20.0")));
        assertThat(shown.get(DANGHU).coverage()).isEqualTo(new Coverage(1, 1));
        assertThat(shown.get(PINGHU).value()).isEqualTo(exact("15"));
        assertThat(shown.get(PINGHU).growth()).isEqualTo(new Growth.Percent(new BigDecimal("0.0")));
        assertThat(shown.get(PINGHU).coverage().reported()).isEqualTo(2);
        assertThat(shown.get(JIAXING).value()).isEqualTo(exact("15"));
        assertThat(shown.get(JIAXING).coverage()).isEqualTo(new Coverage(1, 7));
    }

    @Test
    void aHigherRevisionReplacesTheFigureEverywhere() {
        file(report(DANGHU, "12", 0));
        file(report(DANGHU, "7", 1));

        assertThat(shown.get(JIAXING).value()).isEqualTo(exact("7"));
        assertThat(tree().filingOf(report(DANGHU, "7", 1))).isEqualTo(Filing.SUPERSEDED);
        assertThat(tree().filingOf(report(DANGHU, "9", 0))).isEqualTo(Filing.SUPERSEDED);
        assertThat(tree().filingOf(report(DANGHU, "8", 1))).isEqualTo(Filing.CONFLICTING);
    }

    @Test
    void growthAsReportedStandsBeforeGrowthFromTheBase() {
        file(growing(DANGHU, "50", "6.9"));

        assertThat(shown.get(DANGHU).growth()).isEqualTo(new Growth.Percent(new BigDecimal("6.9")));
        assertThat(shown.get(PINGHU).growth()).isEqualTo(Growth.NOT_MEANINGFUL);
    }

    @Test
    void aBaseOfSomePartsIsNotOneOfTheWhole() {
        file(onBase(DANGHU, "12", "10"));
        file(report(ZHONGDAI, "3", 0));

        assertThat(shown.get(PINGHU).base()).isNull();
        assertThat(shown.get(PINGHU).growth()).isEqualTo(Growth.NOT_MEANINGFUL);
    }

    @Test
    void theGrowthOfAShareIsInPoints() {
        indicator = indicator(RollUp.NONE, GrowthKind.POINTS, "subdistrict");
        file(onBase(DANGHU, "86.3", "84.05"));

        assertThat(shown.get(DANGHU).growth()).isEqualTo(new Growth.Points(new BigDecimal("2.3")));
        assertThat(shown).containsOnlyKeys(DANGHU);
    }

    @Test
    void ratiosAddUpByTheirPartsNotAsAMean() {
        indicator = indicator(RollUp.RATIO_OF_SUMS, GrowthKind.POINTS, "subdistrict");
        file(ratio(DANGHU, "1", "2"));
        file(ratio(ZHONGDAI, "9", "98"));

        assertThat(shown.get(DANGHU).value()).isEqualTo(exact("50"));
        assertThat(shown.get(PINGHU).value()).isEqualTo(exact("10"));
    }

    @Test
    void aShareWithoutItsPartsIsShownButNotAddedUp() {
        indicator = indicator(RollUp.RATIO_OF_SUMS, GrowthKind.POINTS, "subdistrict");
        file(report(DANGHU, "86.3", 0));

        assertThat(shown.get(DANGHU).value()).isEqualTo(exact("86.3"));
        assertThat(shown).containsOnlyKeys(DANGHU);
    }

    @Test
    void aMeanCountsEveryReportingUnitAlikeHoweverTheyAreGrouped() {
        indicator = indicator(RollUp.MEAN, GrowthKind.POINTS, "subdistrict", "town");
        file(report(DANGHU, "10", 0));
        file(report(ZHONGDAI, "20", 0));
        file(report("330483101", "60", 0));

        assertThat(shown.get(PINGHU).value()).isEqualTo(exact("15"));
        assertThat(shown.get(JIAXING).value()).isEqualTo(exact("30"));
    }

    @Test
    void theReportOfAnUnknownUnitIsHeldAndJoinsWhenItRegisters() {
        file(report(HOUSE_A, "4", 0));
        assertThat(shown).isEmpty();

        register(unit(HOUSE_A, LowerKind.BUILDING, DANGHU));
        register(unit(HOUSE_B, LowerKind.BUILDING, DANGHU));

        assertThat(shown.get(HOUSE_A).value()).isEqualTo(exact("4"));
        assertThat(shown.get(DANGHU).value()).isEqualTo(exact("4"));
        assertThat(shown.get(DANGHU).coverage()).isEqualTo(new Coverage(1, 2));
        assertThat(shown.get(JIAXING).value()).isEqualTo(exact("4"));
    }

    @Test
    void aUnitsOwnReportStandsBeforeItsParts() {
        register(unit(HOUSE_A, LowerKind.BUILDING, DANGHU));
        file(report(HOUSE_A, "4", 0));
        file(report(DANGHU, "64", 0));
        file(report(HOUSE_A, "5", 1));

        assertThat(shown.get(DANGHU).value()).isEqualTo(exact("64"));
        assertThat(shown.get(JIAXING).value()).isEqualTo(exact("64"));
    }

    @Test
    void aPartOfAPartCountsThroughAKindThatTheIndicatorIsNotFor() {
        indicator = indicator(RollUp.SUM, GrowthKind.PERCENT, "household");
        register(unit(FARM, LowerKind.HOUSEHOLD, VILLAGE));
        file(report(FARM, "9", 0));
        assertThat(shown).doesNotContainKey(DANGHU);

        register(unit(VILLAGE, LowerKind.VILLAGE, DANGHU));

        assertThat(shown.get(VILLAGE).coverage()).isEqualTo(new Coverage(1, 1));
        assertThat(shown.get(JIAXING).value()).isEqualTo(exact("9"));
        assertThat(shown.get(JIAXING).coverage()).isEqualTo(new Coverage(1, 1));
    }

    @Test
    void aUnitOfAKindThatTheIndicatorIsNotForIsHeld() {
        register(unit(FARM, LowerKind.HOUSEHOLD, DANGHU));
        file(report(FARM, "9", 0));

        assertThat(shown.get(FARM).coverage().reported()).isZero();
        assertThat(shown).doesNotContainKey(PINGHU);
    }

    @Test
    void aWithdrawnUnitTakesItsFigureWithIt() {
        register(unit(HOUSE_A, LowerKind.BUILDING, DANGHU));
        file(report(HOUSE_A, "4", 0));
        apply(tree -> tree.withdraw(HOUSE_A));

        assertThat(shown.get(HOUSE_A).coverage().reported()).isZero();
        assertThat(shown.get(DANGHU).coverage().reported()).isZero();
        assertThat(shown.get(JIAXING).value()).isEqualTo(exact("0"));
    }

    @Test
    void everyChangeOfAUnitHasAGreaterVersion() {
        file(report(DANGHU, "12", 0));
        long before = shown.get(PINGHU).version().packed();
        file(report(ZHONGDAI, "12", 0));

        assertThat(shown.get(PINGHU).version().packed()).isGreaterThan(before);
    }

    private void file(IndicatorReport report) {
        assertThat(tree().filingOf(report)).isEqualTo(Filing.APPLIED);
        apply(tree -> tree.file(report));
    }

    private void register(UnitRegistration registration) {
        apply(tree -> tree.register(registration));
    }

    private void apply(Consumer<IndicatorTree> operation) {
        IndicatorTree tree = tree();
        operation.accept(tree);
        tree.changedValues(1_000, NOW).forEach(value -> shown.put(value.unit(), value));
    }

    private IndicatorTree tree() {
        return new IndicatorTree(indicator, UPPER, shelf);
    }
}

package dev.pennant.core.standings;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Every method at its edges, for ten points with two decimals. */
final class ScoringMethodTest {
    private static final String NO_CAP = "100";

    @Test
    void ratioToTargetGivesTheShareOfTheTargetThatWasReachedUpToTheCap() {
        assertThat(points(toTarget("50", NO_CAP), "25", "50", "80", "0", "-5"))
                .containsExactly("5.00", "10.00", "10.00", "0.00", "0.00");
        assertThat(points(toTarget("50", "120"), "55", "80")).containsExactly("11.00", "12.00");
    }

    @Test
    void ratioToTargetOfWhatHasToBeLowTurnsTheRatioRound() {
        assertThat(pointsOfLess(toTarget("30", NO_CAP), "60", "30", "15", "0"))
                .containsExactly("5.00", "10.00", "10.00", "10.00");
    }

    @Test
    void ratioToBestComparesWithTheBest() {
        assertThat(points(new ScoringMethod.RatioToBest(0), "8", "4", "2", "-3"))
                .containsExactly("10.00", "5.00", "2.50", "0.00");
        assertThat(points(new ScoringMethod.RatioToBest(3_000), "8", "4", "2", "-3"))
                .containsExactly("10.00", "5.00", "3.00", "3.00");
    }

    @Test
    void ratioToBestMeansNothingWhereTheBestIsNotAboveZero() {
        assertThat(points(new ScoringMethod.RatioToBest(2_000), "0", "-4")).containsExactly("2.00", "2.00");
        assertThat(points(new ScoringMethod.RatioToBest(0), "-1", "-4")).containsExactly("0.00", "0.00");
    }

    @Test
    void ratioToBestOfWhatHasToBeLowIsTheBestOverOnesOwn() {
        assertThat(pointsOfLess(new ScoringMethod.RatioToBest(0), "20", "40", "25"))
                .containsExactly("10.00", "5.00", "8.00");
        assertThat(pointsOfLess(new ScoringMethod.RatioToBest(1_000), "0", "40"))
                .containsExactly("10.00", "1.00");
    }

    @Test
    void rankDeductionTakesAStepForEveryRankAndNeverMoreThanAll() {
        ScoringMethod method = new ScoringMethod.RankDeduction(400);
        assertThat(points(method, "9", "7", "7", "5", "1")).containsExactly("10.00", "6.00", "6.00", "0.00", "0.00");
        assertThat(pointsOfLess(method, "9", "7")).containsExactly("6.00", "10.00");
    }

    @Test
    void rankShareGivesFivePercentLessForEveryRank() {
        assertThat(points(new ScoringMethod.RankShare(500), "9", "7", "7", "5"))
                .containsExactly("10.00", "9.50", "9.50", "8.50");
        assertThat(points(new ScoringMethod.RankShare(6_000), "9", "7", "5")).containsExactly("10.00", "4.00", "0.00");
    }

    @Test
    void stepsCountWhenTheyAreWhole() {
        ScoringMethod method = new ScoringMethod.Step(150, scaled("0.5"), scaled("2"));
        assertThat(points(method, "2.49", "2.5", "3.4", "9", "1.9", "-100"))
                .containsExactly("0.00", "1.50", "3.00", "10.00", "0.00", "0.00");
        assertThat(pointsOfLess(method, "2.1", "1.5", "-40")).containsExactly("0.00", "1.50", "10.00");
    }

    @Test
    void aTargetIsMetOrNot() {
        ScoringMethod method = new ScoringMethod.TargetMet(scaled("-1"));
        assertThat(points(method, "-1", "-1.0000000001", "3")).containsExactly("10.00", "0.00", "10.00");
        assertThat(pointsOfLess(method, "-1", "-0.9999999999")).containsExactly("10.00", "0.00");
    }

    @Test
    void efficacyRunsFromSixtyPercentToAll() {
        assertThat(points(new ScoringMethod.Efficacy(), "10", "20", "15")).containsExactly("6.00", "10.00", "8.00");
        assertThat(pointsOfLess(new ScoringMethod.Efficacy(), "10", "20", "15"))
                .containsExactly("10.00", "6.00", "8.00");
    }

    @Test
    void minMaxRunsFromNothingToAll() {
        assertThat(points(new ScoringMethod.MinMax(), "-10", "20", "0")).containsExactly("0.00", "10.00", "3.33");
        assertThat(pointsOfLess(new ScoringMethod.MinMax(), "-10", "20", "0")).containsExactly("10.00", "0.00", "6.67");
    }

    @Test
    void whereAllAreEqualOrThereIsButOneNobodyIsBehind() {
        for (ScoringMethod method : List.of(
                new ScoringMethod.Efficacy(),
                new ScoringMethod.MinMax(),
                new ScoringMethod.RankDeduction(100),
                new ScoringMethod.RankShare(500),
                new ScoringMethod.RatioToBest(0))) {
            assertThat(points(method, "7")).as("%s", method).containsExactly("10.00");
            assertThat(points(method, "7", "7", "7")).as("%s", method).containsExactly("10.00", "10.00", "10.00");
        }
    }

    @Test
    void theLargestFiguresAreComparedExactly() {
        String largest = Figure.decimal(Long.MAX_VALUE / 2).toPlainString();
        String least = "-" + largest;
        assertThat(points(new ScoringMethod.MinMax(), largest, least, "0")).containsExactly("10.00", "0.00", "5.00");
        assertThat(points(new ScoringMethod.Efficacy(), largest, least, "0")).containsExactly("10.00", "6.00", "8.00");
    }

    @Test
    void aColumnThatIsFilledAgainScoresLikeAFreshOne() {
        ScoringMethod method = new ScoringMethod.Efficacy();
        ScoreColumn column = new ScoreColumn(method, 1_000, RoundingMode.HALF_UP, false);
        for (List<String> figures : List.of(
                List.of("1", "3"),
                List.of("1", "3"),
                List.of("1"),
                List.of("1", "3"),
                List.of("2", "3", "1"),
                List.of("2", "3", "1.5"),
                List.<String>of(),
                List.of("5"))) {
            String[] filled = figures.toArray(String[]::new);
            assertThat(filled(column, filled)).as("%s", figures).isEqualTo(points(method, filled));
        }
    }

    private static ScoringMethod toTarget(String target, String cap) {
        return new ScoringMethod.RatioToTarget(scaled(target), Integer.parseInt(cap) * 100);
    }

    private static List<String> points(ScoringMethod method, String... figures) {
        return points(method, false, figures);
    }

    private static List<String> pointsOfLess(ScoringMethod method, String... figures) {
        return points(method, true, figures);
    }

    private static List<String> points(ScoringMethod method, boolean lessIsBetter, String... figures) {
        return filled(new ScoreColumn(method, 1_000, RoundingMode.HALF_UP, lessIsBetter), figures);
    }

    private static List<String> filled(ScoreColumn column, String... figures) {
        column.begin(figures.length);
        Arrays.stream(figures).forEach(figure -> column.add(scaled(figure)));
        column.end();
        return IntStream.range(0, figures.length)
                .mapToObj(unit -> BigDecimal.valueOf(column.points(unit), 2).toPlainString())
                .toList();
    }

    private static long scaled(String figure) {
        return Figure.scaled(new BigDecimal(figure));
    }
}

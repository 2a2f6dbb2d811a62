package dev.pennant.core.air;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pennant.core.catalogue.Catalogue;
import dev.pennant.core.indicator.Growth;
import dev.pennant.core.period.ReportingHour;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class AirStatisticsTest {
    private static final AirStandards STANDARDS = Catalogue.shipped().airStandards();

    @Test
    void twentyEightGoodDaysOfTwentyNineValidOnesAre96Point6Percent() {
        AirYear year = new AirYear(2020);
        fill(year, "2020-01-01", 28, 30);
        fill(year, "2020-01-29", 1, 80);
        AirStatistics month = month(year, "2020-01-31");

        assertThat(month.goodDays()).isEqualTo(28);
        assertThat(month.validDays()).isEqualTo(29);
        assertThat(month.publishedGoodDaysShare()).contains(new BigDecimal("96.6"));
        assertThat(month.days(AirLevel.EXCELLENT)).isEqualTo(28);
        assertThat(month.days(AirLevel.LIGHT_POLLUTION)).isEqualTo(1);
    }

    /** Of 1 to 4, the 95th percentile is at rank 1 + 3 × 0.95 = 3.85. */
    @ParameterizedTest
    @CsvSource({"4, 3.85", "21, 20", "2, 1.95", "1, 1", "41, 39"})
    void aPercentileLiesBetweenNeighboursInProportion(int days, BigDecimal percentile) {
        SortedDays sorted = new SortedDays();
        for (int day = days; day > 0; day--) {
            // Three stations, all alike: the mean of a day is the day's number.
            sorted.add(3L * day, 3);
        }
        assertThat(sorted.percentile(95).rounded(2)).isEqualByComparingTo(percentile);
    }

    @Test
    void daysOfDifferentNumbersOfStationsAreComparedAndAddedExactly() {
        SortedDays sorted = new SortedDays();
        SumOfDays sum = new SumOfDays();
        long[][] days = {{10, 3}, {7, 2}, {3, 1}, {13, 4}};
        for (long[] day : days) {
            sorted.add(day[0], (int) day[1]);
            sum.add(day[0], (int) day[1]);
        }

        assertThat(sorted.percentile(1).rounded(4)).isEqualTo("3.0075");
        assertThat(sorted.percentile(99).rounded(4)).isEqualTo("3.4950");
        assertThat(sum.mean().rounded(10)).isEqualTo("3.2708333333");
    }

    @Test
    void theCompositeIndexIsTheSumOfSixSingleOnes() {
        AirYear year = new AirYear(2020);
        StationMeans day = StationMeans.ofDay();
        add(day, Pollutant.SO2, 60);
        add(day, Pollutant.NO2, 20);
        add(day, Pollutant.PM10, 70);
        add(day, Pollutant.PM2_5, 7);
        add(day, Pollutant.CO, 10);
        add(day, Pollutant.O3, 40);
        year.set(day("2020-05-01"), day);

        AirStatistics statistics = month(year, "2020-05-01");

        // 1 + 0.5 + 1 + 0.2 + 0.25 + 0.25
        assertThat(statistics.publishedComposite()).contains(new BigDecimal("3.20"));
        assertThat(statistics.of(Pollutant.CO).orElseThrow().published()).isEqualTo("1.0");
        assertThat(AirIndicator.CO.value(statistics).orElseThrow().rounded(2)).isEqualTo("1.00");
        assertThat(AirIndicator.PM10.value(statistics).orElseThrow().rounded(2)).isEqualTo("70.00");
    }

    @Test
    void withoutAPollutantThereIsNoCompositeIndex() {
        AirYear year = new AirYear(2020);
        StationMeans day = StationMeans.ofDay();
        add(day, Pollutant.SO2, 60);
        year.set(day("2020-05-01"), day);

        assertThat(month(year, "2020-05-31").composite()).isEmpty();
        assertThat(month(new AirYear(2020), "2020-05-31").goodDaysShare()).isEmpty();
    }

    @Test
    void dustDaysAreLeftOutOfParticulatesAndStayInTheShareOfGoodDays() {
        AirYear year = new AirYear(2020);
        fill(year, "2020-03-01", 30, 30);
        fill(year, "2020-03-31", 1, 340);
        AirStatistics without = month(year, "2020-03-31");
        year.markDust(day("2020-03-31"), true);
        AirStatistics marked = month(year, "2020-03-31");

        assertThat(without.of(Pollutant.PM2_5).orElseThrow().publishedMean()).isEqualTo("40");
        assertThat(marked.of(Pollutant.PM2_5).orElseThrow().publishedMean()).isEqualTo("30");
        assertThat(marked.of(Pollutant.PM2_5).orElseThrow().publishedPercentile())
                .isEqualTo("30");
        assertThat(marked.of(Pollutant.PM10).orElseThrow().publishedMean()).isEqualTo("30");
        assertThat(marked.of(Pollutant.SO2)).usingRecursiveComparison().isEqualTo(without.of(Pollutant.SO2));
        assertThat(marked.of(Pollutant.PM2_5).orElseThrow().validDays()).isEqualTo(31);
        assertThat(marked.publishedGoodDaysShare()).isEqualTo(without.publishedGoodDaysShare());
        assertThat(marked.publishedComposite()).isNotEqualTo(without.publishedComposite());

        year.markDust(day("2020-03-31"), false);
        assertThat(month(year, "2020-03-31")).usingRecursiveComparison().isEqualTo(without);
    }

    @ParameterizedTest
    @CsvSource({
        "2020-01-01, 27, 2020-01-31, true",
        "2020-01-01, 26, 2020-01-31, false",
        "2020-02-01, 25, 2020-02-29, true",
        "2020-02-01, 24, 2020-02-29, false",
        "2021-02-01, 25, 2021-02-28, true",
        "2020-04-01, 27, 2020-04-30, true",
        "2020-04-01, 26, 2020-04-30, false",
    })
    void aMonthNeedsTwentySevenValidDaysAndFebruaryTwentyFive(String from, int days, String last, boolean valid) {
        AirYear year = new AirYear(LocalDate.parse(from).getYear());
        fill(year, from, days, 30);
        assertThat(month(year, last).isValid()).isEqualTo(valid);
    }

    @ParameterizedTest
    @CsvSource({
        "2021, 324, 2021-12-31, true",
        "2021, 323, 2021-12-31, false",
        "2020, 324, 2020-12-31, true",
        "2020, 323, 2020-12-31, false",
        "2021, 27, 2021-01-30, true",
        "2021, 26, 2021-01-30, false",
        "2021, 1, 2021-01-01, true",
    })
    void aYearNeeds324ValidDaysAndAYearUnderWayItsShareOfThem(int year, int days, String last, boolean valid) {
        AirYear air = new AirYear(year);
        fill(air, year + "-01-01", days, 30);
        assertThat(year(air, last).isValid()).isEqualTo(valid);
    }

    @Test
    void whatIsTooLittleIsNamed() {
        AirYear year = new AirYear(2020);
        fill(year, "2020-01-01", 26, 30);
        assertThat(month(year, "2020-01-31").shortages())
                .extracting(Shortage::toString)
                .hasSize(6)
                .startsWith("pm2_5: 26 of 27 valid days");
    }

    @Test
    void aConcentrationIsComparedInPercentOfRoundedValues() {
        // Rounded, 15.4 and 16.6 are 15 and 17.
        Growth growth = AirIndicator.PM2_5.growth(january(154), january(166));
        assertThat(growth).isEqualTo(new Growth.Percent(new BigDecimal("-11.8")));
        assertThat(AirIndicator.PM2_5.growth(january(154), january(0))).isEqualTo(Growth.NOT_MEANINGFUL);
    }

    @Test
    void theShareOfGoodDaysIsComparedInPoints() {
        AirYear better = new AirYear(2020);
        fill(better, "2020-01-01", 29, 30);
        AirYear worse = new AirYear(2019);
        fill(worse, "2019-01-01", 28, 30);
        fill(worse, "2019-01-29", 1, 80);

        assertThat(AirIndicator.GOOD_DAYS.growth(month(better, "2020-01-31"), month(worse, "2019-01-31")))
                .isEqualTo(new Growth.Points(new BigDecimal("3.4")));
    }

    @Test
    void acrossTheChangeOfStandardsTheYearBeforeIsJudgedByTheNewerOne() {
        AirYear before = new AirYear(2025);
        fill(before, "2025-01-01", 120, 70);
        AirSpan base = AirSpan.yearThrough(day("2026-03-01")).lastYear();

        // PM2.5 of 70 is an AQI of 94 by the old table, 110 by the new one.
        DayStatistics sums = before.through(base, STANDARDS);
        assertThat(sums.published(base).publishedGoodDaysShare()).contains(new BigDecimal("100.0"));
        assertThat(sums.base(base, day("2026-02-28")).publishedGoodDaysShare()).contains(new BigDecimal("100.0"));
        assertThat(sums.base(base, day("2026-03-01")).publishedGoodDaysShare()).contains(new BigDecimal("0.0"));
        // 70 / 35 and 70 / 30, of PM10 70 / 70 and 70 / 60.
        BigDecimal old = sums.base(base, day("2026-02-28")).publishedComposite().orElseThrow();
        assertThat(sums.base(base, day("2026-03-01")).publishedComposite()).contains(old.add(new BigDecimal("0.50")));
    }

    @Test
    void eachDayOfAYearInWhichStandardsChangeIsJudgedByItsOwn() {
        AirYear year = new AirYear(2026);
        fill(year, "2026-02-27", 4, 70);
        AirStatistics statistics = year(year, "2026-03-02");

        assertThat(statistics.days(AirLevel.GOOD)).isEqualTo(2);
        assertThat(statistics.days(AirLevel.LIGHT_POLLUTION)).isEqualTo(2);
    }

    @Test
    void theYearThroughEachDayIsWhatAddingItUpAnewGives() {
        AirYear year = new AirYear(2020);
        fill(year, "2020-01-03", 9, 30);
        fill(year, "2020-01-20", 40, 61);

        RunningYear running = new RunningYear(year, STANDARDS);
        for (int day = day("2020-01-05"); day <= day("2020-02-20"); day++) {
            AirSpan span = AirSpan.yearThrough(day);
            assertThat(running.through(day).published(span))
                    .usingRecursiveComparison()
                    .isEqualTo(year.through(span, STANDARDS).published(span));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "2020-02-29, 2019-02-28, 2019-02-28",
        "2021-02-28, 2020-02-28, 2020-02-29",
        "2021-03-01, 2020-03-01, 2020-03-31",
        "2020-12-31, 2019-12-31, 2019-12-31",
    })
    void daysAreComparedThroughTheSameDateAndMonthsThroughTheWholeMonth(String last, String day, String month) {
        AirSpan span = AirSpan.yearThrough(day(last));
        assertThat(span.lastYear()).isEqualTo(AirSpan.yearThrough(day(day)));
        assertThat(span.lastYearThroughMonth()).isEqualTo(AirSpan.yearThrough(day(month)));
    }

    @Test
    void everyIndicatorIsFoundByItsId() {
        for (AirIndicator indicator : AirIndicator.all()) {
            assertThat(AirIndicator.withId(indicator.id())).contains(indicator);
        }
        assertThat(AirIndicator.withId("air-no")).isEmpty();
    }

    private static AirStatistics january(int fineTicks) {
        AirYear year = new AirYear(2020);
        StationMeans day = StationMeans.ofDay();
        day.add(Pollutant.PM2_5, (long) fineTicks * StationMeans.PARTS_OF_DAY);
        year.set(day("2020-01-01"), day);
        return month(year, "2020-01-31");
    }

    /** Days on which every pollutant has the same number of steps, but carbon monoxide little. */
    private static void fill(AirYear year, String from, int days, int steps) {
        StationMeans day = StationMeans.ofDay();
        for (Pollutant pollutant : Pollutant.all()) {
            add(day, pollutant, pollutant == Pollutant.CO ? Math.min(steps, 10) : steps);
        }
        for (int number = 0; number < days; number++) {
            year.set(day(from) + number, day);
        }
    }

    private static void add(StationMeans day, Pollutant pollutant, int steps) {
        day.add(pollutant, (long) steps * pollutant.ticksOfStep() * StationMeans.PARTS_OF_DAY);
    }

    private static AirStatistics month(AirYear year, String last) {
        AirSpan span = AirSpan.monthThrough(day(last));
        return year.through(span, STANDARDS).published(span);
    }

    private static AirStatistics year(AirYear year, String last) {
        AirSpan span = AirSpan.yearThrough(day(last));
        return year.through(span, STANDARDS).published(span);
    }

    private static int day(String date) {
        return ReportingHour.day(LocalDate.parse(date));
    }
}

package dev.pennant.core.air;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pennant.core.catalogue.Catalogue;
import dev.pennant.core.indicator.Coverage;
import dev.pennant.core.indicator.IndicatorValue;
import dev.pennant.core.indicator.Measure;
import dev.pennant.core.indicator.Version;
import dev.pennant.core.period.Period;
import dev.pennant.core.period.ReportingHour;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A year of one station's hours, from which just so much is taken that a day, a month or the year still counts, or just does not. */
final class AirYearOfGapsTest {
    private static final AirStandards STANDARDS = Catalogue.shipped().airStandards();
    private static final int YEAR = 2021;
    private static final int[] USUAL = {350, 500, 100, 200, 1000, 800};

    private final StationHours hours = StationHours.ofYear(YEAR);

    AirYearOfGapsTest() {
        for (LocalDate date = LocalDate.of(YEAR, 1, 1); date.getYear() == YEAR; date = date.plusDays(1)) {
            read(date, 0, hour -> true);
        }
    }

    @Test
    void aFullYearIsValidInAllItsSpans() {
        assertThat(reasons("2021-12-31")).isEmpty();
        assertThat(monthReasons("2021-02-28")).isEmpty();
        assertThat(year("2021-12-31").validDays()).isEqualTo(365);
        assertThat(year("2021-12-31").of(Pollutant.CO).orElseThrow().published())
                .isEqualTo("1.0");
    }

    /** Four hours may be missing of a mean of the day; of O3 the means that end at 08:00 to 24:00 may lack two hours each, and three of them. */
    @ParameterizedTest
    @CsvSource({
        // Missing are the hours from the first through the last but one.
        "20, 24, ''",
        "19, 24, 'pm2_5: 19 of 20 hours; pm10: 19 of 20 hours; so2: 19 of 20 hours; no2: 19 of 20 hours; co: 19 of 20 hours'",
        "0, 4, ''",
        "0, 5, 'pm2_5: 19 of 20 hours; pm10: 19 of 20 hours; so2: 19 of 20 hours; no2: 19 of 20 hours; co: 19 of 20 hours'",
        "0, 6, 'pm2_5: 18 of 20 hours; pm10: 18 of 20 hours; so2: 18 of 20 hours; no2: 18 of 20 hours; co: 18 of 20 hours;"
                + " o3: 13 of 14 eight-hour means'",
    })
    void aDayLosesWhatLacksOneHourTooMany(int from, int to, String reasons) {
        LocalDate date = LocalDate.of(YEAR, 5, 10);
        read(date, 1, hour -> hour < from || hour >= to);

        assertThat(JudgedDay.of(ReportingHour.day(date), hours, STANDARDS).reasons())
                .isEqualTo(reasons);
    }

    @Test
    void aMonthMayLackFourOfThirtyOneDaysThreeOfThirtyAndFebruaryThree() {
        for (Map.Entry<String, Integer> month :
                Map.of("2021-01-31", 4, "2021-04-30", 3, "2021-02-28", 3).entrySet()) {
            LocalDate last = LocalDate.parse(month.getKey());
            loseDays(last.withDayOfMonth(1), month.getValue());
            assertThat(monthReasons(month.getKey())).isEmpty();

            loseDays(last, 1);
            assertThat(monthReasons(month.getKey())).startsWith("pm2_5: ").contains("; o3: ");
        }
    }

    @Test
    void aYearMayLackFortyOneDaysAndNotOneMore() {
        loseDays(LocalDate.of(YEAR, 6, 1), 41);
        assertThat(reasons("2021-12-31")).isEmpty();
        assertThat(year("2021-12-31").of(Pollutant.O3).map(PollutantStatistics::validDays))
                .contains(324);

        loseDays(LocalDate.of(YEAR, 12, 31), 1);
        assertThat(reasons("2021-12-31"))
                .isEqualTo(Pollutant.all().stream()
                        .map(pollutant -> pollutant.id() + ": 323 of 324 valid days")
                        .collect(Collectors.joining("; ")));
    }

    /** Through 10 April 100 of 365 days have gone, of which 324 / 365 are 88.8. */
    @Test
    void aYearUnderWayNeedsItsShareOfTheDays() {
        loseDays(LocalDate.of(YEAR, 1, 1), 11);
        assertThat(reasons("2021-04-10")).isEmpty();

        loseDays(LocalDate.of(YEAR, 2, 1), 1);
        assertThat(reasons("2021-04-10")).contains("co: 88 of 89 valid days");
    }

    /** What is not valid on a day or two is no reason to call a year incomplete: it is complete with the days that it needs. */
    @Test
    void aFigureIsCompleteWithTheDaysItNeeds() {
        loseDays(LocalDate.of(YEAR, 6, 1), 41);
        assertThat(status("2021-12-31", true)).isEqualTo(Coverage.Status.COMPLETE);
        assertThat(status("2021-12-31", false)).isEqualTo(Coverage.Status.PROVISIONAL);

        loseDays(LocalDate.of(YEAR, 12, 31), 1);
        assertThat(status("2021-12-31", true)).isEqualTo(Coverage.Status.PROVISIONAL);
    }

    /** A pollutant that is short takes nothing from the others, nor from the share of good days while another is there. */
    @Test
    void onePollutantsGapIsItsOwn() {
        for (int day = 0; day < 42; day++) {
            int[] withoutFine = USUAL.clone();
            withoutFine[Pollutant.PM2_5.place()] = Pollutant.MISSING;
            read(LocalDate.of(YEAR, 6, 1).plusDays(day), 1, withoutFine);
        }

        AirStatistics year = year("2021-12-31");
        assertThat(year.shortages())
                .containsExactly(new Shortage(Pollutant.PM2_5, 323, 324, Shortage.Counted.VALID_DAYS));
        assertThat(year.validDays()).isEqualTo(365);
        assertThat(AirIndicator.COMPOSITE.validDays(year)).isEqualTo(323);
        assertThat(AirIndicator.PM10.validDays(year)).isEqualTo(365);
    }

    private Coverage.Status status(String last, boolean over) {
        AirComparison compared = new AirComparison(year(last), year(last), false);
        IndicatorValue value = new MeasuredIndicator(AirIndicator.PM10, new Measure("µg/m³"), true)
                .value("330482001", Period.parse(last), compared, over, new Version(1, 1), Instant.EPOCH);
        assertThat(value.coverage().expected()).isEqualTo(365);
        return value.coverage().status();
    }

    private void loseDays(LocalDate first, int days) {
        for (int day = 0; day < days; day++) {
            read(first.plusDays(day), 1, hour -> false);
        }
    }

    /** Reads a day again, with an hour's usual values where it is measured, and nothing else. */
    private void read(LocalDate date, int revision, IntPredicate isMeasured) {
        int[] nothing = new int[Pollutant.COUNT];
        Arrays.fill(nothing, Pollutant.MISSING);
        int first = ReportingHour.firstHour(date);
        for (int hour = 0; hour < StationDay.HOURS; hour++) {
            hours.file(first + hour, revision, isMeasured.test(hour) ? USUAL : nothing, false);
        }
    }

    private void read(LocalDate date, int revision, int[] ticks) {
        for (int hour = 0; hour < StationDay.HOURS; hour++) {
            hours.file(ReportingHour.firstHour(date) + hour, revision, ticks, false);
        }
    }

    private String reasons(String last) {
        return joined(year(last));
    }

    private String monthReasons(String last) {
        return joined(statistics(AirSpan.monthThrough(ReportingHour.day(LocalDate.parse(last)))));
    }

    private AirStatistics year(String last) {
        return statistics(AirSpan.yearThrough(ReportingHour.day(LocalDate.parse(last))));
    }

    private AirStatistics statistics(AirSpan span) {
        AirYear days = new AirYear(YEAR);
        for (int day = span.first(); day <= span.last(); day++) {
            days.set(day, hours.day(day, STANDARDS.validity()).means());
        }
        return days.through(span, STANDARDS).published(span);
    }

    private static String joined(AirStatistics statistics) {
        return statistics.shortages().stream().map(Shortage::toString).collect(Collectors.joining("; "));
    }
}

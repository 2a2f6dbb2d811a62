package dev.pennant.audit;

import static dev.pennant.audit.MeasuredAir.DANGHU;
import static dev.pennant.audit.MeasuredAir.DAY;
import static dev.pennant.audit.MeasuredAir.MONTH;
import static dev.pennant.audit.MeasuredAir.PINGHU;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.pennant.core.air.AirIndicator;
import dev.pennant.core.catalogue.Catalogue;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Explains the figures of two days of one station: a usual one, and one with a gap. */
@Timeout(120)
final class AirExplanationIT {
    @TempDir
    private static Path data;

    private static MeasuredAir air;

    @BeforeAll
    static void start() throws IOException {
        air = MeasuredAir.start(data);
    }

    @AfterAll
    static void stop() {
        air.close();
    }

    @BeforeEach
    void measureTwoDays() throws IOException {
        air.clear();
        air.register("A1", DANGHU);
        air.measured("A1", DANGHU, "2020-01-30", "if(hour < 5, -1, 450), 500, 100, 200, 1200, if(hour = 12, -1, 1000)");
        air.publishAUsualDay();
    }

    @Test
    void aMeanIsExplainedByItsSumAndItsDays() throws IOException {
        NumberExplanation explanation = explained(AirIndicator.PM2_5, DANGHU, DAY, Optional.empty());

        assertThat(explanation.card().entries().get("value")).startsWith("35 ");
        assertThat(explanation.card().entries()).containsEntry("reckoned again", "35.0000000000 from the hours");
        assertThat(steps(explanation, "through 2020-01-31"))
                .containsEntry("days", "31")
                .containsEntry("with a valid value", "1")
                .containsEntry("counted", "1")
                .containsEntry("sum of their values", "35.0000000000")
                .containsEntry("the figure", "35.0000000000");
        assertThat(steps(explanation, "through 2019-01-31"))
                .containsEntry("counted", "0")
                .containsEntry("the figure", "–");
        assertThat(table(explanation, "months").rows().get(0))
                .containsEntry("counted", "1")
                .containsEntry("day by day", "? ".repeat(29) + "– 35");
        assertThat(table(explanation, "invalid_days").rows()).singleElement().satisfies(row -> assertThat(row)
                .containsEntry("day", "2020-01-30"));
    }

    /** Of 1.2 and 1.0 mg/m³ the 95th percentile is at rank 1.95. */
    @Test
    void aPercentileIsExplainedByTheTwoDaysBetweenWhichItLies() throws IOException {
        NumberExplanation explanation = explained(AirIndicator.CO, DANGHU, MONTH, Optional.empty());

        assertThat(steps(explanation, "through 2020-01-31"))
                .containsEntry("rank 1 + (counted − 1) × 0.95", "1.95")
                .containsEntry("the day of that rank, rounded down", "1.0000000000 (no. 1, 2020-01-31)")
                .containsEntry("the next one", "1.2000000000 (no. 2, 2020-01-30)")
                .containsEntry("the figure", "1.1900000000");
    }

    @Test
    void aShareIsExplainedByItsLevels() throws IOException {
        assertThat(steps(explained(AirIndicator.GOOD_DAYS, PINGHU, MONTH, Optional.empty()), "through 2020-01-31"))
                .containsEntry("with an AQI", "2")
                .containsEntry("优", "2")
                .containsEntry("the figure", "100.0000000000");
    }

    @Test
    void theCompositeIndexIsExplainedPollutantByPollutant() throws IOException {
        ExplainedTable reckoning = table(explained(AirIndicator.COMPOSITE, DANGHU, DAY, Optional.empty()), "reckoning");

        assertThat(reckoning.rows()).hasSize(7);
        assertThat(reckoning.rows().get(4))
                .containsEntry("pollutant", "CO")
                .containsEntry("judged by", "95th percentile")
                .containsEntry("limit", "4.0")
                .containsEntry("value / limit", "0.2975000000");
        assertThat(reckoning.rows().get(6)).containsEntry("pollutant", "sum");
    }

    @Test
    void aDayIsExplainedByItsStationsAndTheirHoursWithTheirReadings() throws IOException {
        NumberExplanation explanation =
                explained(AirIndicator.O3, DANGHU, MONTH, Optional.of(LocalDate.parse("2020-01-30")));

        assertThat(table(explanation, "stations").rows())
                .extracting(row -> row.get("station"))
                .contains("A1");
        assertThat(table(explanation, "hours").rows()).hasSize(24);
        assertThat(table(explanation, "hours").rows().get(12))
                .containsEntry("station", "A1")
                .containsEntry("hour", "12:00")
                .containsEntry("O3", "–")
                .containsEntry("8 h mean", "100.00 of 7")
                .containsEntry("revision", "0")
                .satisfies(row ->
                        assertThat(row.get("reading at partition@offset")).matches("0@\\d+"));
    }

    @Test
    void aDailyPeriodShowsItsOwnDayAndAMonthNone() throws IOException {
        assertThat(explained(AirIndicator.PM2_5, DANGHU, DAY, Optional.empty()).tables())
                .extracting(ExplainedTable::id)
                .contains("hours");
        assertThat(explained(AirIndicator.PM2_5, DANGHU, MONTH, Optional.empty())
                        .tables())
                .extracting(ExplainedTable::id)
                .doesNotContain("hours");
    }

    @Test
    void itIsReadAsTextAndAsJson() throws IOException {
        NumberExplanation explanation = explained(AirIndicator.PM2_5, DANGHU, DAY, Optional.empty());
        JsonNode json = new ObjectMapper().readTree(explanation.json());

        assertThat(explanation.lines()).anyMatch(line -> line.matches("sum of their values +35\\.0000000000 +0\\.0+"));
        assertThat(json.at("/card/value").asText()).startsWith("35 ");
        assertThat(json.at("/number/value").asText()).isEqualTo("35");
        assertThat(json.at("/hours/3/PM2.5").asText()).isEqualTo("35");
    }

    @Test
    void threeHoursAreNamedWithTheAqiOfAllHoursOfTheDayAndItsStations() throws IOException {
        air.measured("A1", DANGHU, DAY, "if(hour IN (7, 8, 9), 1220, 350), 500, 100, 200, 1000, 800");
        air.published("air-aqi-3h", DANGHU, DAY, "160, NULL, NULL", "24, 24, 'complete', false");

        NumberExplanation explanation = ofThreeHours(DAY).orElseThrow();

        assertThat(explanation.card().entries().get("value")).startsWith("160 ");
        assertThat(explanation.card().entries())
                .containsEntry("coverage", "24 of 24 hours, complete")
                .containsEntry("base", "–, because a day is compared with no other")
                .containsEntry("reckoned again", "160 from the hours 07:00 to 09:00");
        assertThat(table(explanation, "unit_hours").rows())
                .hasSize(24)
                .filteredOn(row -> row.get("").equals("all at least 160"))
                .extracting(row -> row.get("hour") + " " + row.get("AQI"))
                .containsExactly("07:00 160", "08:00 160", "09:00 160");
        assertThat(table(explanation, "hours").rows()).hasSize(24);
        assertThat(new ObjectMapper()
                        .readTree(explanation.json())
                        .at("/unit_hours/8/AQI")
                        .asText())
                .isEqualTo("160");
    }

    @Test
    void aDayWithoutThreeHoursInARowSaysThatThereAreNone() throws IOException {
        String twoHours = "if(hour > 1, -1, 1220), if(hour > 1, -1, 500), if(hour > 1, -1, 100), if(hour > 1, -1, 200),"
                + " if(hour > 1, -1, 1000), if(hour > 1, -1, 800)";
        air.measured("A1", DANGHU, "2020-02-01", twoHours);

        assertThat(ofThreeHours("2020-02-01").orElseThrow().card().entries())
                .containsEntry("number", "none of 330482001 on 2020-02-01")
                .containsEntry("reckoned again", "nothing: no 3 consecutive hours have an AQI");
        assertThat(ofThreeHours("2020-02-02")).isEmpty();
        assertThat(ofThreeHours(MONTH)).isEmpty();
    }

    private static Optional<NumberExplanation> ofThreeHours(String period) throws IOException {
        return AirHoursExplanation.of(
                air.analyst(), Catalogue.shipped().sustainedAqi().get(0), DANGHU, period);
    }

    @Test
    void aYearWhoseLastDayWasNotMeasuredSaysSo() throws IOException {
        air.published("air-pm25", DANGHU, "2020-12", "35");

        assertThat(explained(AirIndicator.PM2_5, DANGHU, "2020-12", Optional.empty())
                        .card()
                        .entries())
                .containsEntry("validity", "no row of air_statistics ends on 2020-12-31, when nothing was measured")
                .containsEntry("reckoned again", "35.0000000000 from the hours");
    }

    @Test
    void whatDoesNotStandIsNotExplained() throws IOException {
        assertThat(AirExplanation.of(
                        air.analyst(),
                        Catalogue.shipped().airStandards(),
                        AirIndicator.CO,
                        DANGHU,
                        "2020-02",
                        Optional.empty()))
                .isEmpty();
    }

    private static NumberExplanation explained(AirIndicator figure, String unit, String period, Optional<LocalDate> day)
            throws IOException {
        return AirExplanation.of(air.analyst(), Catalogue.shipped().airStandards(), figure, unit, period, day)
                .orElseThrow();
    }

    private static Map<String, String> steps(NumberExplanation explanation, String column) {
        return table(explanation, "reckoning").rows().stream()
                .collect(Collectors.toMap(row -> row.get("step"), row -> row.get(column)));
    }

    private static ExplainedTable table(NumberExplanation explanation, String id) {
        return explanation.tables().stream()
                .filter(table -> table.id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}

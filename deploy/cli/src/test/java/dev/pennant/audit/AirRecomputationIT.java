package dev.pennant.audit;

import static dev.pennant.audit.MeasuredAir.DANGHU;
import static dev.pennant.audit.MeasuredAir.DAY;
import static dev.pennant.audit.MeasuredAir.JIAXING;
import static dev.pennant.audit.MeasuredAir.MONTH;
import static dev.pennant.audit.MeasuredAir.PINGHU;
import static dev.pennant.audit.MeasuredAir.USUAL;
import static dev.pennant.audit.MeasuredAir.USUAL_COMPOSITE;
import static dev.pennant.audit.MeasuredAir.ZHONGDAI;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Gives the queries hours of stations and mostly nothing published: what they recompute comes back as missing. */
@Timeout(180)
final class AirRecomputationIT {
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
    void registerTwoStations() throws IOException {
        air.clear();
        air.register("A1", DANGHU);
        air.register("A2", ZHONGDAI);
    }

    @Test
    void aDayIsJudgedFromItsHours() throws IOException {
        air.measured("A1", DANGHU, "2020-10-07", USUAL);

        assertThat(air.recomputed("air_days", DANGHU, "2020-10-07"))
                .isEqualTo(
                        DANGHU + ": [35,50,10,20,10,80], indices [50,50,10,25,25,40], AQI 50 优[], HJ 633-2012, of 1");
    }

    /** 60 is the end of the second level since 2026, and 84 of 100 before: 50 / 40 × (60 − 35) + 50 = 81.25. */
    @Test
    void eachDayIsJudgedByTheStandardOfItsDate() throws IOException {
        air.measured("A1", DANGHU, "2026-02-28", "600, 500, 100, 200, 1000, 800");
        air.measured("A1", DANGHU, "2026-03-01", "600, 500, 100, 200, 1000, 800");

        assertThat(air.recomputed("air_days", DANGHU, "2026-02-28"))
                .contains("indices [82,50,10,25,25,40], AQI 82 良[pm2_5], HJ 633-2012");
        assertThat(air.recomputed("air_days", DANGHU, "2026-03-01"))
                .contains("indices [100,50,10,25,25,40], AQI 100 良[pm2_5], HJ 633-2026");
    }

    @Test
    void nineteenHoursAreTooFewAndAnInvalidStationIsNotInTheMean() throws IOException {
        air.measured("A1", DANGHU, "2020-10-07", "if(hour < 5, -1, 350), 500, 100, 200, 1000, if(hour < 6, -1, 800)");
        air.measured("A2", ZHONGDAI, "2020-10-07", "450, 500, 100, 200, 1000, 800");

        assertThat(air.recomputed("air_days", "A1", "2020-10-07"))
                .contains("[-1,50,10,20,10,-1]")
                .endsWith("pm2_5: 19 of 20 hours; o3: 13 of 14 eight-hour means");
        assertThat(air.recomputed("air_days", DANGHU, "2020-10-07"))
                .endsWith("of 1, pm2_5: 0 of 1 valid stations; o3: 0 of 1 valid stations");
        assertThat(air.recomputed("air_days", PINGHU, "2020-10-07"))
                .contains("[45,50,10,20,10,80]")
                .endsWith("of 2");
        assertThat(air.recomputed("air_days", JIAXING, "2020-10-07")).endsWith("of 2");
    }

    /** Above the limit, the largest mean of eight hours counts whatever is missing; up to 160.5 it is not above it. */
    @Test
    void ozoneAboveItsLimitCountsWithFewHours() throws IOException {
        air.measured("A1", DANGHU, "2020-10-07", "350, 500, 100, 200, 1000, if(hour < 12, -1, 1605)");
        air.measured("A1", DANGHU, "2020-10-08", "350, 500, 100, 200, 1000, if(hour < 12, -1, 1606)");

        assertThat(air.recomputed("air_days", DANGHU, "2020-10-07")).contains("20,10,-1]");
        assertThat(air.recomputed("air_days", DANGHU, "2020-10-08")).contains("20,10,161]");
    }

    /** The mean of 35.0 and 36.0 goes to 36, that of 34.0 and 35.0 to 34. */
    @Test
    void meansAreRoundedOnceHalfToEven() throws IOException {
        air.measured("A1", DANGHU, "2020-10-07", "350, 340, 100, 200, 1000, 800");
        air.measured("A2", ZHONGDAI, "2020-10-07", "360, 350, 100, 200, 1000, 800");

        assertThat(air.recomputed("air_days", PINGHU, "2020-10-07")).contains("[36,34,10,20,10,80]");
    }

    @Test
    void figuresOfTheYearRunThroughEachDayAndMonth() throws IOException {
        air.measured("A1", DANGHU, "2020-01-30", USUAL);
        air.measured("A1", DANGHU, "2020-01-31", "450, 500, 100, 200, 1000, 800");

        assertThat(air.recomputed("air-pm25", DANGHU, "2020-01-30")).isEqualTo("35 on –, –, 1 of 30, provisional");
        assertThat(air.recomputed("air-pm25", DANGHU, "2020-01-31")).isEqualTo("40 on –, –, 2 of 31, provisional");
        assertThat(air.recomputed("air-pm25", DANGHU, "2020-01")).isEqualTo("40 on –, –, 2 of 31, provisional");
        assertThat(air.recomputed("air-composite", DANGHU, "2020-01-30"))
                .isEqualTo(USUAL_COMPOSITE + " on –, –, 1 of 30, provisional");
        assertThat(air.recomputed("air-good-days", JIAXING, "2020-01")).isEqualTo("100 on –, –, 2 of 31, provisional");
        assertThat(air.recomputed("air-co", DANGHU, "2020-01-31")).isEqualTo("nothing");
        assertThat(air.recomputed("air_statistics", DANGHU, "2020-01"))
                .isEqualTo("2020-01-01 to 2020-01-31, days by level [1,1,0,0,0,0]; 100 on –, –; 40 on –, –; 50 on –, –;"
                        + " 10 on –, –; 20 on –, –; 1 on –, –; 80 on –, –; 3.27 on –, –;"
                        + " limits [35,70,60,40,4,160]; pm2_5: 2 of 27 valid days;"
                        + " pm10: 2 of 27 valid days; so2: 2 of 27 valid days; no2: 2 of 27 valid days;"
                        + " co: 2 of 27 valid days; o3: 2 of 27 valid days");
    }

    /** A unit's year before is wanted for its base, and no other. */
    @Test
    void tenYearsAreRecomputedWithinTheMemoryOfAnAnalyst() throws IOException {
        air.measured("A1", DANGHU, "2016-10-07", USUAL);
        air.measured("A1", DANGHU, "2026-10-07", USUAL);

        assertThat(air.recomputed("air_statistics", DANGHU, "2016-10")).contains("2016-10-01 to 2016-10-07");
        assertThat(air.recomputed("air_statistics", DANGHU, "2026-10")).contains("2026-10-01 to 2026-10-07");
    }

    @Test
    void aMonthAndAYearAreOverWithTheLastHourOrWhenAnotherDayFollows() throws IOException {
        String oneHour = "if(hour > 0, -1, 350), if(hour > 0, -1, 500), if(hour > 0, -1, 100), if(hour > 0, -1, 200),"
                + " if(hour > 0, -1, 1000), if(hour > 0, -1, 800)";
        for (int day = 1; day <= 30; day++) {
            air.measured("A1", DANGHU, String.format(Locale.ROOT, "2020-01-%02d", day), USUAL);
        }
        air.measured("A1", DANGHU, "2020-01-31", oneHour);
        assertThat(air.recomputed("air-good-days", DANGHU, "2020-01")).isEqualTo("100 on –, –, 30 of 31, provisional");

        air.measured("A1", DANGHU, "2021-01-01", oneHour);
        assertThat(air.recomputed("air-good-days", DANGHU, "2020-01")).isEqualTo("100 on –, –, 30 of 31, complete");
    }

    @Test
    void aYearWhoseLastDayWasNeverMeasuredIsWholeOnceAnotherFollows() throws IOException {
        air.measured("A1", DANGHU, "2020-12-30", USUAL);
        air.measured("A2", ZHONGDAI, "2021-01-01", USUAL);
        assertThat(air.recomputed("air-good-days", DANGHU, "2020-12")).isEqualTo("nothing");
        assertThat(air.recomputed("air_statistics", DANGHU, "2020-12")).startsWith("2020-12-01 to 2020-12-30,");

        air.measured("A1", DANGHU, "2021-01-01", USUAL);
        assertThat(air.recomputed("air-good-days", DANGHU, "2020-12")).isEqualTo("100 on –, –, 1 of 366, provisional");
        assertThat(air.recomputed("air_statistics", DANGHU, "2020-12")).startsWith("2020-12-01 to 2020-12-31,");
    }

    /** Of 1.0, 1.1 and 1.2 mg/m³ the 95th percentile is at rank 2.9: 1.19; of O3 the 90th is at 2.8: 96. */
    @Test
    void percentilesLieBetweenNeighbours() throws IOException {
        air.measured("A1", DANGHU, "2020-01-29", "350, 500, 100, 200, 1200, 1000");
        air.measured("A1", DANGHU, "2020-01-30", "350, 500, 100, 200, 1000, 600");
        air.measured("A1", DANGHU, "2020-01-31", "350, 500, 100, 200, 1100, 800");

        assertThat(air.recomputed("air-co", DANGHU, "2020-01")).startsWith("1.19 on");
        assertThat(air.recomputed("air-o3", DANGHU, "2020-01")).startsWith("96 on");
    }

    @Test
    void dustDaysAreLeftOutOfParticulatesAndOfNothingElse() throws IOException {
        air.measured("A1", DANGHU, "2020-01-30", USUAL);
        air.measured("A1", DANGHU, "2020-01-31", "3500, 5000, 300, 200, 1000, 800");
        air.insert("air_dust_log", "0, 1, '" + PINGHU + "', '2020-01-31', false, false, now()");

        assertThat(air.recomputed("air_days", DANGHU, "2020-01-31"))
                .contains("AQI 400 严重污染[pm2_5,pm10]")
                .endsWith("of 1, dust");
        assertThat(air.recomputed("air_days", JIAXING, "2020-01-31")).endsWith("of 1");
        assertThat(air.recomputed("air-pm25", DANGHU, "2020-01")).isEqualTo("35 on –, –, 2 of 31, provisional");
        assertThat(air.recomputed("air-pm10", DANGHU, "2020-01")).startsWith("50 on");
        assertThat(air.recomputed("air-pm10", JIAXING, "2020-01")).startsWith("275 on");
        assertThat(air.recomputed("air-so2", DANGHU, "2020-01")).startsWith("20 on");
        assertThat(air.recomputed("air-good-days", DANGHU, "2020-01")).startsWith("50 on");
    }

    /** 15 against 17 is −11.8 %, of the figures as published. */
    @Test
    void figuresAreComparedAsPublishedThroughTheSameDayAndByWholeMonths() throws IOException {
        air.measured("A1", DANGHU, "2019-02-28", "166, 500, 100, 200, 1000, 800");
        air.measured("A1", DANGHU, "2019-03-01", "900, 500, 100, 200, 1000, 800");
        air.measured("A1", DANGHU, "2020-02-28", "154, 500, 100, 200, 1000, 800");
        air.measured("A1", DANGHU, "2020-02-29", "154, 500, 100, 200, 1000, 800");
        air.measured("A1", DANGHU, "2021-02-28", "154, 500, 100, 200, 1000, 800");
        air.measured("A1", DANGHU, "2021-03-01", "154, 500, 100, 200, 1000, 800");

        assertThat(air.recomputed("air-pm25", DANGHU, "2020-02-28")).startsWith("15.4 on 16.6, -11.8, 1 of 59");
        assertThat(air.recomputed("air-pm25", DANGHU, "2020-02-29")).startsWith("15.4 on 16.6, -11.8, 2 of 60");
        assertThat(air.recomputed("air-pm25", DANGHU, "2020-02")).startsWith("15.4 on 16.6, -11.8, 2 of 60");
        assertThat(air.recomputed("air-good-days", DANGHU, "2021-02-28")).startsWith("100 on 100, 0, 1 of 59");
        // The leap day is part of the whole month, and not of the year through the 28th.
        assertThat(air.recomputed("air-pm25", DANGHU, "2021-02")).startsWith("15.4 on 15.4, 0,");
        assertThat(air.recomputed("air-composite", DANGHU, "2021-03-01")).contains(" on ");
    }

    /** PM2.5 of 70 µg/m³ is an AQI of 94 by the standard of 2012, and of 110 by that of 2026. */
    @Test
    void acrossAChangeOfStandardsTheYearBeforeIsJudgedByTheNewer() throws IOException {
        for (String day : List.of("2025-02-28", "2025-03-01", "2026-02-28", "2026-03-01")) {
            air.measured("A1", DANGHU, day, "700, 500, 100, 200, 1000, 800");
        }

        assertThat(air.recomputed("air-good-days", DANGHU, "2026-02-28")).startsWith("100 on 100, 0,");
        assertThat(air.recomputed("air-good-days", DANGHU, "2026-03-01")).startsWith("50 on 0, 50,");
        assertThat(air.recomputed("air-composite", DANGHU, "2026-03-01"))
                .matches("([0-9.]+) on \\1, 0, 2 of 60, provisional");
    }

    /** Three stations on the first day, two on the second: the days weigh alike. */
    @Test
    void daysOfDifferentNumbersOfStationsAreAddedExactly() throws IOException {
        air.register("A3", DANGHU);
        air.register("A4", DANGHU);
        air.measured("A1", DANGHU, "2020-01-30", USUAL);
        air.measured("A3", DANGHU, "2020-01-30", USUAL);
        air.measured("A4", DANGHU, "2020-01-30", "351, 500, 100, 200, 1000, 800");
        air.measured("A1", DANGHU, "2020-01-31", USUAL);
        air.measured("A3", DANGHU, "2020-01-31", "351, 500, 100, 200, 1000, 800");

        // (35.0333… + 35.05) / 2
        assertThat(air.recomputed("air-pm25", DANGHU, "2020-01")).startsWith("35.0416666667 on");
    }

    @Test
    void whatIsAsRecomputedIsNoDifference() throws IOException {
        air.publishAUsualDay();

        assertThat(air.differences()).isEmpty();
    }

    @Test
    void aDayThatIsNotWhatItsHoursGiveIsFound() throws IOException {
        air.publishAUsualDay();
        air.judged("A1", DANGHU, 34);

        assertThat(air.differences()).singleElement().satisfies(difference -> {
            assertThat(difference.indicator()).isEqualTo("air_days");
            assertThat(difference.unit()).isEqualTo("A1");
            assertThat(difference.period()).isEqualTo(DAY);
            assertThat(difference.published()).contains("[34,50,10,20,10,80]");
            assertThat(difference.recomputed()).contains("[35,50,10,20,10,80]");
        });
    }

    @Test
    void aStatisticThatIsNotWhatTheDaysGiveIsFound() throws IOException {
        air.publishAUsualDay();
        air.statistics(PINGHU, "month", MONTH, 27, 314);

        assertThat(air.differences()).singleElement().satisfies(difference -> {
            assertThat(difference.indicator()).isEqualTo("air_statistics");
            assertThat(difference.unit() + " " + difference.period()).isEqualTo("330482 2020-01");
            assertThat(difference.published()).contains("; 3.14 on –, –; ");
            assertThat(difference.recomputed()).contains("; 3.13 on –, –; ");
        });
    }

    /** Its days are the township's, and so are its statistics. */
    @Test
    void aStationThatStandsAloneInATownshipIsComparedWithIt() throws IOException {
        air.publishAUsualDay();
        air.statistics(DANGHU, "month", MONTH, 27, 314);

        assertThat(air.differences())
                .filteredOn(difference -> difference.indicator().equals("air_station_statistics"))
                .singleElement()
                .satisfies(difference -> {
                    assertThat(difference.unit() + " " + difference.period()).isEqualTo("A1 2020-01");
                    assertThat(difference.published()).contains(",3.13,NULL,NULL,[35,50,10,20,1,80],");
                    assertThat(difference.recomputed()).contains(",3.14,NULL,NULL,[35,50,10,20,1,80],");
                });
    }

    @Test
    void anIndicatorThatIsNotWhatTheDaysGiveIsFound() throws IOException {
        air.publishAUsualDay();
        air.published("air-pm25", DANGHU, DAY, "35.0000000001");

        assertThat(air.differences())
                .containsExactly(new Recomputation.Difference(
                        "air-pm25",
                        DANGHU,
                        DAY,
                        "35.0000000001 on –, –, 1 of 31, provisional",
                        "35 on –, –, 1 of 31, provisional"));
    }

    @Test
    void aYearThatIsNotWhatTheDaysGiveIsFound() throws IOException {
        air.publishAUsualDay();
        air.statistics(JIAXING, "year-to-date", DAY, 27, 313);

        assertThat(air.differences()).singleElement().satisfies(difference -> {
            assertThat(difference.indicator()).isEqualTo("air_statistics");
            assertThat(difference.unit() + " " + difference.period()).isEqualTo("3304 2020-01-31");
            assertThat(difference.published()).endsWith("o3: 1 of 27 valid days");
            assertThat(difference.recomputed()).endsWith("o3: 1 of 28 valid days");
        });
    }

    @Test
    void allThatIsToldOfAnIndicatorIsCompared() throws IOException {
        air.publishAUsualDay();
        Map<List<String>, String> wrong = Map.of(
                List.of("35, 36, NULL", "1, 31, 'provisional', false"), "35 on 36, –, 1 of 31, provisional",
                List.of("35, NULL, 0.04", "1, 31, 'provisional', false"), "35 on –, 0.04, 1 of 31, provisional",
                List.of("35, NULL, NULL", "2, 31, 'provisional', false"), "35 on –, –, 2 of 31, provisional",
                List.of("35, NULL, NULL", "1, 30, 'provisional', false"), "35 on –, –, 1 of 30, provisional",
                List.of("35, NULL, NULL", "1, 31, 'complete', false"), "35 on –, –, 1 of 31, complete",
                List.of("35, NULL, NULL", "1, 31, 'provisional', true"), "35 on –, –, 1 of 31, provisional, synthetic",
                List.of("35, NULL, NULL", "0, 31, 'provisional', false"), "nothing");
        for (Map.Entry<List<String>, String> told : wrong.entrySet()) {
            air.published(
                    "air-pm25",
                    DANGHU,
                    MONTH,
                    told.getKey().get(0),
                    told.getKey().get(1));

            assertThat(air.differences())
                    .containsExactly(new Recomputation.Difference(
                            "air-pm25", DANGHU, MONTH, told.getValue(), "35 on –, –, 1 of 31, provisional"));
        }
    }

    @Test
    void anHourThatIsNotItsHighestRevisionIsFound() throws IOException {
        air.publishAUsualDay();
        air.insert(
                "air_reading_log",
                "0, 99, 'A1', '2020-01-31 05:00:00', 351, 500, 100, 200, 1000, 800, 1, false, false, 'applied', now()");

        assertThat(air.differences()).singleElement().satisfies(difference -> {
            assertThat(difference.indicator()).isEqualTo("air_hours");
            assertThat(difference.published()).startsWith("24 hours, ");
            assertThat(difference.recomputed()).startsWith("24 hours, ").isNotEqualTo(difference.published());
        });
    }

    @Test
    void whatNobodyMeasuredAndYetStandsIsFound() throws IOException {
        air.publishAUsualDay();
        air.published("air-co", ZHONGDAI, MONTH, "1");

        assertThat(air.differences())
                .singleElement()
                .extracting(Recomputation.Difference::recomputed)
                .isEqualTo("nothing");
    }
}

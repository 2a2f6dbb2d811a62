package dev.pennant.audit;

import static dev.pennant.audit.MeasuredAir.DANGHU;
import static dev.pennant.audit.MeasuredAir.DAY;
import static dev.pennant.audit.MeasuredAir.JIAXING;
import static dev.pennant.audit.MeasuredAir.PINGHU;
import static dev.pennant.audit.MeasuredAir.ZHONGDAI;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** As {@link AirRecomputationIT}, for the indicator that is made of the hours of a day and not of its days. */
@Timeout(180)
final class AirHoursRecomputationIT {
    private static final String THREE_HOURS = "air-aqi-3h";

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

    /** 122 µg/m³ of PM2.5 are an AQI of 160, 35 of 50; an hour without a value breaks the run. */
    @Test
    void theHighestOfThreeHoursIsReckonedFromTheHoursOfAllStations() throws IOException {
        String others = ", 500, 100, 200, 1000, 800";
        air.measured("A1", DANGHU, "2020-10-07", "if(hour IN (7, 8, 9), 1220, 350)" + others);
        air.measured("A2", ZHONGDAI, "2020-10-07", "if(hour IN (7, 8, 9), 1220, 350)" + others);
        air.measured(
                "A1",
                DANGHU,
                "2020-10-08",
                "if(hour = 8, -1, 1220), if(hour = 8, -1, 500), if(hour = 8, -1, 100),"
                        + " if(hour = 8, -1, 200), if(hour = 8, -1, 1000), if(hour NOT IN (7, 9), -1, 800)");
        air.measured(
                "A1",
                DANGHU,
                "2020-10-09",
                "if(hour > 2, -1, 1220)" + others.replaceAll(", (\\d+)", ", if(hour > 2, -1, $1)"));
        air.measured(
                "A1",
                DANGHU,
                "2020-10-10",
                "if(hour > 1, -1, 1220)" + others.replaceAll(", (\\d+)", ", if(hour > 1, -1, $1)"));

        assertThat(air.recomputed(THREE_HOURS, DANGHU, "2020-10-07")).isEqualTo("160 on –, –, 24 of 24, complete");
        assertThat(air.recomputed(THREE_HOURS, PINGHU, "2020-10-07")).isEqualTo("160 on –, –, 24 of 24, complete");
        assertThat(air.recomputed(THREE_HOURS, JIAXING, "2020-10-07")).startsWith("160 on");
        assertThat(air.recomputed(THREE_HOURS, DANGHU, "2020-10-08")).isEqualTo("160 on –, –, 23 of 24, complete");
        assertThat(air.recomputed(THREE_HOURS, DANGHU, "2020-10-09")).isEqualTo("160 on –, –, 3 of 24, provisional");
        assertThat(air.recomputed(THREE_HOURS, DANGHU, "2020-10-10")).isEqualTo("nothing");
    }

    /** The mean of 70 and 110 µg/m³ is 90, and its index 119; that of 70 is 94 before March 2026, and 110 from then on. */
    @Test
    void hoursAreMeansOfStationsAndJudgedByTheStandardOfTheirDate() throws IOException {
        String others = ", 500, 100, 200, 1000, 800";
        air.measured("A1", DANGHU, "2026-02-27", "700" + others);
        air.measured("A2", ZHONGDAI, "2026-02-27", "1100" + others);
        air.measured("A1", DANGHU, "2026-02-28", "700" + others);
        air.measured("A1", DANGHU, "2026-03-01", "700" + others);

        assertThat(air.recomputed(THREE_HOURS, PINGHU, "2026-02-27")).startsWith("119 on");
        assertThat(air.recomputed(THREE_HOURS, DANGHU, "2026-02-28")).startsWith("94 on");
        assertThat(air.recomputed(THREE_HOURS, DANGHU, "2026-03-01")).startsWith("110 on");
    }

    /** Above the end of its column by the hour an SO2 of 1600 µg/m³ is read on in that of days until 2026, and then stays at 200. */
    @Test
    void sulphurDioxideBeyondTheEndOfItsColumnIsReadAsItsStandardSays() throws IOException {
        air.measured("A1", DANGHU, "2025-10-07", "350, 500, 16000, 200, 1000, 800");
        air.measured("A1", DANGHU, "2026-10-07", "350, 500, 16000, 200, 1000, 800");

        assertThat(air.recomputed(THREE_HOURS, DANGHU, "2025-10-07")).startsWith("300 on");
        assertThat(air.recomputed(THREE_HOURS, DANGHU, "2026-10-07")).startsWith("200 on");
    }

    @Test
    void threeHoursThatAreNotWhatTheHoursGiveAreFound() throws IOException {
        air.publishAUsualDay();
        air.published(THREE_HOURS, DANGHU, DAY, "51, NULL, NULL", "24, 24, 'complete', false");

        assertThat(air.differences())
                .containsExactly(new Recomputation.Difference(
                        THREE_HOURS, DANGHU, DAY, "51 on –, –, 24 of 24, complete", "50 on –, –, 24 of 24, complete"));
    }

    @Test
    void threeHoursThatNobodyMeasuredAreFound() throws IOException {
        air.publishAUsualDay();
        air.published(THREE_HOURS, DANGHU, "2019-06-01", "160, NULL, NULL", "3, 24, 'provisional', false");

        assertThat(air.differences())
                .containsExactly(new Recomputation.Difference(
                        THREE_HOURS, DANGHU, "2019-06-01", "160 on –, –, 3 of 24, provisional", "nothing"));
    }
}

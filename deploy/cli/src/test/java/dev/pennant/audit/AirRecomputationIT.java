package dev.pennant.audit;

import static dev.pennant.audit.MeasuredAir.DANGHU;
import static dev.pennant.audit.MeasuredAir.DAY;
import static dev.pennant.audit.MeasuredAir.ZHONGDAI;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What stands of days and hours of the air is what was measured; a seeded difference is found. */
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
    void whatIsAsRecomputedIsNoDifference() throws IOException {
        air.publishAUsualDay();

        assertThat(differences()).isEmpty();
    }

    @Test
    void aDayThatIsNotWhatItsHoursGiveIsFound() throws IOException {
        air.publishAUsualDay();
        air.judged("A1", DANGHU, 36);

        assertThat(differences()).singleElement().satisfies(difference -> {
            assertThat(difference.indicator()).isEqualTo("air_days");
            assertThat(difference.unit()).isEqualTo("A1");
            assertThat(difference.period()).isEqualTo(DAY);
            assertThat(difference.published()).contains("[36,50,10,20,10,80]");
            assertThat(difference.recomputed()).contains("[35,50,10,20,10,80]");
        });
    }

    @Test
    void anHourThatIsNotItsHighestRevisionIsFound() throws IOException {
        air.publishAUsualDay();
        air.insert(
                "air_reading_log",
                "0, 99, 'A1', '2020-01-31 05:00:00', 351, 500, 100, 200, 1000, 800, 1, false, false, 'applied', now()");

        assertThat(differences()).singleElement().satisfies(difference -> {
            assertThat(difference.indicator()).isEqualTo("air_hours");
            assertThat(difference.published()).startsWith("24 hours, ");
            assertThat(difference.recomputed()).startsWith("24 hours, ").isNotEqualTo(difference.published());
        });
    }

    private List<Recomputation.Difference> differences() throws IOException {
        return Recomputation.differences(air.analyst());
    }
}

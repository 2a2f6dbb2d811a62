package dev.pennant.stack.clickhouse;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What the board of data quality says of coverage and of late filings. */
@Timeout(120)
final class QualityViewsIT {
    private static final String COVERAGE =
            "SELECT indicator, period, townships, complete, reported, expected FROM pennant.indicator_coverage ORDER BY indicator";

    @TempDir
    private static Path data;

    private static ClickHouseServer server;

    private final ClickHouseClient writer = server.client(ClickHouseUser.WRITER);
    private final ClickHouseClient wall = server.client(ClickHouseUser.WALL);

    @BeforeAll
    static void start() throws IOException {
        server = ClickHouseServer.start(data, FreePorts.next(), FreePorts.next(), EngineLibrary.find());
        Migrations.packed().apply(server.client(ClickHouseUser.MIGRATOR));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void empty() throws IOException {
        for (String table : new String[] {"indicator_log", "indicator_latest", "enterprise_report_log"}) {
            server.client(ClickHouseUser.MIGRATOR).query("TRUNCATE TABLE pennant." + table);
        }
    }

    @Test
    void coverageIsOfTheLastPeriodOfEachIndicatorAndOfTownshipsAlone() throws IOException {
        value("revenue", "330482001", "2020-09", 5, 1);
        value("revenue", "330482001", "2020-10", 5, 1);
        value("revenue", "330482002", "2020-10", 3, 1);
        value("revenue", "330482", "2020-11", 9, 1);
        value("air", "330482001", "2020-10-07", 4, 1);

        assertThat(wall.query(COVERAGE))
                .isEqualTo(
                        """
                air\t2020-10-07\t1\t0\t4\t5
                revenue\t2020-10\t2\t1\t8\t10""");
    }

    @Test
    void aPeriodThatWasTakenBackEverywhereIsNotTheLast() throws IOException {
        value("revenue", "330482001", "2020-09", 5, 1);
        value("revenue", "330482001", "2020-10", 5, 1);
        value("revenue", "330482001", "2020-10", 0, 2);
        assertThat(wall.query(COVERAGE)).isEqualTo("revenue\t2020-09\t1\t1\t5\t5");

        value("revenue", "330482002", "2020-10", 2, 3);
        assertThat(wall.query(COVERAGE)).isEqualTo("revenue\t2020-10\t1\t0\t2\t5");

        value("revenue", "330482001", "2020-10", 4, 4);
        assertThat(wall.query(COVERAGE)).isEqualTo("revenue\t2020-10\t2\t0\t6\t10");
    }

    @Test
    void ofAnIndicatorWhoseEveryPeriodWasTakenBackOnceTheLastThatStandsIsFound() throws IOException {
        for (String period : new String[] {"2020-08", "2020-09", "2020-10"}) {
            value("revenue", "330482001", period, 5, 1);
            value("revenue", "330482001", period, 0, 2);
        }
        assertThat(wall.query(COVERAGE)).isEmpty();

        value("revenue", "330482001", "2020-09", 5, 3);
        assertThat(wall.query(COVERAGE)).isEqualTo("revenue\t2020-09\t1\t1\t5\t5");
    }

    @Test
    void aFirstFilingAfterTheEighteenthOfTheNextMonthIsLateAndARevisionIsNot() throws IOException {
        filing(0, "punctual", "2020-10", 0, "2020-11-18 15:59:59.000");
        filing(1, "late", "2020-10", 0, "2020-11-18 16:00:00.000");
        filing(2, "later", "2020-10", 0, "2020-11-21 03:00:00.000");
        filing(3, "revised", "2020-10", 0, "2020-11-10 03:00:00.000");
        filing(4, "revised", "2020-10", 1, "2020-12-01 03:00:00.000");
        filing(5, "revised", "2020-10", 1, "2020-12-01 03:00:00.000");
        filing(6, "punctual", "2020-12", 0, "2021-01-18 03:00:00.000");
        filing(7, "punctual", "2020-06", 0, "2020-07-18 03:00:00.000");

        assertThat(wall.query("SELECT * FROM pennant.filing_punctuality ORDER BY period"))
                .isEqualTo(
                        """
                        2020-10\t4\t2\t3\t1
                        2020-12\t1\t0\t0\t0""");
    }

    /** A value of which so many of five have reported; zero takes it back. */
    private void value(String indicator, String unit, String period, int reported, int version) throws IOException {
        writer.query("INSERT INTO pennant.indicator_log FORMAT JSONEachRow {\"indicator\":\"" + indicator
                + "\",\"unit\":\"" + unit + "\",\"period\":\"" + period + "\",\"reported\":" + reported
                + ",\"expected\":5,\"status\":\"" + (reported == 5 ? "complete" : "provisional") + "\",\"version\":"
                + version + ",\"updated_at\":\"2020-11-18 01:00:00.000\"}");
    }

    private void filing(int offset, String enterprise, String period, int revision, String reportedAt)
            throws IOException {
        writer.query("INSERT INTO pennant.enterprise_report_log FORMAT JSONEachRow {\"partition\":0,\"offset\":"
                + offset
                + ",\"enterprise_id\":\"" + enterprise + "\",\"period\":\"" + period + "\",\"revision\":" + revision
                + ",\"reported_at\":\"" + reportedAt + "\",\"outcome\":\"applied\"}");
    }
}

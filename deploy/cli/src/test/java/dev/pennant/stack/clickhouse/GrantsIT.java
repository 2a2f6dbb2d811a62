package dev.pennant.stack.clickhouse;

import static dev.pennant.stack.clickhouse.ClickHouseUser.ANALYST;
import static dev.pennant.stack.clickhouse.ClickHouseUser.GRAFANA;
import static dev.pennant.stack.clickhouse.ClickHouseUser.MIGRATOR;
import static dev.pennant.stack.clickhouse.ClickHouseUser.WALL;
import static dev.pennant.stack.clickhouse.ClickHouseUser.WRITER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(120)
final class GrantsIT {
    private static final int ACCESS_DENIED = 497;
    private static final int READONLY = 164;
    private static final int CONSTRAINT_VIOLATED = 452;

    private static final List<String> SCREEN_VIEWS = List.of(
            "indicators",
            "indicators_history",
            "unit_names",
            "data_version",
            "last_writes",
            "standing_periods",
            "indicator_coverage",
            "indicator_units",
            "filing_punctuality",
            "job_metrics",
            "job_health",
            "air_hours",
            "air_days",
            "air_statistics",
            "air_year_to_date",
            "air_limits",
            "air_station_statistics",
            "air_stations",
            "air_dust_days",
            "air_readings",
            "air_held_stations",
            "retail_sales_hourly",
            "retail_categories",
            "retail_region_categories",
            "retail_reading",
            "indicator_cards",
            "competitions",
            "standings",
            "standings_history",
            "standing_scores",
            "adjustments",
            "alerts",
            "alerts_history",
            "indicators_as_of(at = '2020-10-10 10:00:00')",
            "standings_as_of(at = '2020-10-10 10:00:00')",
            "alerts_as_of(at = '2020-10-10 10:00:00')",
            "alert_rules",
            "alert_signals");
    private static final List<String> ENTERPRISE_VIEWS = List.of(
            "enterprise_contributions",
            "enterprise_reports",
            "enterprise_registry",
            "dead_letters",
            "retail_store_days",
            "retail_held_stores",
            "store_registry",
            "indicator_reports",
            "unit_registry");
    private static final List<String> WRITTEN = List.of(
            "indicator_log",
            "enterprise_contribution_latest",
            "enterprise_report_log",
            "enterprise_registry_log",
            "store_registry_log",
            "retail_hour_latest",
            "retail_store_day_latest",
            "retail_category_latest",
            "retail_reading_latest",
            "retail_held_latest",
            "indicator_report_log",
            "unit_registry_log",
            "air_station_log",
            "air_dust_log",
            "air_reading_log",
            "air_day_latest",
            "air_statistics_latest",
            "standing_log",
            "standing_score_latest",
            "adjustment_log",
            "alert_log",
            "alert_rule_log",
            "dead_letter_log",
            "job_metric_log");
    private static final List<String> FILLED = List.of(
            "indicator_latest",
            "alert_latest",
            "units",
            "indicator_definitions",
            "retail_category_definitions",
            "air_definitions",
            "standing_latest",
            "settled_standings",
            "dead_letter_replay_log",
            "competition_definitions");

    @TempDir
    private static Path data;

    private static ClickHouseServer server;

    @BeforeAll
    static void start() throws IOException {
        server = ClickHouseServer.start(data, FreePorts.next(), FreePorts.next(), EngineLibrary.find());
        Migrations.packed().apply(server.client(MIGRATOR));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    static List<String> screenViews() {
        return SCREEN_VIEWS;
    }

    static List<String> enterpriseViews() {
        return ENTERPRISE_VIEWS;
    }

    static List<String> written() {
        return WRITTEN;
    }

    static List<String> tables() {
        return Stream.of(WRITTEN, FILLED).flatMap(List::stream).toList();
    }

    @Test
    void everyViewAndTableIsTriedHere() throws IOException {
        assertThat(server.client(MIGRATOR)
                        .query("SELECT name FROM system.tables WHERE database = 'pennant'"
                                + " AND engine != 'MaterializedView' AND name != 'schema_migrations'")
                        .lines())
                .containsExactlyInAnyOrderElementsOf(Stream.of(SCREEN_VIEWS, ENTERPRISE_VIEWS, WRITTEN, FILLED)
                        .flatMap(List::stream)
                        .map(name -> name.replaceFirst("\\(.*", ""))
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("screenViews")
    void theScreenViewsAreReadByEveryReaderAndNotByTheWriter(String view) throws IOException {
        readBy(EnumSet.of(MIGRATOR, GRAFANA, WALL, ANALYST), "SELECT * FROM pennant." + view);
    }

    @ParameterizedTest
    @MethodSource("enterpriseViews")
    void whatShowsSingleEnterprisesIsNotForTheWall(String view) throws IOException {
        readBy(EnumSet.of(MIGRATOR, GRAFANA, ANALYST), "SELECT * FROM pennant." + view);
    }

    @Test
    void theWallReadsOfDeadLettersOnlyWhatNamesNoEnterprise() throws IOException {
        readBy(
                EnumSet.of(MIGRATOR, GRAFANA, WALL, ANALYST),
                "SELECT topic, partition, offset, reason, seen_at, replayed_at, replay FROM pennant.dead_letters");
        readBy(
                EnumSet.of(MIGRATOR, GRAFANA, WALL, ANALYST),
                "SELECT countIf(replayed_at IS NOT NULL) FROM pennant.dead_letters WHERE replayed_at IS NULL");
        assertThat(refusalOf(WALL, "SELECT payload FROM pennant.dead_letters")).isEqualTo(ACCESS_DENIED);
    }

    @ParameterizedTest
    @MethodSource("tables")
    void tablesAreReadByTheAnalystOnly(String table) throws IOException {
        readBy(EnumSet.of(MIGRATOR, ANALYST), "SELECT * FROM pennant." + table);
    }

    @ParameterizedTest
    @MethodSource("written")
    void theWriterInsertsAndCanDoNothingElse(String table) throws IOException {
        ClickHouseClient writer = server.client(WRITER);
        assertThat(writer.query("DESCRIBE pennant." + table)).isNotEmpty();
        writer.query("INSERT INTO pennant." + table + " FORMAT JSONEachRow {}");
        for (String refused : List.of(
                "SELECT * FROM pennant." + table,
                "ALTER TABLE pennant." + table + " DELETE WHERE 1",
                "ALTER TABLE pennant." + table + " ADD COLUMN x UInt8",
                "TRUNCATE TABLE pennant." + table,
                "DROP TABLE pennant." + table,
                "CREATE TABLE pennant.mine (x UInt8) ENGINE = Memory")) {
            assertThat(refusalOf(WRITER, refused)).as(refused).isEqualTo(ACCESS_DENIED);
        }
        server.client(MIGRATOR).query("TRUNCATE TABLE pennant." + table);
    }

    @Test
    void theWriterLeavesTheTablesThatFillThemselves() {
        for (String table : FILLED) {
            assertThat(refusalOf(WRITER, "INSERT INTO pennant." + table + " FORMAT JSONEachRow {}"))
                    .as(table)
                    .isEqualTo(ACCESS_DENIED);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"GRAFANA", "WALL", "ANALYST"})
    void readersChangeNothing(ClickHouseUser reader) {
        for (String refused : List.of(
                "INSERT INTO pennant.units (code) VALUES ('1')",
                "INSERT INTO pennant.indicator_log (unit) VALUES ('1')",
                "TRUNCATE TABLE pennant.units",
                "DROP VIEW pennant.indicators",
                "CREATE TABLE pennant.mine (x UInt8) ENGINE = Memory",
                "CREATE DATABASE mine",
                "CREATE TEMPORARY TABLE mine (x UInt8)",
                "SET readonly = 0",
                "KILL QUERY WHERE 1")) {
            assertThat(refusalOf(reader, refused)).as(refused).isIn(ACCESS_DENIED, READONLY);
        }
    }

    @ParameterizedTest
    @EnumSource
    void nobodyReadsFilesOrOtherServersOrAddsUsers(ClickHouseUser user) {
        for (String refused : List.of(
                "SELECT * FROM file('/etc/passwd', 'LineAsString')",
                "SELECT * FROM url('http://127.0.0.1:1/', 'LineAsString')",
                "SELECT * FROM remote('127.0.0.1:1', 'system', 'one')",
                "SELECT * FROM executable('id', 'LineAsString', 'x String')",
                "CREATE USER another",
                "GRANT ALL ON *.* TO " + user.id(),
                "SYSTEM SHUTDOWN")) {
            assertThat(refusalOf(user, refused)).as(refused).isNotZero();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "max_execution_time = 0",
                "max_execution_time = 3600",
                "max_memory_usage = 0",
                "max_memory_usage_for_user = 0"
            })
    void readersMayTightenTheirBoundsButNotLiftThem(String lifted) throws IOException {
        for (ClickHouseUser reader : List.of(GRAFANA, WALL, ANALYST)) {
            assertThat(refusalOf(reader, "SELECT 1 SETTINGS " + lifted)).isEqualTo(CONSTRAINT_VIOLATED);
            assertThat(server.client(reader).query("SELECT 1 SETTINGS max_execution_time = 5"))
                    .isEqualTo("1");
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"GRAFANA", "WALL", "ANALYST"})
    void everyReaderHasAQuota(ClickHouseUser reader) throws IOException {
        String quota = server.client(reader).query("SHOW CURRENT QUOTA");
        assertThat(quota).contains(reader == ANALYST ? "analysis" : "dashboard").contains("3600");
    }

    @Test
    void whatIsInsertedIsReadThroughTheViewAtOnce() throws IOException {
        server.client(WRITER)
                .query("INSERT INTO pennant.indicator_log FORMAT JSONEachRow "
                        + "{\"indicator\":\"service-revenue\",\"unit\":\"330482001\",\"period\":\"2020-10\",\"value\":1.5,"
                        + "\"reported\":1,\"expected\":2,\"version\":1}");
        assertThat(server.client(WALL).query("SELECT value FROM pennant.indicators WHERE unit = '330482001'"))
                .isEqualTo("1.5");
    }

    @Test
    void theWallShowsPointsOfHouseholdsWithoutTheirNames() throws IOException {
        for (String unit : List.of(
                "{\"code\":\"330482001-V01\",\"name\":\"一村\",\"kind\":\"village\",\"parent\":\"330482001\",\"offset\":1}",
                "{\"code\":\"330482001-V01-H007\",\"name\":\"隐去\",\"kind\":\"household\",\"parent\":\"330482001-V01\",\"offset\":2}")) {
            server.client(WRITER).query("INSERT INTO pennant.unit_registry_log FORMAT JSONEachRow " + unit);
        }
        server.client(WRITER)
                .query("INSERT INTO pennant.indicator_log FORMAT JSONEachRow "
                        + "{\"indicator\":\"kindness-points\",\"unit\":\"330482001-V01-H007\",\"period\":\"2020-10\",\"value\":9,"
                        + "\"reported\":1,\"expected\":1,\"version\":1}");
        String points = "SELECT unit, unit_name, value FROM pennant.indicators WHERE indicator = 'kindness-points'";
        assertThat(server.client(WALL).query(points)).isEqualTo("330482001-V01-H007\t一村农户H007\t9");
        for (String view : List.of("indicators", "indicators_history", "unit_names")) {
            assertThat(server.client(WALL).query("SELECT * FROM pennant." + view))
                    .doesNotContain("隐去");
        }
        assertThat(refusalOf(WALL, "SELECT name FROM pennant.unit_registry")).isEqualTo(ACCESS_DENIED);
        assertThat(server.client(ANALYST).query("SELECT name FROM pennant.unit_registry WHERE kind = 'household'"))
                .isEqualTo("隐去");
        for (String table : List.of("unit_registry_log", "indicator_log", "indicator_latest")) {
            server.client(MIGRATOR).query("TRUNCATE TABLE pennant." + table);
        }
    }

    private static void readBy(Set<ClickHouseUser> readers, String sql) throws IOException {
        for (ClickHouseUser user : ClickHouseUser.values()) {
            if (readers.contains(user)) {
                server.client(user).query(sql);
            } else {
                assertThat(refusalOf(user, sql)).as("%s: %s", user, sql).isEqualTo(ACCESS_DENIED);
            }
        }
    }

    private static int refusalOf(ClickHouseUser user, String sql) {
        ClickHouseException[] refusal = new ClickHouseException[1];
        assertThatThrownBy(() -> server.client(user).query(sql))
                .as("%s: %s", user, sql)
                .isInstanceOfSatisfying(ClickHouseException.class, refused -> refusal[0] = refused);
        return refusal[0].code();
    }
}

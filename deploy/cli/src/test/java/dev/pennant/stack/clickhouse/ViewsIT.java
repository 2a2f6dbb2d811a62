package dev.pennant.stack.clickhouse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pennant.core.catalogue.Catalogue;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(120)
final class ViewsIT {
    @TempDir
    private static Path data;

    private static ClickHouseServer server;

    private final ClickHouseClient writer = server.client(ClickHouseUser.WRITER);
    private final ClickHouseClient analyst = server.client(ClickHouseUser.ANALYST);

    @BeforeAll
    static void start() throws IOException {
        server = ClickHouseServer.start(data, FreePorts.next(), FreePorts.next(), EngineLibrary.find());
        Migrations.packed().apply(server.client(ClickHouseUser.MIGRATOR));
        CatalogueTables.load(server.client(ClickHouseUser.MIGRATOR), Catalogue.shipped());
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void empty() throws IOException {
        for (String table : new String[] {
            "indicator_log",
            "indicator_latest",
            "enterprise_contribution_latest",
            "enterprise_report_log",
            "enterprise_registry_log",
            "dead_letter_log",
            "dead_letter_replay_log"
        }) {
            server.client(ClickHouseUser.MIGRATOR).query("TRUNCATE TABLE pennant." + table);
        }
    }

    @Test
    void theColumnsOfTheIndicatorsAreTheContract() throws IOException {
        String contract = "indicator,title,unit,unit_name,period,period_label,value,base,growth,growth_kind,measure,"
                + "reported,expected,status,synthetic,updated_at";
        assertThat(columnsOf("indicators")).isEqualTo(contract);
        assertThat(columnsOf("indicators_history")).isEqualTo(contract + ",valid_from,valid_to");
        assertThat(columnsOf("dead_letters")).startsWith("topic,partition,offset,reason,seen_at,replayed_at");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "indicators",
                "indicators_history",
                "enterprise_contributions",
                "enterprise_reports",
                "enterprise_registry",
                "dead_letters"
            })
    void aViewGivesTheTypesItDeclares(String view) throws IOException {
        writer.query(
                "INSERT INTO pennant.indicator_log FORMAT JSONEachRow " + row("1", 1, "2020-11-18 01:00:00.000", 1));
        contribution("A", "330402007", "service-designated", 1, 1);
        report(0, 1, "applied");
        registration(0, "A", "2019-01", "330402007", false);
        writer.query("INSERT INTO pennant.dead_letter_log FORMAT JSONEachRow {}");
        assertThat(analyst.query("SELECT * FROM pennant." + view + " FORMAT TSVWithNamesAndTypes")
                        .lines()
                        .skip(1)
                        .findFirst()
                        .orElseThrow()
                        .split("\t"))
                .containsExactly(
                        analyst.query("SELECT type FROM system.columns WHERE database = 'pennant' AND table = '" + view
                                        + "' ORDER BY position")
                                .split("\n"));
    }

    @Test
    void theLargestVersionIsTheCurrentValueInWhicheverOrderTheyCame() throws IOException {
        value(3, 30, "2020-11-18 01:00:03.000");
        value(5, 50, "2020-11-18 01:00:05.000");
        value(4, 40, "2020-11-18 01:00:04.000");
        value(5, 50, "2020-11-18 01:00:05.000");
        assertThat(analyst.query("SELECT title, unit_name, value, growth, updated_at FROM pennant.indicators"))
                .isEqualTo("规限上服务业营收\t建设街道\t50\t4.5\t2020-11-18 01:00:05.000");
    }

    @Test
    void versionsAboveTheSignedRangeAreTheLargest() throws IOException {
        value(3, 30, "2020-11-18 01:00:03.000");
        writer.query("INSERT INTO pennant.indicator_log FORMAT JSONEachRow "
                + row("18446744073709551615", 99, "2020-11-18 01:00:04.000", 1));
        assertThat(analyst.query("SELECT value FROM pennant.indicators")).isEqualTo("99");
    }

    @Test
    void everyVersionIsValidUntilTheNext() throws IOException {
        value(5, 50, "2020-11-18 01:00:05.000");
        value(3, 30, "2020-11-18 01:00:03.000");
        value(4, 40, "2020-11-18 01:00:04.000");
        value(4, 40, "2020-11-18 01:00:04.000");
        assertThat(analyst.query(
                        "SELECT value, valid_from, valid_to FROM pennant.indicators_history ORDER BY valid_from"))
                .isEqualTo(
                        """
                        30\t2020-11-18 01:00:03.000\t2020-11-18 01:00:04.000
                        40\t2020-11-18 01:00:04.000\t2020-11-18 01:00:05.000
                        50\t2020-11-18 01:00:05.000\t\\N""");
        assertThat(analyst.query(
                        "SELECT value FROM pennant.indicators_history WHERE valid_from <= '2020-11-18 01:00:04.500' "
                                + "AND (valid_to > '2020-11-18 01:00:04.500' OR valid_to IS NULL)"))
                .isEqualTo("40");
        assertThat(analyst.query("SELECT value FROM pennant.indicators_as_of(at = '2020-11-18 09:00:04.500')"))
                .isEqualTo("40");
        assertThat(analyst.query("SELECT value FROM pennant.indicators_as_of(at = '2020-11-18 09:00:05')"))
                .isEqualTo("50");
        assertThat(analyst.query("SELECT count() FROM pennant.indicators_as_of(at = '2020-11-18 09:00:02')"))
                .isEqualTo("0");
    }

    @Test
    void aValueThatNobodyStandsBehindIsNotShownAndEndsTheOneBefore() throws IOException {
        value(3, 30, "2020-11-18 01:00:03.000");
        writer.query(
                "INSERT INTO pennant.indicator_log FORMAT JSONEachRow " + row("4", 0, "2020-11-18 01:00:04.000", 0));
        assertThat(analyst.query("SELECT count() FROM pennant.indicators")).isEqualTo("0");
        assertThat(analyst.query("SELECT value, valid_to FROM pennant.indicators_history"))
                .isEqualTo("30\t2020-11-18 01:00:04.000");
    }

    @Test
    void aReadersOwnJoinSettingsChangeNothing() throws IOException {
        writer.query(
                "INSERT INTO pennant.indicator_log FORMAT JSONEachRow "
                        + "{\"indicator\":\"new-one\",\"unit\":\"9\",\"period\":\"2020-10\",\"value\":1,\"reported\":1,\"version\":1}");
        for (String nulls : new String[] {"0", "1"}) {
            assertThat(analyst.query(
                            "SELECT indicator, title, unit_name FROM pennant.indicators",
                            Map.of("join_use_nulls", nulls)))
                    .isEqualTo("new-one\tnew-one\t9");
        }
    }

    @Test
    void contributionsAddUpToTheGrowthOfTheirUnitAndScope() throws IOException {
        contribution("A", "330402007", "service-designated", 300_00, 200_00);
        contribution("B", "330402007", "service-designated", 100_00, 300_00);
        contribution("C", "330402007", "trade-above-quota", 7_01, 0);
        contribution("D", "", "", 1_000_00, 1_00);
        assertThat(analyst.query("SELECT enterprise, revenue, base, share, contribution, retail_sales "
                        + "FROM pennant.enterprise_contributions ORDER BY enterprise"))
                .isEqualTo(
                        """
                        A\t300\t200\t75\t20\t\\N
                        B\t100\t300\t25\t-40\t\\N
                        C\t7.01\t0\t100\t\\N\t\\N""");
        assertThat(analyst.query("SELECT sum(contribution), sum(share) FROM pennant.enterprise_contributions "
                        + "WHERE unit = '330402007' AND scope = 'service-designated' AND enterprise != 'C'"))
                .isEqualTo("-20\t100");
        assertThat(analyst.query("SELECT share FROM pennant.enterprise_contributions WHERE enterprise = 'A'"))
                .as("a filter does not change whose share it is")
                .isEqualTo("75");
    }

    @Test
    void anEnterpriseWithoutRevenueInAUnitWithoutAnyHasNoShare() throws IOException {
        contribution("A", "330402007", "service-designated", 0, -5_00);
        assertThat(analyst.query("SELECT share, contribution FROM pennant.enterprise_contributions"))
                .isEqualTo("\\N\t\\N");
    }

    @Test
    void theHighestAppliedRevisionStands() throws IOException {
        report(0, 1, "applied");
        report(1, 3, "applied");
        report(2, 3, "superseded");
        report(3, 2, "superseded");
        assertThat(analyst.query(
                        "SELECT offset, revision, stands, revenue FROM pennant.enterprise_reports ORDER BY offset"))
                .isEqualTo(
                        """
                        0\t1\tfalse\t12.34
                        1\t3\ttrue\t12.34
                        2\t3\tfalse\t12.34
                        3\t2\tfalse\t12.34""");
    }

    @Test
    void theLastWordOnASpanIsTheRegistry() throws IOException {
        registration(0, "A", "2019-01", "330402007", false);
        registration(1, "A", "2020-01", "330402008", false);
        registration(2, "A", "2019-01", "330402009", false);
        registration(3, "B", "2019-01", "330402007", false);
        registration(4, "B", "2019-01", "", true);
        assertThat(
                        analyst.query(
                                "SELECT enterprise, valid_from, unit_name FROM pennant.enterprise_registry ORDER BY valid_from"))
                .isEqualTo("""
                        A\t2019-01\t新嘉街道
                        A\t2020-01\t解放街道""");
    }

    @Test
    void aDeadLetterIsOneHoweverOftenItIsSeenAndKeepsItsBytes() throws IOException {
        String letter = "{\"topic\":\"enterprise-reports\",\"partition\":1,\"offset\":7,\"reason\":\"unknown-unit\",";
        for (int second = 1; second <= 2; second++) {
            writer.query("INSERT INTO pennant.dead_letter_log FORMAT JSONEachRow " + letter
                    + "\"payload\":\"\\u0001x\",\"seen_at\":\"2020-11-18 01:00:0" + second + ".000\"}");
        }
        assertThat(analyst.query("SELECT hex(payload), key, seen_at, replayed_at FROM pennant.dead_letters"))
                .isEqualTo("0178\t\\N\t2020-11-18 01:00:02.000\t\\N");
    }

    @Test
    void thatADeadLetterWasSentAgainStandsAlsoWhereTheJobWritesItOnceMore() throws IOException {
        String letter = "INSERT INTO pennant.dead_letter_log (topic, partition, offset, reason, seen_at) VALUES"
                + " ('stores', 0, 1, 'bad-id', '2020-11-18 01:00:00.000'), ('stores', 0, 2, 'bad-id', '2020-11-18 01:00:00.000')";
        writer.query(letter);
        server.client(ClickHouseUser.MIGRATOR)
                .query(
                        "INSERT INTO pennant.dead_letter_replay_log VALUES ('stores', 0, 1, '2020-11-18 02:00:00.000', 'sent')");
        writer.query(letter);

        assertThat(analyst.query("SELECT offset, replayed_at, replay FROM pennant.dead_letters ORDER BY offset"))
                .isEqualTo("1\t2020-11-18 02:00:00.000\tsent\n2\t\\N\t");
    }

    private String columnsOf(String view) throws IOException {
        return analyst.query("SELECT arrayStringConcat(groupArray(name), ',') FROM (SELECT name FROM system.columns "
                + "WHERE database = 'pennant' AND table = '" + view + "' ORDER BY position)");
    }

    private void value(long version, int value, String at) throws IOException {
        writer.query("INSERT INTO pennant.indicator_log FORMAT JSONEachRow "
                + row(Long.toUnsignedString(version), value, at, 1));
    }

    private static String row(String version, int value, String at, int reported) {
        return "{\"indicator\":\"service-revenue\",\"unit\":\"330402007\",\"period\":\"2020-10\",\"value\":" + value
                + ",\"growth\":4.5,\"reported\":" + reported + ",\"version\":" + version + ",\"updated_at\":\"" + at
                + "\"}";
    }

    private void contribution(String enterprise, String unit, String scope, long fen, long lastYear)
            throws IOException {
        writer.query("INSERT INTO pennant.enterprise_contribution_latest FORMAT JSONEachRow {\"enterprise_id\":\""
                + enterprise + "\",\"period\":\"2020-10\",\"unit\":\"" + unit + "\",\"scope\":\"" + scope
                + "\",\"revenue\":" + fen + ",\"revenue_last_year\":" + lastYear + ",\"version\":1}");
    }

    private void report(int offset, int revision, String outcome) throws IOException {
        writer.query(
                "INSERT INTO pennant.enterprise_report_log FORMAT JSONEachRow {\"partition\":0,\"offset\":" + offset
                        + ",\"enterprise_id\":\"A\",\"period\":\"2020-10\",\"revenue\":1234,\"revision\":" + revision
                        + ",\"outcome\":\"" + outcome + "\"}");
    }

    private void registration(int offset, String enterprise, String from, String unit, boolean withdrawn)
            throws IOException {
        writer.query(
                "INSERT INTO pennant.enterprise_registry_log FORMAT JSONEachRow {\"partition\":0,\"offset\":" + offset
                        + ",\"enterprise_id\":\"" + enterprise + "\",\"valid_from\":\"" + from + "\",\"unit\":\"" + unit
                        + "\",\"withdrawn\":" + withdrawn + "}");
    }
}

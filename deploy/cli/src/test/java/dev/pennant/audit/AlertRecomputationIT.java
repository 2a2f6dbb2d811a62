package dev.pennant.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pennant.core.catalogue.Catalogue;
import dev.pennant.core.catalogue.WrittenRule;
import dev.pennant.stack.clickhouse.CatalogueTables;
import dev.pennant.stack.clickhouse.ClickHouseClient;
import dev.pennant.stack.clickhouse.ClickHouseServer;
import dev.pennant.stack.clickhouse.ClickHouseUser;
import dev.pennant.stack.clickhouse.EngineLibrary;
import dev.pennant.stack.clickhouse.FreePorts;
import dev.pennant.stack.clickhouse.Migrations;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Causes of alerts found by SQL alone, as the user who asks for them. */
@Timeout(120)
final class AlertRecomputationIT {
    private static final Catalogue CATALOGUE = Catalogue.shipped();
    private static final String COUNTY = "330482";
    private static final String FALLING = "330482001";
    private static final String SLOW = "330482002";
    private static final String TREMBLING = "330482003";

    @TempDir
    private static Path data;

    private static ClickHouseServer server;

    private final ClickHouseClient writer = server.client(ClickHouseUser.WRITER);
    private final ClickHouseClient analyst = server.client(ClickHouseUser.ANALYST);
    private int version;

    @BeforeAll
    static void start() throws IOException {
        server = ClickHouseServer.start(data, FreePorts.next(), FreePorts.next(), EngineLibrary.find());
        Migrations.packed().apply(server.client(ClickHouseUser.MIGRATOR));
        CatalogueTables.load(server.client(ClickHouseUser.MIGRATOR), CATALOGUE);
        ClickHouseClient writer = server.client(ClickHouseUser.WRITER);
        int offset = 0;
        for (WrittenRule rule : CATALOGUE.alertRules()) {
            writer.query(
                    "INSERT INTO pennant.alert_rule_log (partition, offset, rule, text) SELECT 0, " + offset++
                            + ", {rule:String}, {text:String}",
                    Map.of("param_rule", rule.rule().id(), "param_text", escaped(rule.text())));
        }
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void figuresAndTheirAlerts() throws IOException {
        ClickHouseClient migrator = server.client(ClickHouseUser.MIGRATOR);
        for (String table : List.of("indicator_log", "indicator_latest", "alert_log", "alert_latest")) {
            migrator.query("TRUNCATE TABLE pennant." + table);
        }
        figure(COUNTY, "3");
        figure(FALLING, "-2.5");
        figure(SLOW, "1.5");
        figure(TREMBLING, "3.2");
        alert("growth-negative", FALLING, "firing", "-2.5", "0");
        alert("growth-below-county", FALLING, "pending", "-2.5", "3");
        alert("growth-below-county", SLOW, "firing", "1.5", "3");
    }

    @Test
    void whatTheFiguresAskForIsWhatStands() throws IOException {
        AlertRecomputation recomputation = AlertRecomputation.of(analyst, CATALOGUE);

        assertThat(recomputation.rules()).isEqualTo(3);
        assertThat(recomputation.compared()).isEqualTo(3);
        assertThat(recomputation.differences()).isEmpty();
    }

    @Test
    void betweenTheTwoThresholdsEitherIsRight() throws IOException {
        alert("growth-below-county", TREMBLING, "firing", "3.2", "3");

        assertThat(AlertRecomputation.of(analyst, CATALOGUE).differences()).isEmpty();
    }

    @Test
    void aCauseWithoutAnAlertAnAlertWithoutACauseAndAnotherValueAreFound() throws IOException {
        figure(SLOW, "4.5");
        figure(TREMBLING, "-0.1");
        alert("growth-negative", FALLING, "firing", "-2.6", "0");

        assertThat(AlertRecomputation.of(analyst, CATALOGUE).differences())
                .extracting(AlertRecomputation.Difference::toString)
                .containsExactly(
                        difference("growth-below-county", SLOW, "firing on 1.5 of 3", "4.5 of 3"),
                        difference("growth-below-county", TREMBLING, "no alert", "-0.1 of 3"),
                        difference("growth-negative", FALLING, "firing on -2.6 of 0", "-2.5 of 0"),
                        difference("growth-negative", TREMBLING, "no alert", "-0.1 of 0"));
    }

    @Test
    void anAlertThatWasWithdrawnStandsNoMore() throws IOException {
        alert("growth-negative", FALLING, "withdrawn", "-2.5", "0");

        assertThat(AlertRecomputation.of(analyst, CATALOGUE).differences())
                .extracting(AlertRecomputation.Difference::toString)
                .containsExactly(difference("growth-negative", FALLING, "no alert", "-2.5 of 0"));
    }

    /** Three hours of 24, of a day that is under way. */
    @Test
    void threeMeasuredHoursAreCauseEnough() throws IOException {
        writer.query(
                "INSERT INTO pennant.indicator_log (indicator, unit, period, value, reported, expected, status, version)"
                        + " VALUES ('air-aqi-3h', '" + FALLING + "', '2020-10-07', 160, 3, 24, 'provisional', "
                        + ++version
                        + ")");

        assertThat(AlertRecomputation.of(analyst, CATALOGUE).differences())
                .containsExactly(new AlertRecomputation.Difference(
                        "air-polluted-three-hours", "air-aqi-3h", FALLING, "2020-10-07", "no alert", "160 of 150"));
    }

    private static String difference(String rule, String unit, String alert, String figure) {
        return new AlertRecomputation.Difference(rule, "service-revenue", unit, "2020-10", alert, figure).toString();
    }

    private void figure(String unit, String growth) throws IOException {
        writer.query(
                "INSERT INTO pennant.indicator_log (indicator, unit, period, value, growth, reported, expected, version)"
                        + " VALUES ('service-revenue', '" + unit + "', '2020-10', 1, " + growth + ", 1, 1, " + ++version
                        + ")");
    }

    private void alert(String rule, String unit, String state, String value, String threshold) throws IOException {
        writer.query(
                "INSERT INTO pennant.alert_log (alert_id, rule, unit, indicator, period, state, value, threshold, version) VALUES ('"
                        + rule + unit + "', '" + rule + "', '" + unit + "', 'service-revenue', '2020-10', '" + state
                        + "', " + value
                        + ", " + threshold + ", " + ++version + ")");
    }

    /** A parameter of ClickHouse's is written as in a file of tab-separated values. */
    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("\n", "\\n").replace("\t", "\\t");
    }
}

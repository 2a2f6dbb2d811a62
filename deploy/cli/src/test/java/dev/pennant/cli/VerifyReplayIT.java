package dev.pennant.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pennant.jobs.alerts.notify.TrainedServer;
import dev.pennant.stack.FreePortBase;
import dev.pennant.stack.Ports;
import dev.pennant.stack.clickhouse.ClickHouseClient;
import dev.pennant.stack.clickhouse.ClickHouseCredentials;
import dev.pennant.stack.clickhouse.ClickHouseUser;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Everything again from the topics beside a stack, as its user has it. */
@Timeout(600)
class VerifyReplayIT {
    private static final String REGISTRY =
            """
            enterprise_id,name,unit,scope,industry,valid_from,valid_to
            E1,当湖物流,330482001,service-designated,物流,2019-01,
            E2,钟埭商贸,330482002,trade-above-quota,批发,2019-01,
            """;
    private static final String REPORTS =
            """
            enterprise_id,period,revenue,revenue_last_year,retail_sales,retail_sales_last_year,revision,reported_at
            E1,2020-08,80000000,90000000,,,0,2020-09-12T09:30
            E1,2020-09,90000000,100000000,,,0,2020-10-12T09:30
            E2,2020-09,50000000,40000000,9000000,8000000,0,2020-10-12T09:30
            E1,2020-09,95000000,100000000,,,1,2020-10-14T09:30
            E3,2020-09,95000000,100000000,,,0,2020-10-14T09:30
            """;
    private static final String DEPARTMENTS =
            """
            unit,indicator,period,value,base,growth,revision,reported_at
            330482001,service-value-added,2020-09,20,19,5.5,0,2020-10-20T09:00
            """;
    private static final String ADJUSTMENTS =
            """
            competition,period,unit,points,reason,approver,adjusted_at
            jiaxing-service,2020-09,330482001,4.5,服务业大会加分,示例领导小组办公室,2020-10-20T09:00
            """;
    private static final String STORES =
            """
            store_id,name,unit,valid_from
            S1,一,330482001,2019-01-01
            S1,一,330482002,2020-03-01
            """;
    private static final String RECEIPTS =
            """
            store_id,receipt_no,sold_at,category,amount,channel
            S1,1,2019-04-01T10:00:00,food,12.5,store
            S1,2,2020-02-01T10:00:00,food,7,store
            S1,2,2020-02-01T10:00:00,food,7,store
            S1,3,2020-04-01T10:00:00,food,20,online
            """;
    private static final String STATIONS = "station_id,name,unit\nA1,当湖站,330482001\n";
    private static final String READINGS =
            "station_id,hour,pm2_5,pm10,so2,no2,co,o3,revision\nA1,2020-03-18T00:00,30,50,6,20,0.6,80,0\n";

    /** One that is taken back again, and one that fires a second later than its cause. */
    private static final String RULES =
            """
            rules:
              - id: taken-back
                title: 已撤销
                title_en: Taken back
                level: red
                indicators: [service-revenue]
                kinds: [subdistrict]
                when: {below: growth, threshold: 0}
                message: "{unit}{period}增速{value}"
                message_en: "{unit} {value}"
                basis: {assumed: 示例}
              - id: held
                title: 持续为负
                title_en: Below zero for a while
                level: red
                indicators: [service-revenue]
                kinds: [subdistrict]
                when: {below: growth, threshold: 0}
                hold: PT1S
                message: "{unit}{period}增速{value}"
                message_en: "{unit} {value}"
                basis: {assumed: 示例}
            """;

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Ports ports = FreePortBase.find();

    @TempDir
    private Path folder;

    private Path data;

    @AfterEach
    void leaveNothingRunning() {
        CommandCall.of("down", "--data", data.toString());
    }

    @Test
    void aReplayComesToTheSameTablesTellsNobodyAndNamesARowThatIsNotWhatTheTopicsSay() throws Exception {
        try (TrainedServer duty = new TrainedServer()) {
            data = Files.createDirectory(folder.resolve("data"));
            Files.writeString(
                    data.resolve("notifications.properties"),
                    "channels = duty\nduty.kind = webhook\nduty.url = " + duty.address()
                            + "\nduty.group-wait-ms = 50\n");
            assertDone(call("up", "--detach", "--port-base", Integer.toString(ports.base())));
            assertDone(call("rules", "apply", write("rules.yaml", RULES)));
            bringAll();
            assertDone(call("rules", "remove", "taken-back"));
            assertDone(call("await"));
            Awaitility.await()
                    .atMost(PATIENCE)
                    .until(() ->
                            wasTold(duty, "held|service-revenue|330482001|2020-09") && wasTold(duty, "rule-changed"));
            int told = duty.calls.size();

            interruptAReplay();
            assertNothingIsLeft();

            CommandCall same = call("verify", "--replay");
            assertThat(same.status()).as(same.toString()).isZero();
            assertThat(same.out())
                    .containsPattern("enterprise_report_log +5 +5 +0\n")
                    .containsPattern("adjustment_log +1 +1 +0\n")
                    .containsPattern("standing_latest +[1-9]\\d* +[1-9]\\d* +0 ")
                    .containsPattern("alert_latest +[1-9]\\d* +[1-9]\\d* +0 .* of rules by the clock: held\n")
                    .containsPattern("A replay of the topics comes to the same in all \\d+ tables.\nVerified.\n");
            assertNothingIsLeft();

            falsify();
            CommandCall other = call("verify", "--replay");
            assertThat(other.status()).as(other.toString()).isEqualTo(1);
            assertThat(other.out())
                    .contains("  retail_store_day_latest ('330482002','S1','2020-04-01'): sales 2001, replayed 2000\n")
                    .contains("  retail_held_latest ('S9'): not replayed\n")
                    .containsPattern("  air_day_latest \\('A1',.*'2020-03-18'\\): only replayed\n")
                    .containsPattern("comes to something else in 3 of \\d+ tables.\nNOT verified.\n");
            assertNothingIsLeft();
            assertThat(duty.calls).hasSize(told);
        }
    }

    private static boolean wasTold(TrainedServer server, String words) {
        return server.calls.stream().anyMatch(call -> call.body().contains(words));
    }

    private void bringAll() throws IOException {
        bring("enterprise-registry", REGISTRY);
        bring("enterprise-reports", REPORTS);
        bring("indicator-reports", DEPARTMENTS);
        bring("adjustments", ADJUSTMENTS);
        bring("stores", STORES);
        bring("retail-receipts", RECEIPTS);
        bring("air-stations", STATIONS);
        bring("air-readings", READINGS);
    }

    /** A row that says something else, one that nothing stands behind, and one that is missing. */
    private void falsify() throws IOException {
        ClickHouseCredentials credentials = ClickHouseCredentials.read(data);
        ClickHouseClient migrator = new ClickHouseClient(
                ports.clickHouseUri(), ClickHouseUser.MIGRATOR.id(), credentials.password(ClickHouseUser.MIGRATOR));
        migrator.query(
                "INSERT INTO pennant.retail_store_day_latest SELECT * REPLACE (sales + 1 AS sales, version + 1 AS version)"
                        + " FROM pennant.retail_store_day_latest FINAL WHERE day = '2020-04-01'");
        migrator.query("INSERT INTO pennant.retail_held_latest (store_id, receipts) VALUES ('S9', 1)");
        migrator.query("ALTER TABLE pennant.air_day_latest DELETE WHERE station = 'A1'", Map.of("mutations_sync", "1"));
    }

    private void interruptAReplay() throws IOException, InterruptedException {
        Process replay =
                new ProcessBuilder(DetachedStack.command("verify", "--replay", "--data", data.toString())).start();
        StringBuilder said = new StringBuilder();
        BufferedReader messages = replay.errorReader(UTF_8);
        String line = messages.readLine();
        while (line != null && !line.startsWith("Replay: ")) {
            said.append(line).append('\n');
            line = messages.readLine();
        }
        assertThat(line).as(said.toString()).isNotNull();
        replay.destroy();
        assertThat(replay.waitFor()).isNotZero();
    }

    private void assertNothingIsLeft() throws Exception {
        try (Stream<Path> left = Files.list(data);
                Admin admin = Admin.create(Map.of("bootstrap.servers", ports.bootstrapServers()))) {
            assertThat(left.map(Path::getFileName).map(Path::toString)).doesNotContain("replay");
            assertThat(admin.listTopics().names().get()).noneMatch(name -> name.endsWith("-replay"));
            assertThat(admin.listGroups().all().get())
                    .noneMatch(group -> group.groupId().endsWith("-replay"));
        }
    }

    private void bring(String stream, String rows) throws IOException {
        assertDone(call("import", stream, write(stream + ".csv", rows)));
        assertDone(call("await"));
    }

    private String write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text, UTF_8).toString();
    }

    private static void assertDone(CommandCall call) {
        assertThat(call.status()).as(call.toString()).isZero();
    }

    /** A command has its words first, then the folder. */
    private CommandCall call(String... words) {
        return CommandCall.of(Stream.concat(Stream.of(words), Stream.of("--data", data.toString()))
                .toArray(String[]::new));
    }
}

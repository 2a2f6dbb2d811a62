package dev.pennant.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pennant.jobs.alerts.notify.TrainedServer;
import dev.pennant.jobs.alerts.notify.TrainedServer.Manner;
import dev.pennant.stack.FreePortBase;
import dev.pennant.stack.Ports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Rules as an operator has them: checked, in force without a restart, taken back; and people who are told. */
@Timeout(300)
final class RulesIT {
    private static final String REGISTRY =
            """
            enterprise_id,name,unit,scope,industry,valid_from,valid_to
            E1,示例物流,330482001,service-designated,物流,2019-01,
            """;
    private static final String REPORT =
            """
            enterprise_id,period,revenue,revenue_last_year,retail_sales,retail_sales_last_year,revision,reported_at
            E1,2020-10,90,100,,,0,2020-11-12T09:30
            """;
    private static final String RULES =
            """
            rules:
              - id: growth-negative
                title: 增速大幅为负
                title_en: Growth far below zero
                level: red
                indicators: [service-revenue]
                kinds: [subdistrict]
                when: {below: growth, threshold: -20}
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
    void aRuleIsInForceWithoutARestartAndWhoeverIsToBeToldIsTold() throws Exception {
        try (TrainedServer duty = new TrainedServer().willBe(Manner.BROKEN)) {
            data = Files.createDirectory(folder.resolve("data"));
            Files.writeString(
                    data.resolve("notifications.properties"),
                    "channels = duty\nduty.kind = webhook\nduty.url = " + duty.address()
                            + "\nduty.group-wait-ms = 50\n");
            call("up", "--data", data.toString(), "--port-base", Integer.toString(ports.base()), "--detach");
            bring("enterprise-registry", REGISTRY);
            bring("enterprise-reports", REPORT);
            awaitState("firing cause-stands");
            Awaitility.await()
                    .atMost(PATIENCE)
                    .until(() -> duty.calls.stream()
                                            .filter(call -> call.body()
                                                    .contains("growth-negative|service-revenue|330482001|2020-10"))
                                            .map(TrainedServer.Call::key)
                                            .distinct()
                                            .count()
                                    == 1
                            && duty.calls.size() > 1);

            Path rules = folder.resolve("rules.yaml");
            Files.writeString(rules, RULES.replace("level: red", "level: purple"), UTF_8);
            CommandCall mistaken = CommandCall.of("rules", "apply", "--data", data.toString(), rules.toString());
            assertThat(mistaken.status()).isEqualTo(1);
            assertThat(mistaken.errors()).contains("rules.yaml:5: 'level: purple'");

            Files.writeString(rules, RULES, UTF_8);
            call("rules", "apply", "--data", data.toString(), rules.toString());
            awaitState("withdrawn rule-changed");
            assertThat(call("rules", "list", "--data", data.toString()).out())
                    .containsPattern("growth-negative +[0-9a-f]{8} +red +增速大幅为负 +indicator/service-revenue +0");
            Awaitility.await().atMost(PATIENCE).until(() -> duty.calls.stream()
                    .anyMatch(call -> call.body().contains("rule-changed")));

            call("rules", "apply", "--data", data.toString(), write(RULES.replace("-20", "-5")));
            awaitState("firing cause-stands");
            call("rules", "remove", "--data", data.toString(), "growth-negative");
            awaitState("withdrawn rule-changed");
            assertThat(call("rules", "list", "--yaml", "--data", data.toString())
                            .out())
                    .doesNotContain("id: growth-negative\n")
                    .contains("id: growth-negative-twice");
            assertThat(call("verify", "--data", data.toString()).out())
                    .containsPattern("alert-rules +\\d+ +\\d+ +0 +0 +0 +0");
        }
    }

    private void awaitState(String state) {
        Awaitility.await().atMost(PATIENCE).until(() -> call(
                        "sql",
                        "--data",
                        data.toString(),
                        "--user",
                        "wall",
                        "--format",
                        "TSVRaw",
                        "SELECT concat(state, ' ', reason) FROM alerts WHERE alert_id = 'growth-negative|service-revenue|330482001|2020-10'")
                .out()
                .strip()
                .equals(state));
    }

    private void bring(String stream, String csv) throws IOException {
        Path file = Files.writeString(folder.resolve(stream + ".csv"), csv, UTF_8);
        call("import", "--data", data.toString(), stream, file.toString());
        call("await", "--data", data.toString());
    }

    private String write(String rules) throws IOException {
        return Files.writeString(folder.resolve("rules.yaml"), rules, UTF_8).toString();
    }

    private static CommandCall call(String... arguments) {
        CommandCall call = CommandCall.of(arguments);
        assertThat(call.status()).as(call.toString()).isZero();
        return call;
    }
}

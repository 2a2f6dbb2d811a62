package dev.pennant.jobs.alerts.notify;

import static dev.pennant.jobs.alerts.notify.NotifiedAlerts.firing;
import static dev.pennant.jobs.alerts.notify.NotifiedAlerts.withdrawn;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pennant.core.alerts.AlertLevel;
import dev.pennant.core.alerts.OutboxRules;
import dev.pennant.stack.clickhouse.FreePorts;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a real Alertmanager knows of alerts that it was told of, asked by its own interface. */
final class AlertmanagerIT {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir
    private Path folder;

    @Test
    void alertmanagerKnowsWhatFiresAndForgetsWhatWasWithdrawnAndIsToldAgainAfterItsRestart() throws Exception {
        int port = FreePorts.next();
        try (OneThread thread = new OneThread()) {
            NotificationWriter writer;
            try (AlertmanagerProcess alertmanager = AlertmanagerProcess.start(folder, port)) {
                Channel channel = channel(alertmanager.address());
                writer = thread.in(() -> new NotificationWriter(
                        List.of(channel),
                        List.of(),
                        new Courier(HttpClient.newHttpClient(), Map.of()),
                        thread,
                        thread));
                thread.in(() -> {
                    writer.write(firing("330482001"), null);
                    writer.write(firing("330482002"), null);
                    return null;
                });
                await(() -> alertmanager.active().contains("330482001")
                        && alertmanager.active().contains("330482002"));
                assertThat(alertmanager.active())
                        .contains("\"alertname\":\"growth-negative\"", "\"level\":\"orange\"", "为负增长", "演示数据");

                thread.in(() -> {
                    writer.write(withdrawn("330482002"), null);
                    return null;
                });
                await(() -> !alertmanager.active().contains("330482002"));
                assertThat(alertmanager.active()).contains("330482001");
            }
            try (AlertmanagerProcess restarted = AlertmanagerProcess.start(folder, port)) {
                await(() -> restarted.active().contains("330482001"));
                assertThat(restarted.active()).doesNotContain("330482002");
            }
        }
    }

    private static Channel channel(String address) {
        return new Channel(
                "duty",
                Channel.Kind.ALERTMANAGER,
                Secret.of(address),
                null,
                null,
                true,
                Duration.ofSeconds(5),
                new OutboxRules(
                        EnumSet.allOf(AlertLevel.class),
                        Duration.ofMillis(20),
                        1000,
                        1000,
                        false,
                        Duration.ofMillis(500)));
    }

    private static void await(java.util.concurrent.Callable<Boolean> condition) {
        Awaitility.await().atMost(PATIENCE).until(condition);
    }
}

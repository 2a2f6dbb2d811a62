package dev.pennant.jobs.alerts.notify;

import static dev.pennant.jobs.alerts.notify.NotifiedAlerts.firing;
import static dev.pennant.jobs.alerts.notify.NotifiedAlerts.withdrawn;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pennant.core.alerts.Alert;
import dev.pennant.core.alerts.AlertLevel;
import dev.pennant.core.alerts.Notice;
import dev.pennant.core.alerts.Notice.Known;
import dev.pennant.core.alerts.OutboxRules;
import dev.pennant.jobs.alerts.notify.TrainedServer.Manner;
import java.io.IOException;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Real HTTP to a real server that is slow, breaks, hangs up and goes away. */
final class NotificationIT {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final OneThread thread = new OneThread();
    private final List<TrainedServer> servers = new ArrayList<>();

    @AfterEach
    void stop() {
        servers.forEach(TrainedServer::close);
        thread.close();
    }

    @ParameterizedTest
    @EnumSource(
            value = Channel.Kind.class,
            names = {"WEBHOOK", "WECOM", "DINGTALK"})
    void whateverGoesWrongAnAlertArrivesUnderTheSameKey(Channel.Kind kind) throws Exception {
        TrainedServer server = server().willBe(
                        Manner.BROKEN,
                        Manner.HANGING_UP,
                        kind == Channel.Kind.WEBHOOK ? Manner.BROKEN : Manner.REFUSING);
        NotificationWriter writer = writer(channel(kind, server.address()), List.of());
        tell(writer, firing("330482001"));

        await(() -> isTold(writer));
        assertThat(server.calls)
                .hasSize(4)
                .extracting(TrainedServer.Call::key)
                .containsOnly(server.calls.get(0).key());
        if (kind == Channel.Kind.DINGTALK) {
            assertThat(server.calls)
                    .allSatisfy(call -> assertThat(call.query()).matches("key=4711&timestamp=\\d{13}&sign=.{44}"));
        }
    }

    @Test
    void aReceiverThatDoesNotAnswerHoldsUpNeitherACheckpointNorTheOthers() throws Exception {
        TrainedServer slow = server().willBe(Manner.SLOW);
        TrainedServer kind = server();
        NotificationWriter writer = thread.in(() -> new NotificationWriter(
                List.of(
                        channel("slow", Channel.Kind.WEBHOOK, slow.address()),
                        channel("kind", Channel.Kind.WEBHOOK, kind.address())),
                List.of(),
                courier(),
                thread,
                thread));
        tell(writer, firing("330482001"));
        await(() -> kind.calls.size() == 1 && slow.calls.size() == 1);

        List<ChannelLedger> checkpoint = thread.in(() -> {
            writer.flush(false);
            return writer.snapshotState(1);
        });
        assertThat(checkpoint)
                .filteredOn(ledger -> ledger.channel().equals("slow"))
                .singleElement()
                .satisfies(ledger ->
                        assertThat(ledger.notices()).extracting(Notice::known).containsExactly(Known.MAYBE));
        await(() -> slow.calls.size() == 2);
        assertThat(slow.calls)
                .extracting(TrainedServer.Call::key)
                .containsOnly(slow.calls.get(0).key());
    }

    @Test
    void whatAReceiverMissedWhileItWasAwayItIsToldAfterARestore() throws Exception {
        TrainedServer gone = new TrainedServer();
        int port = gone.port();
        gone.close();
        String address = "http://127.0.0.1:" + port + "/robot?key=4711";
        NotificationWriter before = writer(channel(Channel.Kind.WECOM, address), List.of());
        tell(before, firing("330482001"));
        List<ChannelLedger> checkpoint = thread.in(() -> before.snapshotState(1));
        thread.in(() -> {
            before.close();
            return null;
        });

        TrainedServer back = new TrainedServer(port);
        servers.add(back);
        NotificationWriter after = writer(channel(Channel.Kind.WECOM, address), checkpoint);
        await(() -> isTold(after));
        assertThat(back.calls.get(back.calls.size() - 1).body()).contains("1项触发");
    }

    @Test
    void anAlertIsToldOnceAndItsEndOnce() throws Exception {
        TrainedServer server = server();
        NotificationWriter writer = writer(channel(Channel.Kind.WEBHOOK, server.address()), List.of());
        tell(writer, firing("330482001"), firing("330482001"));
        await(() -> isTold(writer));
        tell(writer, firing("330482001"));
        tell(writer, withdrawn("330482001"));
        await(() -> ledger(writer).notices().isEmpty());

        assertThat(server.calls).hasSize(2);
        assertThat(server.calls.get(1).body()).contains("\"state\":\"withdrawn\"");
    }

    private TrainedServer server() throws IOException {
        TrainedServer server = new TrainedServer();
        servers.add(server);
        return server;
    }

    private NotificationWriter writer(Channel channel, Collection<ChannelLedger> ledgers) throws Exception {
        return thread.in(() -> new NotificationWriter(List.of(channel), ledgers, courier(), thread, thread));
    }

    private static Courier courier() {
        return new Courier(HttpClient.newHttpClient(), Map.of("SECRET", "SEC4711"));
    }

    private static Channel channel(Channel.Kind kind, String address) {
        return channel("duty", kind, address);
    }

    private static Channel channel(String name, Channel.Kind kind, String address) {
        return new Channel(
                name,
                kind,
                Secret.of(address),
                kind == Channel.Kind.DINGTALK ? Secret.inEnvironment("SECRET") : null,
                null,
                true,
                Duration.ofSeconds(1),
                new OutboxRules(EnumSet.allOf(AlertLevel.class), Duration.ofMillis(20), 1000, 20, true, Duration.ZERO));
    }

    private void tell(NotificationWriter writer, Alert... alerts) throws Exception {
        thread.in(() -> {
            for (Alert alert : alerts) {
                writer.write(alert, null);
            }
            return null;
        });
    }

    private ChannelLedger ledger(NotificationWriter writer) throws Exception {
        return thread.in(() -> writer.snapshotState(1).get(0));
    }

    private boolean isTold(NotificationWriter writer) throws Exception {
        List<Notice> notices = ledger(writer).notices();
        return !notices.isEmpty() && notices.stream().allMatch(notice -> notice.known() == Known.YES);
    }

    private static void await(java.util.concurrent.Callable<Boolean> condition) {
        Awaitility.await().atMost(PATIENCE).until(condition);
    }
}

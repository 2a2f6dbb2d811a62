package dev.pennant.jobs.alerts.notify;

import dev.pennant.core.alerts.Alert;
import dev.pennant.core.alerts.Notice;
import dev.pennant.core.alerts.Outbox;
import dev.pennant.core.alerts.Parcel;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledFuture;
import org.apache.flink.api.common.operators.MailboxExecutor;
import org.apache.flink.api.common.operators.ProcessingTimeService;
import org.apache.flink.api.connector.sink2.StatefulSinkWriter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps an outbox for each channel, in the task's own thread; only the waiting for an answer is elsewhere. */
final class NotificationWriter implements StatefulSinkWriter<Alert, ChannelLedger> {
    static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);

    private static final Logger LOG = LoggerFactory.getLogger(NotificationWriter.class);

    private final Map<Channel, Outbox> outboxes = new LinkedHashMap<>();
    private final Courier courier;
    private final ProcessingTimeService time;
    private final MailboxExecutor mailbox;
    private ScheduledFuture<?> timer;
    private long timerAt;

    NotificationWriter(
            List<Channel> channels,
            Collection<ChannelLedger> ledgers,
            Courier courier,
            ProcessingTimeService time,
            MailboxExecutor mailbox) {
        this.courier = courier;
        this.time = time;
        this.mailbox = mailbox;
        for (Channel channel : channels) {
            List<Notice> notices = ledgers.stream()
                    .filter(ledger -> ledger.channel().equals(channel.name()))
                    .flatMap(ledger -> ledger.notices().stream())
                    .toList();
            outboxes.put(channel, new Outbox(channel.rules(), notices, now()));
        }
        wake();
    }

    @Override
    public void write(Alert alert, Context context) {
        outboxes.values().forEach(outbox -> outbox.take(alert, now()));
        wake();
    }

    /** Nothing is waited for: what is under way is in the checkpoint. */
    @Override
    public void flush(boolean endOfInput) {
        outboxes.forEach(this::send);
    }

    @Override
    public List<ChannelLedger> snapshotState(long checkpointId) {
        return outboxes.entrySet().stream()
                .map(entry -> new ChannelLedger(
                        entry.getKey().name(), entry.getValue().notices()))
                .toList();
    }

    @Override
    public void close() {
        if (timer != null) {
            timer.cancel(false);
        }
    }

    private void send(Channel channel, Outbox outbox) {
        Optional<Parcel> parcel = outbox.next(now());
        if (parcel.isPresent()) {
            CompletableFuture<Void> unused = courier.carry(channel, parcel.get(), now())
                    .thenAccept(outcome ->
                            mailbox.execute(() -> settle(channel, outbox, outcome), "notification of an alert"));
        }
    }

    private void settle(Channel channel, Outbox outbox, Courier.Outcome outcome) {
        if (outcome.isTaken()) {
            outbox.delivered();
        } else {
            outbox.failed(now());
            LOG.warn(
                    "The channel {} did not take alerts ({}); they are told again{}",
                    channel.name(),
                    outcome.complaint(),
                    outbox.due(now()).map(due -> " at " + due).orElse(""));
        }
        wake();
    }

    /** One timer, for the outbox that is due first. */
    private void wake() {
        long earliest = outboxes.values().stream()
                .flatMap(outbox -> outbox.due(now()).stream())
                .mapToLong(Instant::toEpochMilli)
                .min()
                .orElse(Long.MAX_VALUE);
        if (timer != null && timerAt <= earliest) {
            return;
        }
        if (timer != null) {
            timer.cancel(false);
            timer = null;
        }
        if (earliest < Long.MAX_VALUE) {
            timerAt = earliest;
            timer = time.registerTimer(earliest, ignored -> {
                timer = null;
                outboxes.forEach(this::send);
                wake();
            });
        }
    }

    private Instant now() {
        return Instant.ofEpochMilli(time.getCurrentProcessingTime());
    }
}

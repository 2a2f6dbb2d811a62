package dev.pennant.jobs.alerts.notify;

import dev.pennant.core.alerts.Alert;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.connector.sink2.StatefulSinkWriter;
import org.apache.flink.api.connector.sink2.SupportsWriterState;
import org.apache.flink.api.connector.sink2.WriterInitContext;
import org.apache.flink.core.io.SimpleVersionedSerializer;

/**
 * Tells people of alerts, at least once, each under a key by which a receiver knows what it has had. What a receiver does not take now is in the next
 * checkpoint and is told again, so that one which is away for a night holds up neither the numbers nor a checkpoint.
 */
public final class NotificationSink implements Sink<Alert>, SupportsWriterState<Alert, ChannelLedger> {
    private static final long serialVersionUID = 1L;

    private final ArrayList<Channel> channels;

    private NotificationSink(List<Channel> channels) {
        this.channels = new ArrayList<>(channels);
    }

    /**
     * Tells the channels of a file of settings, or nobody where there is none.
     *
     * @throws IllegalArgumentException when the file has a mistake
     */
    public static NotificationSink by(Optional<Path> settings) {
        return new NotificationSink(settings.map(NotificationSettings::read).orElse(List.of()));
    }

    @Override
    public SinkWriter<Alert> createWriter(WriterInitContext context) {
        return restoreWriter(context, List.of());
    }

    @Override
    public StatefulSinkWriter<Alert, ChannelLedger> restoreWriter(
            WriterInitContext context, Collection<ChannelLedger> ledgers) {
        HttpClient client = HttpClient.newBuilder()
                .connectTimeout(NotificationWriter.CONNECT_TIMEOUT)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
        return new NotificationWriter(
                channels,
                ledgers,
                new Courier(client, System.getenv()),
                context.getProcessingTimeService(),
                context.getMailboxExecutor());
    }

    @Override
    public SimpleVersionedSerializer<ChannelLedger> getWriterStateSerializer() {
        return new ChannelLedger.Serializer();
    }
}

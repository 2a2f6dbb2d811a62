package dev.pennant.jobs.clickhouse;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ScheduledFuture;
import org.apache.flink.api.common.operators.ProcessingTimeService;
import org.apache.flink.api.connector.sink2.SinkWriter;

/**
 * Gathers rows and sends them, in the task's own thread: while the database is slow the task is, and Flink's buffers fill
 * upstream instead of memory here. What is not sent when the task ends is read again from the checkpoint.
 */
final class ClickHouseWriter<T> implements SinkWriter<T> {
    private final TableMapping<T> mapping;
    private final FlushLimits limits;
    private final Inserter inserter;
    private final Delivery delivery;
    private final RejectDestination rejects;
    private final ProcessingTimeService time;
    private final SinkMetrics metrics;
    private List<Row> buffer = new ArrayList<>();
    private long bytes;
    private long due;
    private long notBefore;
    private ScheduledFuture<?> timer;

    ClickHouseWriter(
            TableMapping<T> mapping,
            FlushLimits limits,
            Inserter inserter,
            Delivery delivery,
            RejectDestination rejects,
            ProcessingTimeService time,
            SinkMetrics metrics) {
        this.mapping = mapping;
        this.limits = limits;
        this.inserter = inserter;
        this.delivery = delivery;
        this.rejects = rejects;
        this.time = time;
        this.metrics = metrics;
    }

    @Override
    public void write(T element, Context context) throws IOException, InterruptedException {
        if (buffer.isEmpty()) {
            due = Math.max(time.getCurrentProcessingTime() + limits.delay().toMillis(), notBefore);
            setTimer();
        }
        // What one element holds belongs together: it is never cut between two inserts.
        for (Row row : mapping.rowsOf(element)) {
            buffer.add(row);
            bytes += row.bytes();
        }
        metrics.buffered(buffer.size());
        if (limits.reached(buffer.size(), bytes)) {
            send();
        }
    }

    @Override
    public void flush(boolean endOfInput) throws IOException, InterruptedException {
        send();
        rejects.flush();
    }

    private void setTimer() {
        if (timer == null) {
            timer = time.registerTimer(due, this::onTimer);
        }
    }

    private void onTimer(long now) throws IOException, InterruptedException {
        timer = null;
        if (buffer.isEmpty()) {
            return;
        }
        if (now < due) {
            setTimer();
        } else {
            send();
        }
    }

    private void send() throws IOException, InterruptedException {
        if (buffer.isEmpty()) {
            return;
        }
        long begun = time.getCurrentProcessingTime();
        delivery.deliver(buffer);
        long ended = time.getCurrentProcessingTime();
        notBefore = ended + FlushLimits.pauseMillis(ended - begun);
        buffer = new ArrayList<>();
        bytes = 0;
        metrics.buffered(0);
    }

    @Override
    public void close() throws IOException {
        if (timer != null) {
            timer.cancel(false);
        }
        try {
            inserter.close();
        } finally {
            rejects.close();
        }
    }
}

package dev.pennant.jobs.clickhouse;

import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.Histogram;
import org.apache.flink.metrics.MeterView;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.metrics.groups.SinkWriterMetricGroup;
import org.apache.flink.runtime.metrics.DescriptiveStatisticsHistogram;

/**
 * What an operator sees of the sink, in the group {@code clickhouse}: {@code rows} and {@code batches} written, {@code rowsPerSecond} and
 * {@code batchesPerSecond} (over a minute), {@code rejectedRows}, {@code retries}, {@code flushMillis} (of the last 1000 flushes, waiting for retries
 * included), {@code lastFlushMillis} (of the last one; 0 before the first), {@code lastFlushAgeMillis} (since rows last arrived in the database; 0 before
 * the first) and {@code bufferedRows}.
 * Flink's own {@code numRecordsSend}, {@code numBytesSend} and {@code numRecordsSendErrors} are kept too.
 */
final class SinkMetrics {
    private static final int FLUSHES_REMEMBERED = 1000;

    private final Counter sent;
    private final Counter sentBytes;
    private final Counter sendErrors;
    private final Counter rows;
    private final Counter batches;
    private final Counter rejectedRows;
    private final Counter retries;
    private final Histogram flushMillis;
    private final InstantSource clock;
    private volatile long lastFlush;
    private volatile long lastFlushMillis;
    private final AtomicInteger bufferedRows = new AtomicInteger();

    SinkMetrics(SinkWriterMetricGroup writer, InstantSource clock) {
        this.clock = clock;
        this.sent = writer.getNumRecordsSendCounter();
        this.sentBytes = writer.getNumBytesSendCounter();
        this.sendErrors = writer.getNumRecordsSendErrorsCounter();
        MetricGroup group = writer.addGroup("clickhouse");
        this.rows = group.counter("rows");
        this.batches = group.counter("batches");
        group.meter("rowsPerSecond", new MeterView(rows));
        group.meter("batchesPerSecond", new MeterView(batches));
        this.rejectedRows = group.counter("rejectedRows");
        this.retries = group.counter("retries");
        this.flushMillis = group.histogram("flushMillis", new DescriptiveStatisticsHistogram(FLUSHES_REMEMBERED));
        group.gauge("lastFlushMillis", () -> lastFlushMillis);
        group.gauge("lastFlushAgeMillis", this::lastFlushAgeMillis);
        group.gauge("bufferedRows", bufferedRows::get);
    }

    /** Told with every element, so it need not be seen at once. */
    void buffered(int count) {
        bufferedRows.lazySet(count);
    }

    void inserted(int count, long bytes) {
        rows.inc(count);
        batches.inc();
        sent.inc(count);
        sentBytes.inc(bytes);
        lastFlush = clock.millis();
    }

    void rejected() {
        rejectedRows.inc();
        sendErrors.inc();
    }

    void retried() {
        retries.inc();
    }

    void flushed(Duration took) {
        lastFlushMillis = took.toMillis();
        flushMillis.update(lastFlushMillis);
    }

    private long lastFlushAgeMillis() {
        return lastFlush == 0 ? 0 : clock.millis() - lastFlush;
    }
}

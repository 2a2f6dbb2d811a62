package dev.pennant.jobs.clickhouse;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.apache.flink.api.common.operators.ProcessingTimeService;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.connector.sink2.WriterInitContext;

/**
 * Writes a stream of rows into one ClickHouse table.
 *
 * <p>A row is in the table, or among the rejected ones, when the checkpoint that covers it completes, and usually within
 * {@code maxDelay}. It may be written more than once: the table must replace rows by key and version.
 *
 * @param <T> the job's row, immutable
 */
public final class ClickHouseSink<T> implements Sink<T> {
    private static final long serialVersionUID = 1L;

    private final ClickHouseAccess access;
    private final TableMapping<T> mapping;
    private final RejectDestination.Factory rejects;
    private final FlushLimits limits;
    private final RetryPolicy policy;

    private ClickHouseSink(Builder<T> builder) {
        this.access = builder.access;
        this.mapping = builder.mapping;
        this.rejects = requireNonNull(builder.rejects, "A sink must be told where rejected rows go");
        this.limits = builder.limits;
        this.policy = builder.policy;
    }

    /** Starts a sink into the mapping's table. */
    public static <T> Builder<T> into(TableMapping<T> mapping, ClickHouseAccess access) {
        return new Builder<>(mapping, access);
    }

    @Override
    public SinkWriter<T> createWriter(WriterInitContext context) throws IOException {
        ProcessingTimeService time = context.getProcessingTimeService();
        InstantSource clock = () -> Instant.ofEpochMilli(time.getCurrentProcessingTime());
        int subtask = context.getTaskInfo().getIndexOfThisSubtask();
        SinkMetrics metrics = new SinkMetrics(context.metricGroup(), clock);
        Inserter inserter = new NativeInserter(access, mapping.table(), mapping.columns(), Ticker.SYSTEM);
        RejectDestination opened =
                rejects.open(new RejectDestination.Origin(context.getJobInfo().getJobName(), subtask, clock));
        Delivery delivery = new Delivery(
                mapping, access, inserter, opened, policy, policy.randomOf(subtask), Ticker.SYSTEM, metrics);
        return new ClickHouseWriter<>(mapping, limits, inserter, delivery, opened, time, metrics);
    }

    /** Collects the settings of a {@link ClickHouseSink}. */
    public static final class Builder<T> {
        private final TableMapping<T> mapping;
        private final ClickHouseAccess access;
        private RejectDestination.Factory rejects;
        private FlushLimits limits = FlushLimits.USUAL;
        private RetryPolicy policy = RetryPolicy.USUAL;

        private Builder(TableMapping<T> mapping, ClickHouseAccess access) {
            this.mapping = requireNonNull(mapping);
            this.access = requireNonNull(access);
        }

        /** Where rows go that the database refuses; there is no default. */
        public Builder<T> rejectedTo(RejectDestination.Factory destination) {
            rejects = requireNonNull(destination);
            return this;
        }

        /** The most rows of one insert (100 000 unless told otherwise). */
        public Builder<T> maxRows(int rows) {
            limits = new FlushLimits(rows, limits.bytes(), limits.delay());
            return this;
        }

        /** About the most bytes of one insert (16 MiB unless told otherwise). */
        public Builder<T> maxBytes(long bytes) {
            limits = new FlushLimits(limits.rows(), bytes, limits.delay());
            return this;
        }

        /** The longest a row waits for others before it is sent (50 ms unless told otherwise). */
        public Builder<T> maxDelay(Duration delay) {
            limits = new FlushLimits(limits.rows(), limits.bytes(), delay);
            return this;
        }

        /** How often and how long a batch is tried while the database is away. */
        public Builder<T> retry(RetryPolicy retries) {
            policy = requireNonNull(retries);
            return this;
        }

        /** The sink. */
        public ClickHouseSink<T> build() {
            return new ClickHouseSink<>(this);
        }
    }
}

package dev.pennant.jobs.clickhouse;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sees a batch through: tries again while the database is away, halves the batch until the rows it refuses stand alone, hands
 * those over with its reason, and fails with a sentence one can act on when nothing helps.
 */
final class Delivery {
    private static final Logger LOG = LoggerFactory.getLogger(Delivery.class);

    private final TableMapping<?> mapping;
    private final ClickHouseAccess access;
    private final Inserter inserter;
    private final RejectDestination rejects;
    private final RetryPolicy policy;
    private final RandomGenerator random;
    private final Ticker ticker;
    private final SinkMetrics metrics;

    Delivery(
            TableMapping<?> mapping,
            ClickHouseAccess access,
            Inserter inserter,
            RejectDestination rejects,
            RetryPolicy policy,
            RandomGenerator random,
            Ticker ticker,
            SinkMetrics metrics) {
        this.mapping = mapping;
        this.access = access;
        this.inserter = inserter;
        this.rejects = rejects;
        this.policy = policy;
        this.random = random;
        this.ticker = ticker;
        this.metrics = metrics;
    }

    /** Returns when every row is in the database or among the rejected ones. */
    void deliver(List<Row> rows) throws IOException, InterruptedException {
        long begun = ticker.nanos();
        Deque<List<Row>> waiting = new ArrayDeque<>();
        waiting.push(rows);
        while (!waiting.isEmpty()) {
            List<Row> batch = waiting.pop();
            Optional<InsertFailure> refusal = insert(batch);
            if (refusal.isEmpty()) {
                continue;
            }
            InsertFailure failure = refusal.get();
            if (failure.row().isPresent()) {
                int row = failure.row().getAsInt();
                reject(batch.get(row), failure);
                push(waiting, batch.subList(row + 1, batch.size()));
                push(waiting, batch.subList(0, row));
            } else if (batch.size() == 1) {
                reject(batch.get(0), failure);
            } else {
                int middle = batch.size() / 2;
                push(waiting, batch.subList(middle, batch.size()));
                push(waiting, batch.subList(0, middle));
            }
        }
        metrics.flushed(since(begun));
    }

    private static void push(Deque<List<Row>> waiting, List<Row> rows) {
        if (!rows.isEmpty()) {
            waiting.push(rows);
        }
    }

    private void reject(Row row, InsertFailure failure) throws IOException, InterruptedException {
        RejectedRow rejected = mapping.rejected(row, failure.getMessage());
        if (LOG.isDebugEnabled()) {
            LOG.debug("ClickHouse refused a row: {}", rejected);
        }
        rejects.reject(rejected);
        metrics.rejected();
    }

    /** Empty when the batch is in the database, the failure when it holds a row that can never be. */
    private Optional<InsertFailure> insert(List<Row> batch) throws IOException, InterruptedException {
        long failedFirst = 0;
        for (int attempt = 1; ; attempt++) {
            try {
                long bytes = inserter.insert(batch);
                metrics.inserted(batch.size(), bytes);
                if (attempt > 1) {
                    LOG.info(
                            "ClickHouse took {} rows for {} at attempt {}, after {} s; carrying on",
                            batch.size(),
                            mapping.table(),
                            attempt,
                            since(failedFirst).toSeconds());
                }
                return Optional.empty();
            } catch (InsertFailure failure) {
                if (failure.remedy() == Remedy.REJECT_ROWS) {
                    return Optional.of(failure);
                }
                if (failure.remedy() == Remedy.GIVE_UP) {
                    throw new IOException(
                            "ClickHouse does not take rows into " + mapping.table() + " as " + access + ": "
                                    + failure.getMessage() + ". Trying again would not help: " + batch.size()
                                    + " rows wait for somebody to put it right, and are sent again when the job"
                                    + " restarts",
                            failure);
                }
                failedFirst = attempt == 1 ? ticker.nanos() : failedFirst;
                waitBeforeAnother(batch, attempt, since(failedFirst), failure);
            }
        }
    }

    private void waitBeforeAnother(List<Row> batch, int attempts, Duration elapsed, InsertFailure failure)
            throws IOException, InterruptedException {
        Optional<Duration> pause = policy.pauseAfter(attempts, elapsed, random);
        if (pause.isEmpty()) {
            throw new IOException(
                    "ClickHouse did not take " + batch.size() + " rows for " + mapping.table() + " as " + access
                            + " in "
                            + attempts + " attempts over " + elapsed.toSeconds() + " s; at last: "
                            + failure.getMessage()
                            + ". The rows are sent again when the job restarts from its checkpoint",
                    failure);
        }
        if (attempts == 1) {
            LOG.warn(
                    "ClickHouse does not take {} rows for {} as {} just now ({}): trying again for up to {} s, while the"
                            + " job waits. If this lasts, see that the server is up, reachable and not overloaded",
                    batch.size(),
                    mapping.table(),
                    access,
                    failure.getMessage(),
                    policy.atMost().toSeconds());
        }
        metrics.retried();
        ticker.pause(pause.get());
    }

    private Duration since(long nanos) {
        return Duration.ofNanos(ticker.nanos() - nanos);
    }
}

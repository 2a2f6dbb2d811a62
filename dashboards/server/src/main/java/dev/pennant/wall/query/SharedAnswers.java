package dev.pennant.wall.query;

import dev.pennant.wall.query.DatabaseException.Cause;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongSupplier;

/**
 * One answer for everybody who asks the same: a hundred screens cost one query. An answer is shared until the data changes, and
 * for a few seconds at most, since queries can look at the clock.
 */
public final class SharedAnswers implements AutoCloseable {
    /** As long as an answer is good where no data changes. */
    public static final Duration FRESH = Duration.ofSeconds(5);

    /** More would only share processors and the user's memory with each other. */
    private static final int AT_ONCE = 4;

    private static final int WAITING = 1_000;

    private final Queryable database;
    private final LongSupplier version;
    private final InstantSource clock;
    private final Map<String, Shared> answers = new ConcurrentHashMap<>();
    private final LongAdder nanos = new LongAdder();
    private final ThreadPoolExecutor askers =
            new ThreadPoolExecutor(AT_ONCE, AT_ONCE, 1, TimeUnit.MINUTES, new LinkedBlockingQueue<>(WAITING), task -> {
                Thread thread = new Thread(task, "wall-query");
                thread.setDaemon(true);
                return thread;
            });

    /**
     * @param version another number when the data has changed
     * @param clock tells how old an answer is
     */
    public SharedAnswers(Queryable database, LongSupplier version, InstantSource clock) {
        this.database = database;
        this.version = version;
        this.clock = clock;
        askers.allowCoreThreadTimeOut(true);
    }

    /** The answer to a query; it fails with a {@link DatabaseException}. */
    public CompletableFuture<Answer> to(String sql) {
        long now = version.getAsLong();
        return answers.compute(sql, (key, shared) -> shared != null && isGood(shared, now) ? shared : ask(sql, now))
                .answer;
    }

    /** How long all queries together have taken until now. */
    public Duration spent() {
        return Duration.ofNanos(nanos.sum());
    }

    @Override
    public void close() {
        askers.shutdownNow();
    }

    private boolean isGood(Shared shared, long now) {
        return shared.version == now
                && !shared.answer.isCompletedExceptionally()
                && clock.instant().isBefore(shared.asked.plus(FRESH));
    }

    private Shared ask(String sql, long now) {
        CompletableFuture<Answer> answer = new CompletableFuture<>();
        try {
            askers.execute(() -> {
                long start = System.nanoTime();
                try {
                    answer.complete(database.query(sql));
                } catch (DatabaseException | RuntimeException failed) {
                    answer.completeExceptionally(failed);
                } finally {
                    nanos.add(System.nanoTime() - start);
                }
            });
        } catch (RejectedExecutionException full) {
            answer.completeExceptionally(new DatabaseException(Cause.BUSY, "Too many queries wait", full));
        }
        return new Shared(now, clock.instant(), answer);
    }

    /** Forgets what nobody can use any more. */
    public void forgetOld() {
        long now = version.getAsLong();
        answers.values().removeIf(shared -> shared.answer.isDone() && !isGood(shared, now));
    }

    private record Shared(long version, Instant asked, CompletableFuture<Answer> answer) {}
}

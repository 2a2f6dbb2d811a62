package dev.pennant.jobs.alerts.notify;

import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.apache.flink.api.common.operators.MailboxExecutor;
import org.apache.flink.api.common.operators.ProcessingTimeService;
import org.apache.flink.util.function.ThrowingRunnable;

/** The thread of a task: its timers and its mailbox run in it, one after the other, on the time of the clock. */
final class OneThread implements ProcessingTimeService, MailboxExecutor, AutoCloseable {
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor();

    /** Does something in the thread, and waits for it. */
    <T> T in(Callable<T> something) throws Exception {
        return thread.submit(something).get();
    }

    @Override
    public long getCurrentProcessingTime() {
        return System.currentTimeMillis();
    }

    @Override
    public ScheduledFuture<?> registerTimer(long time, ProcessingTimeCallback callback) {
        return thread.schedule(
                () -> {
                    callback.onProcessingTime(time);
                    return null;
                },
                Math.max(0, time - getCurrentProcessingTime()),
                TimeUnit.MILLISECONDS);
    }

    @Override
    public void execute(
            MailOptions options, ThrowingRunnable<? extends Exception> mail, String description, Object... arguments) {
        thread.execute(() -> ThrowingRunnable.unchecked(mail).run());
    }

    @Override
    public void yield() {
        throw new UnsupportedOperationException("nothing here waits in its own thread");
    }

    @Override
    public boolean tryYield() {
        return false;
    }

    @Override
    public boolean shouldInterrupt() {
        return false;
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}

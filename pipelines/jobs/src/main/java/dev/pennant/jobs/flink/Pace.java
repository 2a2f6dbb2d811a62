package dev.pennant.jobs.flink;

import java.time.Duration;
import java.util.concurrent.ScheduledFuture;
import org.apache.flink.streaming.runtime.tasks.ProcessingTimeService;
import org.apache.flink.util.function.ThrowingRunnable;

/**
 * When an operator emits what it has merged: at once, but at most once in an interval, and never for more than a fifth of the time. What comes
 * faster than it can be written is merged harder, and so the sink sets the pace. On a machine that has too much to do, which shows by timers that
 * fire late, it emits more seldom too, up to five times: who is behind gains nothing by telling every step.
 */
public final class Pace {
    /** What changes together comes together, if one waits for it a moment. */
    private static final int MOMENTS_PER_INTERVAL = 10;

    private static final int PAUSES_PER_EMISSION = 4;

    private static final int TIMES_AS_LONG = 5;

    private final ProcessingTimeService time;
    private final long usualMillis;
    private final ThrowingRunnable<Exception> emission;

    private long intervalMillis;
    private ScheduledFuture<?> scheduled;
    private long notBefore;

    /**
     * A pace that has not begun.
     *
     * @param interval at most how often is emitted
     * @param emission emits what has changed
     */
    public Pace(ProcessingTimeService time, Duration interval, ThrowingRunnable<Exception> emission) {
        this.time = time;
        usualMillis = interval.toMillis();
        intervalMillis = usualMillis;
        this.emission = emission;
    }

    /** Waits five times as long between emissions, or no longer: who has a backlog changes the same values again and again. */
    public void mergeHarder(boolean backlog) {
        intervalMillis = backlog ? TIMES_AS_LONG * usualMillis : usualMillis;
    }

    /** Has what has just changed emitted when it is time. */
    public void changed() {
        if (scheduled == null) {
            long due = time.getCurrentProcessingTime() + intervalMillis / MOMENTS_PER_INTERVAL;
            long timer = Math.max(due, notBefore);
            scheduled = time.registerTimer(timer, ignored -> emitAt(timer));
        }
    }

    private void emitAt(long timer) throws Exception {
        long late = time.getCurrentProcessingTime() - timer;
        emitNow();
        long pause = Math.min(PAUSES_PER_EMISSION * late, TIMES_AS_LONG * usualMillis);
        notBefore = Math.max(notBefore, time.getCurrentProcessingTime() + pause);
    }

    /** Emits without delay, as before a checkpoint. */
    public void emitNow() throws Exception {
        if (scheduled != null) {
            scheduled.cancel(false);
            scheduled = null;
        }
        long start = time.getCurrentProcessingTime();
        emission.run();
        long end = time.getCurrentProcessingTime();
        notBefore = Math.max(start + intervalMillis, end + PAUSES_PER_EMISSION * (end - start));
    }
}

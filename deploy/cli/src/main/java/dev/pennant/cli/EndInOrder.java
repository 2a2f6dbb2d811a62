package dev.pennant.cli;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Lets work come to an end of its own when its process is told to end (Ctrl-C), instead of breaking off in its middle. */
final class EndInOrder {
    /** A swap waits for two checkpoints and the end of a job, two minutes each at the most. */
    private static final Duration PATIENCE = Duration.ofMinutes(6);

    private EndInOrder() {}

    /**
     * Does work, of which nothing is left to be said when it returns: the process may end then.
     *
     * @param stop asks the work to end soon, and returns at once
     */
    static int run(Callable<Integer> work, Runnable stop) throws Exception {
        CountDownLatch ended = new CountDownLatch(1);
        Thread hook = new Thread(() -> stopAndWait(stop, ended), "stop");
        Runtime.getRuntime().addShutdownHook(hook);
        try {
            return work.call();
        } finally {
            ended.countDown();
            forget(hook);
        }
    }

    private static void stopAndWait(Runnable stop, CountDownLatch ended) {
        stop.run();
        try {
            if (!ended.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                System.err.println("What was under way did not end in time, and is broken off.");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static void forget(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException ending) {
            // The hook has what it waits for.
        }
    }
}

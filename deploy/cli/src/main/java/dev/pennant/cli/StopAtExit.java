package dev.pennant.cli;

import dev.pennant.stack.Stack;
import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Stops a stack when its process is told to end (Ctrl-C, `pennant down`): in order where that can be done in time, and without
 * leaving a process behind in any case. Closing it stops the stack too.
 */
final class StopAtExit implements AutoCloseable {
    /** A person waits ten seconds at most. */
    private static final Duration PATIENCE = Duration.ofSeconds(9);

    private static final long WATCH_SECONDS = 2;

    private final Stack stack;
    private final StackConsole console;
    private final Closeable afterwards;
    private final Thread hook;
    private volatile boolean stopping;

    private StopAtExit(Stack stack, StackConsole console, Closeable afterwards) {
        this.stack = stack;
        this.console = console;
        this.afterwards = afterwards;
        this.hook = new Thread(this::stopAndEnd, "stop");
    }

    static StopAtExit of(Stack stack, StackConsole console) {
        return of(stack, console, () -> {});
    }

    /** @param afterwards closed when the stack has stopped */
    static StopAtExit of(Stack stack, StackConsole console, Closeable afterwards) {
        StopAtExit stop = new StopAtExit(stack, console, afterwards);
        Runtime.getRuntime().addShutdownHook(stop.hook);
        return stop;
    }

    /** Returns when the stack cannot go on, with the reason as a sentence. */
    String awaitComplaint() throws InterruptedException {
        Optional<String> complaint = stack.complaint();
        while (complaint.isEmpty()) {
            TimeUnit.SECONDS.sleep(WATCH_SECONDS);
            complaint = stack.complaint();
        }
        if (stopping) {
            // Parts that have stopped because they were told to are no complaint.
            awaitTheEnd();
        }
        return complaint.get();
    }

    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException alreadyStopping) {
            awaitTheEnd();
        }
        stop();
    }

    private void stopAndEnd() {
        stop();
        // Other hooks would only wait for what is gone by now, and the status of an orderly end is 0.
        Runtime.getRuntime().halt(0);
    }

    private void stop() {
        long start = System.nanoTime();
        stopping = true;
        console.stopping();
        try {
            CompletableFuture.runAsync(stack::close).get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException outOfOrder) {
            ProcessHandle.current().descendants().forEach(ProcessHandle::destroyForcibly);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        closeAfterwards();
        console.stopped(Duration.ofNanos(System.nanoTime() - start));
    }

    private void closeAfterwards() {
        try {
            afterwards.close();
        } catch (IOException failed) {
            console.failed(failed);
        }
    }

    /** The hook ends the process; whoever else still runs has nothing more to say. */
    private static void awaitTheEnd() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}

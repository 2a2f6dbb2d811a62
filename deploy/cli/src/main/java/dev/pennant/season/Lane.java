package dev.pennant.season;

import dev.pennant.load.EventSender;
import dev.pennant.load.FormMessages;
import dev.pennant.load.UndeliveredException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The events of one topic, written as messages and sent in their order by a thread of its own: drawing a season, and the messages of its three large
 * topics, cost about the same, and go on at once. A bounded number of events is under way.
 */
final class Lane implements AutoCloseable {
    private static final int TOGETHER = 256;
    private static final int BATCHES_WAITING = 16;

    private final EventSender sender;
    private final FormMessages messages = new FormMessages();
    private final ExecutorService thread;
    private final Semaphore room = new Semaphore(BATCHES_WAITING);
    private final AtomicReference<RuntimeException> failure = new AtomicReference<>();
    private List<SeasonEvent> gathered = new ArrayList<>(TOGETHER);

    /** @param topic its name, for that of the thread */
    Lane(String topic, EventSender sender) {
        this.sender = sender;
        this.thread = Executors.newSingleThreadExecutor(task -> {
            Thread named = new Thread(task, "season-" + topic);
            named.setDaemon(true);
            return named;
        });
    }

    /**
     * Takes an event; it may wait for others until {@link #handOver}.
     *
     * @throws UndeliveredException when an earlier one could not be delivered
     */
    void take(SeasonEvent event) throws InterruptedException {
        gathered.add(event);
        if (gathered.size() == TOGETHER) {
            handOver();
        }
    }

    /**
     * Has what was taken sent without waiting for more.
     *
     * @throws UndeliveredException when an earlier event could not be delivered
     */
    void handOver() throws InterruptedException {
        throwFailure();
        if (gathered.isEmpty()) {
            return;
        }
        List<SeasonEvent> batch = gathered;
        gathered = new ArrayList<>(TOGETHER);
        room.acquire();
        thread.execute(() -> send(batch));
    }

    /**
     * Waits until all events taken are safe.
     *
     * @throws UndeliveredException when one could not be delivered
     */
    void awaitDelivery() throws InterruptedException {
        handOver();
        CompletableFuture.runAsync(() -> {}, thread).join();
        throwFailure();
        sender.awaitDelivery();
    }

    private void send(List<SeasonEvent> batch) {
        try {
            if (failure.get() == null) {
                batch.forEach(event -> sender.send(event.message(messages)));
            }
        } catch (RuntimeException failed) {
            failure.set(failed);
        } finally {
            room.release();
        }
    }

    private void throwFailure() {
        if (failure.get() != null) {
            throw failure.get();
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}

package dev.pennant.bench.run;

import dev.pennant.bench.process.ThreadTimes;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import javax.management.JMException;

/** Watches a run in its own process, ten times a second, from a thread that takes next to nothing itself: 2 ns a record. */
final class RunMeter {
    private static final long INTERVAL_MILLIS = 100;
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final RunOrder order;
    private final ConsumedRecords consumed;
    private final RunSamples samples;
    private final Thread thread = new Thread(this::watch, "run-meter");
    private Map<String, Double> threadsBefore = Map.of();
    private Map<String, Double> threads = Map.of();
    private volatile long records;
    private volatile boolean over;
    private volatile Exception failure;

    RunMeter(RunOrder order, ConsumedRecords consumed) {
        this.order = order;
        this.consumed = consumed;
        samples = new RunSamples(order.records());
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    /**
     * Takes the checkpoints that are due, and returns when the consumers have been given every record.
     *
     * @throws IOException when for two minutes they were given none, or a checkpoint failed
     */
    void awaitAllRead(RunCheckpoints checkpoints) throws IOException, InterruptedException {
        long seen = 0;
        long progress = System.nanoTime();
        while (records < order.records()) {
            if (failure != null) {
                throw new IOException("The run could not be measured", failure);
            }
            if (records > seen) {
                seen = records;
                progress = System.nanoTime();
            }
            if (System.nanoTime() - progress > PATIENCE.toNanos()) {
                throw new IOException("After " + seen + " records the job has read no more");
            }
            TimeUnit.MILLISECONDS.sleep(INTERVAL_MILLIS);
            if (samples.isSteady(records)) {
                checkpoints.takeInFullSwing();
            }
        }
    }

    /** Takes the last sample, and says what was seen. */
    RunSamples stop() throws InterruptedException {
        over = true;
        thread.join();
        return samples;
    }

    /** CPU seconds in full swing by kind of thread; after the end. */
    Map<String, Double> threads() {
        return threads;
    }

    private void watch() {
        try {
            while (!over) {
                samples.add(sample());
                readThreads();
                TimeUnit.MILLISECONDS.sleep(INTERVAL_MILLIS);
            }
            samples.add(sample());
        } catch (IOException | JMException | InterruptedException failed) {
            failure = failed;
        }
    }

    private void readThreads() throws IOException {
        boolean steady = samples.isSteady(records);
        if (steady && threadsBefore.isEmpty()) {
            threadsBefore = ThreadTimes.read();
        } else if (!steady && !threadsBefore.isEmpty() && threads.isEmpty()) {
            threads = ThreadTimes.between(threadsBefore, ThreadTimes.read());
        }
    }

    private Sample sample() throws IOException, JMException {
        records = consumed.read();
        return Sample.take(order, records);
    }
}

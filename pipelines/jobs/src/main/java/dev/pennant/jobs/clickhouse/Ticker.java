package dev.pennant.jobs.clickhouse;

import java.time.Duration;

/** Elapsing time as retries and flush times see it; a test's elapses without waiting. */
interface Ticker {
    /** Nanoseconds since some moment. */
    long nanos();

    /** Lets that much time pass. */
    void pause(Duration duration) throws InterruptedException;

    /** The real one. */
    Ticker SYSTEM = new Ticker() {
        @Override
        public long nanos() {
            return System.nanoTime();
        }

        @Override
        public void pause(Duration duration) throws InterruptedException {
            Thread.sleep(duration.toMillis());
        }
    };
}

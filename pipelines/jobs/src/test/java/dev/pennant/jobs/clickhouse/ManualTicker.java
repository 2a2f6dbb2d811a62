package dev.pennant.jobs.clickhouse;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Time that passes only by pausing. */
final class ManualTicker implements Ticker {
    final List<Duration> pauses = new ArrayList<>();
    private long nanos = -5;

    @Override
    public long nanos() {
        return nanos;
    }

    @Override
    public void pause(Duration duration) throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        pauses.add(duration);
        nanos += duration.toNanos();
    }
}

package dev.pennant.bench.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class RunCheckpointsTest {
    private final AtomicLong nanos = new AtomicLong(-5);
    private final AtomicInteger taken = new AtomicInteger();
    private final RunCheckpoints checkpoints = new RunCheckpoints(taken::incrementAndGet, nanos::get, true);

    @Test
    void theFirstBeginsWithFullSwingAndTheNextTenSecondsAfterIt() throws IOException {
        checkpoints.takeInFullSwing();
        assertThat(taken).hasValue(1);

        nanos.addAndGet(TimeUnit.SECONDS.toNanos(10) - 1);
        checkpoints.takeInFullSwing();
        assertThat(taken).hasValue(1);

        nanos.incrementAndGet();
        checkpoints.takeInFullSwing();
        assertThat(taken).hasValue(2);
        assertThat(checkpoints.inFullSwing()).isEqualTo(2);
    }

    @Test
    void whereFlinksOwnStayNoneIsTakenInFullSwing() throws IOException {
        RunCheckpoints besideFlinks = new RunCheckpoints(taken::incrementAndGet, nanos::get, false);
        besideFlinks.takeInFullSwing();
        assertThat(taken).hasValue(0);
    }

    @Test
    void whatIsTakenAtTheEndIsNotAmongThoseOfFullSwing() throws IOException {
        checkpoints.take();
        assertThat(taken).hasValue(1);
        assertThat(checkpoints.inFullSwing()).isZero();
    }
}

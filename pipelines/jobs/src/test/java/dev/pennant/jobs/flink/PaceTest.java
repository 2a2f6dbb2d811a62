package dev.pennant.jobs.flink;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.streaming.runtime.tasks.TestProcessingTimeService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PaceTest {
    private final TestProcessingTimeService time = new TestProcessingTimeService();
    private final List<Long> emissions = new ArrayList<>();
    private long takes;
    private final Pace pace = new Pace(time, Duration.ofMillis(200), this::emit);

    private void emit() throws Exception {
        emissions.add(time.getCurrentProcessingTime());
        if (takes > 0) {
            time.setCurrentTime(time.getCurrentProcessingTime() + takes);
        }
    }

    @BeforeEach
    void setClock() throws Exception {
        time.setCurrentTime(1000);
    }

    @Test
    void aChangeIsEmittedAMomentLaterWithThoseThatCameWithIt() throws Exception {
        pace.changed();
        pace.changed();
        time.setCurrentTime(1020);

        assertThat(emissions).containsExactly(1020L);
        time.setCurrentTime(5000);
        assertThat(emissions).hasSize(1);
    }

    @Test
    void changesThatGoOnAreEmittedOnceInAnInterval() throws Exception {
        for (long now = 1000; now < 2000; now += 20) {
            time.setCurrentTime(now);
            pace.changed();
        }

        assertThat(emissions).containsExactly(1020L, 1220L, 1420L, 1620L, 1820L);
    }

    @Test
    void anEmissionThatTakesLongIsFollowedByAPauseFourTimesAsLong() throws Exception {
        takes = 100;
        pace.changed();
        time.setCurrentTime(1020);
        takes = 0;

        pace.changed();
        time.setCurrentTime(1519);
        assertThat(emissions).hasSize(1);
        time.setCurrentTime(1520);
        assertThat(emissions).containsExactly(1020L, 1520L);
    }

    @Test
    void aTimerThatFiresLateIsFollowedByAPauseToo() throws Exception {
        pace.changed();
        time.setCurrentTime(1120);
        pace.changed();

        time.setCurrentTime(1519);
        assertThat(emissions).containsExactly(1120L);
        time.setCurrentTime(1520);
        assertThat(emissions).containsExactly(1120L, 1520L);
    }

    @Test
    void thePauseAfterALateTimerIsFiveIntervalsAtMost() throws Exception {
        pace.changed();
        time.setCurrentTime(9020);
        pace.changed();

        time.setCurrentTime(10_019);
        assertThat(emissions).containsExactly(9020L);
        time.setCurrentTime(10_020);
        assertThat(emissions).containsExactly(9020L, 10_020L);
    }

    @Test
    void withABacklogItMergesFiveTimesAsLong() throws Exception {
        pace.mergeHarder(true);
        pace.changed();
        time.setCurrentTime(1099);
        assertThat(emissions).isEmpty();
        time.setCurrentTime(1100);
        pace.changed();
        time.setCurrentTime(2100);

        assertThat(emissions).containsExactly(1100L, 2100L);
    }

    @Test
    void aCheckpointDoesNotWait() throws Exception {
        pace.changed();
        pace.emitNow();
        assertThat(emissions).containsExactly(1000L);

        time.setCurrentTime(5000);
        assertThat(emissions).hasSize(1);
    }
}

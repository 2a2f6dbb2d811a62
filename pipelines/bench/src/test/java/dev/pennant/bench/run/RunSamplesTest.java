package dev.pennant.bench.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class RunSamplesTest {
    private static final long SECOND = 1_000_000_000;

    @Test
    void theSteadyWindowLeavesOutTheBeginningAndTheEnd() {
        RunSamples samples = new RunSamples(1000);
        samples.add(new Sample(0, 0, 5, 1, 0));
        samples.add(new Sample(SECOND, 100, 9, 2, 0));
        samples.add(new Sample(2 * SECOND, 200, 10, 2.5, 0));
        samples.add(new Sample(4 * SECOND, 960, 13, 3.5, 1));
        samples.add(new Sample(5 * SECOND, 1000, 14, 4, 1));
        samples.add(new Sample(9 * SECOND, 1000, 20, 4, 3));

        assertThat(samples.steady()).isEqualTo(new Window(760, 2, 3, 1, 1));
        assertThat(samples.whole()).isEqualTo(new Window(1000, 9, 15, 3, 3));
    }

    @Test
    void whatWasBeforeTheFirstRecordIsNotTheRuns() {
        RunSamples samples = new RunSamples(1000);
        samples.add(new Sample(0, 0, 1, 0, 0));
        samples.add(new Sample(5 * SECOND, 0, 6, 0, 0));
        samples.add(new Sample(6 * SECOND, 1000, 7, 1, 0));

        assertThat(samples.whole()).isEqualTo(new Window(1000, 1, 1, 1, 0));
    }

    @Test
    void aRunTooShortForAWindowIsTakenWhole() {
        RunSamples samples = new RunSamples(10);
        samples.add(new Sample(0, 0, 0, 0, 0));
        samples.add(new Sample(SECOND, 10, 1, 1, 0));

        assertThat(samples.steady()).isEqualTo(samples.whole());
    }

    @Test
    void costIsTheTimeOfJobAndBrokerByRecordAndTheDatabasesApart() {
        Window window = new Window(1_000_000, 2, 0.5, 0.25, 1);

        assertThat(window.rate()).isEqualTo(500_000);
        assertThat(window.nanosPerRecord()).isCloseTo(750, within(1e-6));
        assertThat(window.nanosPerRecordWithDatabase()).isCloseTo(1750, within(1e-6));
    }
}

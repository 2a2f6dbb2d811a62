package dev.pennant.bench.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class GoalTest {
    @Test
    void aGoalIsMetAtItsBoundAndMissedBeyondIt() {
        assertThat(Goal.atLeast("share", 0.8, 0.8).met()).isTrue();
        assertThat(Goal.atLeast("share", 0.8, 0.7999).met()).isFalse();
        assertThat(Goal.atMost("delay", " ms", 350, 350).met()).isTrue();
        assertThat(Goal.atMost("delay", " ms", 350, 351).met()).isFalse();
    }

    @Test
    void aGoalIsWrittenWithItsUnitAndWithoutNeedlessZeros() {
        assertThat(Goal.atMost("bytes", " B", 0.1, 0.0125)).isEqualTo(new Goal("bytes", "≤ 0.1 B", "0.013 B", true));
        assertThat(Goal.atMost("delay", " ms", 350, 100)).isEqualTo(new Goal("delay", "≤ 350 ms", "100 ms", true));
    }
}

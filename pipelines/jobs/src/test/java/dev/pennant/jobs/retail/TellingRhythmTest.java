package dev.pennant.jobs.retail;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class TellingRhythmTest {
    private final TellingRhythm rhythm = new TellingRhythm();

    @Test
    void aReaderThatKeepsUpTellsUnitsSoonAndTheRestEachSecond() {
        rhythm.took(50_000);

        assertThat(rhythm.isRestDue(0)).isTrue();
        assertThat(rhythm.areStoreDaysDue(0)).isTrue();
        assertThat(rhythm.isCatchingUp()).isFalse();
        assertThat(rhythm.nextUnits(0)).isEqualTo(50);
        assertThat(rhythm.isRestDue(999)).isFalse();
        assertThat(rhythm.isRestDue(1000)).isTrue();
        assertThat(rhythm.areStoreDaysDue(1000)).isTrue();
    }

    @Test
    void aReaderWithABacklogMergesHarderUntilItHasCaughtUp() {
        rhythm.took(50_000);
        assertThat(rhythm.isRestDue(0)).isTrue();
        assertThat(rhythm.areStoreDaysDue(0)).isTrue();

        for (long now = 1000; now < 5000; now += 1000) {
            rhythm.took(900_000);
            assertThat(rhythm.isRestDue(now)).isTrue();
            assertThat(rhythm.isCatchingUp()).isTrue();
            assertThat(rhythm.nextUnits(now)).isEqualTo(now + 200);
            assertThat(rhythm.areStoreDaysDue(now)).isFalse();
        }
        rhythm.took(900_000);
        assertThat(rhythm.isRestDue(5000)).isTrue();
        assertThat(rhythm.areStoreDaysDue(5000)).isTrue();

        rhythm.took(1000);
        assertThat(rhythm.isRestDue(6000)).isTrue();
        assertThat(rhythm.isCatchingUp()).isFalse();
        assertThat(rhythm.areStoreDaysDue(6000)).isTrue();
    }
}

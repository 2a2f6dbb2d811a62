package dev.pennant.wall.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pennant.wall.query.Answer;
import dev.pennant.wall.query.Answers;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

final class DataWatchTest {
    private Instant now = Instant.EPOCH.plusSeconds(100);
    private String version = "7";
    private Duration spent = Duration.ZERO;
    private boolean heard = true;
    private int asked;
    private int told;
    private final DataWatch watch = new DataWatch(this::answer, () -> now, () -> spent, () -> heard, () -> told++);

    @Test
    void whatWasThereFromTheBeginningIsNoChange() {
        watch.tick();
        watch.tick();
        assertThat(told).isZero();
        assertThat(watch.isAnswered()).isTrue();
    }

    @Test
    void aChangeIsToldAtOnceAndWhatFollowsWithinASecondTogether() {
        watch.tick();
        change(0);
        assertThat(told).isEqualTo(1);
        assertThat(watch.version()).isEqualTo(1);
        change(400);
        change(400);
        assertThat(told).isEqualTo(1);
        assertThat(watch.version()).isEqualTo(1);
        later(200);
        assertThat(told).isEqualTo(2);
        later(5_000);
        assertThat(told).isEqualTo(2);
    }

    @Test
    void screensThatCostMuchAreToldLessOftenButWithinTenSeconds() {
        watch.tick();
        change(0);
        spent = Duration.ofSeconds(3);
        change(2_900);
        assertThat(told).isEqualTo(1);
        later(100);
        assertThat(told).isEqualTo(2);
        spent = spent.plusSeconds(100);
        change(9_900);
        assertThat(told).isEqualTo(2);
        later(100);
        assertThat(told).isEqualTo(3);
    }

    @Test
    void aDatabaseThatComesBackCountsAsChanged() {
        watch.tick();
        version = null;
        later(1_000);
        assertThat(watch.isAnswered()).isFalse();
        assertThat(told).isZero();
        version = "7";
        later(1_000);
        assertThat(told).isEqualTo(1);
        assertThat(watch.isAnswered()).isTrue();
    }

    @Test
    void whileNobodyHearsItLooksEveryOtherSecondAndAgainAsSoonAsSomebodyDoes() {
        heard = false;
        watch.tick();
        change(200);
        ticks(8);
        assertThat(asked).isEqualTo(1);
        ticks(1);
        assertThat(asked).isEqualTo(2);
        assertThat(told).isEqualTo(1);
        ticks(5);
        assertThat(asked).isEqualTo(2);
        heard = true;
        change(200);
        assertThat(asked).isEqualTo(3);
        assertThat(told).isEqualTo(2);
    }

    @Test
    void whatWasToldToNobodyIsToldToTheFirstWhoComesAndToNobodyElse() {
        heard = false;
        watch.tick();
        change(200);
        ticks(9);
        assertThat(told).isEqualTo(1);
        ticks(20);
        assertThat(told).isEqualTo(1);
        heard = true;
        later(200);
        assertThat(told).isEqualTo(2);
        ticks(20);
        assertThat(told).isEqualTo(2);
    }

    private void ticks(int count) {
        for (int tick = 0; tick < count; tick++) {
            later(200);
        }
    }

    private void change(int millis) {
        version = version + "1";
        later(millis);
    }

    private void later(int millis) {
        now = now.plusMillis(millis);
        watch.tick();
    }

    private Answer answer(String sql) {
        asked++;
        if (version == null) {
            throw new IllegalStateException("away");
        }
        return Answers.of("version", version);
    }
}

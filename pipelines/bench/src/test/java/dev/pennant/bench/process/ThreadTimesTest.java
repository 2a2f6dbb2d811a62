package dev.pennant.bench.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ThreadTimesTest {
    @Test
    void subtasksAndPoolsAreOneKind() {
        assertThat(ThreadTimes.kind("sum-sales -> (township-values, share-sales) (2/2)#0"))
                .isEqualTo("sum-sales -> (township-values, share-sales)");
        assertThat(ThreadTimes.kind("flink-pekko.actor.default-dispatcher-15"))
                .isEqualTo("flink-pekko.actor.default-dispatcher");
        assertThat(ThreadTimes.kind("main")).isEqualTo("main");
    }

    @Test
    void theJvmsOwnThreadsAreNamedByTheirTrade() throws Exception {
        assertThat(ThreadTimes.read()).containsKeys("main", "compiling", "collecting garbage");
    }

    @Test
    void onlyWhatWasTakenSinceCounts() {
        assertThat(ThreadTimes.between(Map.of("a", 1.0, "b", 2.0), Map.of("a", 1.5, "b", 2.0, "c", 0.25)))
                .containsExactlyInAnyOrderEntriesOf(Map.of("a", 0.5, "c", 0.25));
    }
}

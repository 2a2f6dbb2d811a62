package dev.pennant.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pennant.jobs.alerts.AlertJob;
import dev.pennant.jobs.kafka.Topic;
import dev.pennant.jobs.revenue.RevenueJob;
import org.junit.jupiter.api.Test;

class JobTest {
    @Test
    void aReplayReadsTheSameInputsInAGroupOfItsOwn() {
        Job replay = RevenueJob.JOB.replay();

        assertThat(replay.inputs()).isEqualTo(RevenueJob.JOB.inputs());
        assertThat(replay.name()).isEqualTo("revenue-replay");
        assertThat(replay.group()).isEqualTo(RevenueJob.JOB.group() + "-replay");
    }

    @Test
    void ofWhatJobsTellAReplayReadsWhatReplaysHaveTold() {
        assertThat(AlertJob.JOB.replay().inputs())
                .extracting(Topic::name)
                .containsExactly("alert-rules", "indicator-values-replay", "standings-replay");
    }
}

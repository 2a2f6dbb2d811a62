package dev.pennant.jobs.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.kafka.common.config.TopicConfig;
import org.junit.jupiter.api.Test;

class TopicsTest {
    @Test
    void everyTopicIsListedOnceUnderItsContractedName() {
        assertThat(Topics.ALL)
                .extracting(Topic::name)
                .containsExactly(
                        "enterprise-registry",
                        "enterprise-reports",
                        "stores",
                        "retail-receipts",
                        "units",
                        "indicator-reports",
                        "adjustments",
                        "alert-rules",
                        "air-stations",
                        "air-readings",
                        "air-dust-days",
                        "indicator-values",
                        "standings",
                        "dead-letters");
    }

    @Test
    void inputsCarryTheTimeAtWhichTheBrokerTookThem() {
        assertThat(Topics.ALL)
                .filteredOn(topic -> !List.of("indicator-values", "standings", "dead-letters")
                        .contains(topic.name()))
                .hasSize(11)
                .allSatisfy(topic -> assertThat(topic.configs())
                        .containsEntry(TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG, "LogAppendTime"));
    }

    @Test
    void nothingIsEverDroppedForItsAgeOrSize() {
        assertThat(Topics.ALL)
                .filteredOn(topic ->
                        topic.configs().get(TopicConfig.CLEANUP_POLICY_CONFIG).equals("delete"))
                .extracting(Topic::name)
                .containsExactlyInAnyOrder(
                        "enterprise-reports",
                        "retail-receipts",
                        "indicator-reports",
                        "air-readings",
                        "adjustments",
                        "dead-letters")
                .satisfies(names -> assertThat(Topics.ALL)
                        .filteredOn(topic -> names.contains(topic.name()))
                        .allSatisfy(topic -> assertThat(topic.configs())
                                .containsEntry(TopicConfig.RETENTION_MS_CONFIG, "-1")
                                .containsEntry(TopicConfig.RETENTION_BYTES_CONFIG, "-1")));
    }

    @Test
    void whatComesByTheThousandIsBusyAlsoInAReplay() {
        assertThat(Topics.ALL)
                .filteredOn(Topics::isBusy)
                .extracting(Topic::name)
                .containsExactlyInAnyOrder("enterprise-reports", "air-readings", "indicator-values");
        assertThat(Topics.isBusy(Topics.INDICATOR_VALUES.replayed())).isTrue();
        assertThat(Topics.isBusy(Topics.STANDINGS.replayed())).isFalse();
    }
}

package dev.pennant.jobs.kafka.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.kafka.clients.Metadata.LeaderAndEpoch;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.compress.Compression;
import org.apache.kafka.common.message.FetchResponseData;
import org.apache.kafka.common.record.MemoryRecords;
import org.apache.kafka.common.record.SimpleRecord;
import org.apache.kafka.common.requests.FetchRequest;
import org.junit.jupiter.api.Test;

final class FetchPositionTest {
    private static final LeaderAndEpoch LEADER =
            new LeaderAndEpoch(Optional.of(new Node(1, "a.broker", 9092)), Optional.of(8));

    private final FetchPosition position = new FetchPosition(new TopicPartition("sold", 3), 40);

    @Test
    void itIsAskedWhereItIsToBegin() {
        FetchRequest.PartitionData question = question();

        assertThat(question.fetchOffset).isEqualTo(40);
        assertThat(question.maxBytes).isEqualTo(1000);
        assertThat(question.currentLeaderEpoch).contains(8);
        assertThat(question.lastFetchedEpoch).isEmpty();
        assertThat(position.end()).isEmpty();
    }

    @Test
    void itGoesOnBehindWhatCameAndNamesTheEpochOfThat() {
        Optional<FetchedPart> part = position.take(answer(40, 7, "a", "b"));

        assertThat(part.orElseThrow().next(10, (offset, time, bytes, key, keyLength, value, valueLength) -> {}))
                .isEqualTo(42);
        assertThat(position.end()).hasValue(100);
        assertThat(question().fetchOffset).isEqualTo(42);
        assertThat(question().lastFetchedEpoch).contains(7);
    }

    @Test
    void anAnswerWithoutRecordsStillTellsTheEnd() {
        FetchResponseData.PartitionData nothing =
                new FetchResponseData.PartitionData().setLastStableOffset(40).setRecords(MemoryRecords.EMPTY);

        assertThat(position.take(nothing)).isEmpty();
        assertThat(position.end()).hasValue(40);
        assertThat(question().fetchOffset).isEqualTo(40);
    }

    @Test
    void aLogThatLostItsTailIsReadFromWhereItParted() {
        position.take(answer(40, 7, "a", "b"));
        FetchResponseData.PartitionData parted = new FetchResponseData.PartitionData()
                .setDivergingEpoch(
                        new FetchResponseData.EpochEndOffset().setEpoch(6).setEndOffset(41));

        assertThat(position.take(parted)).isEmpty();
        assertThat(question().fetchOffset).isEqualTo(41);
        assertThat(question().lastFetchedEpoch).isEmpty();
        assertThat(position.end()).isEmpty();
    }

    @Test
    void aTopicThatWasCreatedAnewIsReadFromItsBeginning() {
        Uuid before = Uuid.randomUuid();
        position.isOf(before);
        position.take(answer(40, 7, "a", "b"));
        position.isOf(before);
        assertThat(position.next()).isEqualTo(42);

        position.isOf(Uuid.randomUuid());

        assertThat(position.next()).isNegative();
        assertThat(question().lastFetchedEpoch).isEmpty();
    }

    @Test
    void itPausesUntilAMoment() {
        position.pauseUntil(1_000);

        assertThat(position.isPausing(999)).isTrue();
        assertThat(position.isPausing(1_000)).isFalse();
    }

    private FetchRequest.PartitionData question() {
        return position.question(LEADER, 1000);
    }

    private static FetchResponseData.PartitionData answer(long offset, int epoch, String... values) {
        SimpleRecord[] records = new SimpleRecord[values.length];
        for (int record = 0; record < values.length; record++) {
            records[record] = new SimpleRecord(values[record].getBytes(StandardCharsets.UTF_8));
        }
        return new FetchResponseData.PartitionData()
                .setLastStableOffset(100)
                .setRecords(MemoryRecords.withRecords(offset, Compression.NONE, epoch, records));
    }
}

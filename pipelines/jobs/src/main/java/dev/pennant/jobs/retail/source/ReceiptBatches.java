package dev.pennant.jobs.retail.source;

import dev.pennant.jobs.deadletters.DeadLetter;
import dev.pennant.jobs.kafka.Origin;
import dev.pennant.jobs.kafka.RawRecord;
import dev.pennant.jobs.kafka.fetch.FetchedPart;
import dev.pennant.jobs.kafka.fetch.RecordVisitor;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.kafka.common.TopicPartition;

/** Makes batches of what was fetched: a plain receipt becomes a row where it stands, and any other record is judged at its place. */
final class ReceiptBatches {
    private final ReceiptDecoder decoder;
    private final ReceiptJudge judge;
    private final StoreNumbers stores;

    ReceiptBatches(ReceiptDecoder decoder, ReceiptJudge judge, StoreNumbers stores) {
        this.decoder = decoder;
        this.judge = judge;
        this.stores = stores;
    }

    /**
     * A batch of what comes next of a part, which has something left.
     *
     * @param mostRecords so many records at the most
     * @param columns where the rows are added
     */
    ReceiptBatch next(FetchedPart part, int mostRecords, ReceiptColumns columns) {
        int first = columns.count();
        Visitor visitor = new Visitor(part.partition(), columns);
        long nextOffset = part.next(mostRecords, visitor);
        return new ReceiptBatch(
                part.partition().partition(),
                nextOffset,
                columns,
                first,
                columns.count(),
                columns.count() - first + visitor.refused.size(),
                judge.takeOtherCategory(),
                visitor.refused,
                stores.takeUntold(),
                false);
    }

    private final class Visitor implements RecordVisitor {
        private final TopicPartition partition;
        private final ReceiptColumns columns;
        private final List<DeadLetter> refused = new ArrayList<>();

        private Visitor(TopicPartition partition, ReceiptColumns columns) {
            this.partition = partition;
            this.columns = columns;
        }

        @Override
        public void take(
                long offset, long receivedAt, byte[] bytes, int key, int keyLength, int value, int valueLength) {
            if (!decoder.decode(receivedAt, bytes, key, keyLength, value, valueLength, columns)) {
                RawRecord record = new RawRecord(
                        new Origin(partition.topic(), partition.partition(), offset),
                        Instant.ofEpochMilli(receivedAt),
                        copy(bytes, key, keyLength),
                        copy(bytes, value, valueLength));
                judge.judge(record, columns).ifPresent(refused::add);
            }
        }

        private static byte[] copy(byte[] bytes, int from, int length) {
            return length == NULL ? null : Arrays.copyOfRange(bytes, from, from + length);
        }
    }
}

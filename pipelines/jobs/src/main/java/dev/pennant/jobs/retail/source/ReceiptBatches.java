package dev.pennant.jobs.retail.source;

import dev.pennant.core.retail.ReceiptBounds;
import dev.pennant.jobs.deadletters.DeadLetter;
import dev.pennant.jobs.kafka.Origin;
import dev.pennant.jobs.kafka.RawRecord;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.record.TimestampType;

/**
 * Makes batches of what was decoded. Where every record of a partition became a row, nothing is left to do but to see that none is from the future;
 * else the rows are put together anew, in the order of the records, with those that have to be judged at their place.
 */
final class ReceiptBatches {
    private final ReceiptJudge judge;
    private final StoreNumbers stores;
    private final ReceiptBounds bounds;

    ReceiptBatches(ReceiptJudge judge, StoreNumbers stores, ReceiptBounds bounds) {
        this.judge = judge;
        this.stores = stores;
        this.bounds = bounds;
    }

    /**
     * A batch of a partition.
     *
     * @param nextOffset the offset that is read next
     * @param records the partition's records, of which each has become a row or has to be judged
     * @param columns where the rows are, and where more are added
     */
    ReceiptBatch batch(
            int partition, long nextOffset, List<ConsumerRecord<ByteBuffer, Object>> records, ReceiptColumns columns) {
        if (arePlain(records, columns)) {
            int first = records.isEmpty() ? 0 : (Integer) records.get(0).value();
            return new ReceiptBatch(
                    partition,
                    nextOffset,
                    columns,
                    first,
                    first + records.size(),
                    records.size(),
                    0,
                    List.of(),
                    stores.takeUntold(),
                    false);
        }
        int first = columns.count();
        List<DeadLetter> refused = new ArrayList<>();
        for (ConsumerRecord<ByteBuffer, Object> record : records) {
            if (record.value() instanceof Integer row && isInTime(row, record, columns)) {
                columns.repeat(row);
            } else {
                judge.judge(raw(record), columns).ifPresent(refused::add);
            }
        }
        return new ReceiptBatch(
                partition,
                nextOffset,
                columns,
                first,
                columns.count(),
                records.size(),
                judge.takeOtherCategory(),
                refused,
                stores.takeUntold(),
                false);
    }

    private boolean arePlain(List<ConsumerRecord<ByteBuffer, Object>> records, ReceiptColumns columns) {
        if (records.isEmpty()) {
            return true;
        }
        ConsumerRecord<ByteBuffer, Object> first = records.get(0);
        ConsumerRecord<ByteBuffer, Object> last = records.get(records.size() - 1);
        boolean allAreRows = first.value() instanceof Integer firstRow
                && last.value() instanceof Integer lastRow
                && lastRow - firstRow == records.size() - 1;
        return allAreRows && (areInTime(first, last, columns) || areEachInTime(records, columns));
    }

    /**
     * The broker's times go on in a partition, but for a step back of its clock or another leader's, which is far below what the future is given:
     * so two of them bound all.
     */
    private boolean areInTime(
            ConsumerRecord<ByteBuffer, Object> first, ConsumerRecord<ByteBuffer, Object> last, ReceiptColumns columns) {
        return first.timestampType() == TimestampType.LOG_APPEND_TIME
                && !bounds.isInTheFuture(columns.latestSale(), Math.min(first.timestamp(), last.timestamp()));
    }

    private boolean areEachInTime(List<ConsumerRecord<ByteBuffer, Object>> records, ReceiptColumns columns) {
        for (ConsumerRecord<ByteBuffer, Object> record : records) {
            if (!isInTime((Integer) record.value(), record, columns)) {
                return false;
            }
        }
        return true;
    }

    private boolean isInTime(int row, ConsumerRecord<ByteBuffer, Object> record, ReceiptColumns columns) {
        return !bounds.isInTheFuture(columns.soldAt(row), record.timestamp());
    }

    private static RawRecord raw(ConsumerRecord<ByteBuffer, Object> record) {
        return new RawRecord(
                new Origin(record.topic(), record.partition(), record.offset()),
                Instant.ofEpochMilli(record.timestamp()),
                bytes(record.key()),
                bytes(value(record)));
    }

    private static ByteBuffer value(ConsumerRecord<ByteBuffer, Object> record) {
        return record.value() instanceof Integer
                ? ReceiptDeserializers.valueBehind(record.key(), record.serializedValueSize())
                : (ByteBuffer) record.value();
    }

    private static byte[] bytes(ByteBuffer buffer) {
        if (buffer == null) {
            return null;
        }
        byte[] bytes = new byte[buffer.remaining()];
        buffer.duplicate().get(bytes);
        return bytes;
    }
}

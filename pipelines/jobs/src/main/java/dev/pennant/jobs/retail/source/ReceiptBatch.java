package dev.pennant.jobs.retail.source;

import dev.pennant.jobs.deadletters.DeadLetter;
import java.util.List;

/**
 * What one poll brought of one partition: the receipts that can be counted, as a range of rows, and what became of the other records. Its columns
 * are used again once the task has taken it, so it is never kept.
 *
 * @param partition the partition
 * @param nextOffset the offset that is read next
 * @param columns where the rows are
 * @param firstRow the first of them
 * @param endRow the row behind the last
 * @param records how many records were read
 * @param otherCategory how many of the rows name a category that the catalogue does not know
 * @param refused records that cannot be counted
 * @param newStores the stores that got the next numbers, in their order
 * @param upToDate whether with the batches before this one its reader has read all that there was, in all of its partitions
 */
public record ReceiptBatch(
        int partition,
        long nextOffset,
        ReceiptColumns columns,
        int firstRow,
        int endRow,
        int records,
        int otherCategory,
        List<DeadLetter> refused,
        List<String> newStores,
        boolean upToDate) {
    /** A batch without records, which only says what is read next. */
    static ReceiptBatch empty(int partition, long nextOffset, ReceiptColumns columns) {
        return new ReceiptBatch(partition, nextOffset, columns, 0, 0, 0, 0, List.of(), List.of(), false);
    }

    /** A batch without records, which only says that all is read. */
    static ReceiptBatch upToDate(int partition, long nextOffset, ReceiptColumns columns) {
        return new ReceiptBatch(partition, nextOffset, columns, 0, 0, 0, 0, List.of(), List.of(), true);
    }
}

package dev.pennant.jobs.retail;

import dev.pennant.core.period.ReportingHour;
import dev.pennant.core.retail.CellReader;
import dev.pennant.core.retail.UnitNotice;
import dev.pennant.jobs.deadletters.DeadLetter;
import dev.pennant.jobs.deadletters.DeadLetters;
import dev.pennant.jobs.flink.ValueType;
import dev.pennant.jobs.retail.source.ReceiptBatch;
import dev.pennant.jobs.retail.source.SampleRecords;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.apache.flink.util.OutputTag;
import org.apache.kafka.common.record.SimpleRecord;

/** One task that reads and counts receipts, with what it told so far as sums. */
final class CountingTask implements AutoCloseable {
    static final Map<String, Integer> UNITS = Map.of("330482001", 0, "330482002", 1, "330482100", 2);

    private final OneInputStreamOperatorTestHarness<ReceiptBatch, UnitCells> task;
    private final SampleRecords consumer = new SampleRecords();
    private final Map<String, Long> sums = new TreeMap<>();
    private int bundles;

    /** @param checkpoint what it is restored from, or null */
    CountingTask(StoreRegister register, int subtask, int parallelism, OperatorSubtaskState checkpoint)
            throws Exception {
        Clock clock = Clock.fixed(SampleRecords.NOW, ZoneOffset.UTC);
        CountReceiptsSettings settings = new CountReceiptsSettings(UNITS, true, register, clock);
        task = new OneInputStreamOperatorTestHarness<>(new CountReceipts(settings), 16, parallelism, subtask);
        task.getExecutionConfig().enableObjectReuse();
        task.setup(ValueType.of(new UnitCells.Format()).createSerializer(new SerializerConfigImpl()));
        if (checkpoint != null) {
            task.initializeState(checkpoint);
        }
        task.open();
    }

    static CountingTask alone(StoreRegister register) throws Exception {
        return new CountingTask(register, 0, 1, null);
    }

    void poll(int partition, long firstOffset, List<SimpleRecord> records) throws Exception {
        task.processElement(new StreamRecord<>(consumer.poll(partition, firstOffset, records)));
    }

    void complete(long checkpoint) throws Exception {
        task.notifyOfCompletedCheckpoint(checkpoint);
    }

    /** All of a partition is read. */
    void readAll(int partition, long nextOffset) throws Exception {
        task.processElement(new StreamRecord<>(SampleRecords.endOf(partition, nextOffset)));
    }

    void waitMillis(long millis) throws Exception {
        task.setProcessingTime(task.getProcessingTime() + millis);
    }

    OperatorSubtaskState checkpoint(long id) throws Exception {
        task.prepareSnapshotPreBarrier(id);
        return task.snapshot(id, id);
    }

    void end() throws Exception {
        task.endInput();
    }

    /** What was told until now, by where it counts: {@code unit category hour} or {@code store day}, {@code held store}. */
    Map<String, Long> told() {
        CellReader cells = new CellReader();
        for (UnitCells bundle : task.extractOutputValues()) {
            bundles++;
            bundle.readBy(cells);
            while (cells.next()) {
                String marks = cells.synthetic() ? " made up" : "";
                count(
                        "unit " + bundle.unit + " " + cells.hour() + marks,
                        cells.sales(),
                        cells.refunds(),
                        cells.receipts());
            }
        }
        task.getOutput().clear();
        for (StoreDayCells days : taken(CountReceipts.STORE_DAYS)) {
            for (int day = 0; day < days.count; day++) {
                count(
                        "store " + days.storeId + " in " + days.unit + " on " + ReportingHour.date(days.days[day]),
                        days.sales[day],
                        days.refunds[day],
                        days.receipts[day]);
            }
        }
        for (StoreNews news : taken(CountReceipts.STORE_NEWS)) {
            cells.reset(news.heldCells(), news.heldCells().length);
            while (cells.next()) {
                count("held " + news.storeId(), cells.sales(), cells.refunds(), cells.receipts());
            }
            int[] first = news.firstSales();
            for (int i = 0; i < first.length; i += 2) {
                int year = ReportingHour.date(first[i + 1]).getYear();
                sums.merge(
                        "first " + news.storeId() + " in " + first[i] + " in " + year, (long) first[i + 1], Math::min);
            }
        }
        return sums;
    }

    int bundles() {
        told();
        return bundles;
    }

    List<ReadingProgress> progress() {
        return taken(CountReceipts.PROGRESS);
    }

    /** How many copies of partitions this task keeps in a checkpoint. */
    int copiesKept() throws Exception {
        List<byte[]> copies = new ArrayList<>();
        task.getOperator()
                .getOperatorStateBackend()
                .getUnionListState(PartitionReadings.DESCRIPTOR)
                .get()
                .forEach(copies::add);
        return copies.size();
    }

    List<StoreMove> movesToldAgain() {
        return taken(CountReceipts.MOVES_AGAIN);
    }

    List<UnitNotice> notices() {
        return taken(CountReceipts.NOTICES);
    }

    List<DeadLetter> refused() {
        return taken(DeadLetters.TAG);
    }

    private void count(String key, long sales, long refunds, int receipts) {
        sums.merge(key + " net", sales - refunds, Long::sum);
        sums.merge(key + " receipts", (long) receipts, Long::sum);
    }

    private <T> List<T> taken(OutputTag<T> tag) {
        Queue<StreamRecord<T>> output = task.getSideOutput(tag);
        if (output == null) {
            return List.of();
        }
        List<T> values = new ArrayList<>();
        output.forEach(record -> values.add(record.getValue()));
        output.clear();
        return values;
    }

    @Override
    public void close() throws Exception {
        task.close();
    }
}

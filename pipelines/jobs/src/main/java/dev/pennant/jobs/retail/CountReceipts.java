package dev.pennant.jobs.retail;

import dev.pennant.core.period.ReportingHour;
import dev.pennant.core.retail.CellKey;
import dev.pennant.core.retail.SeenReceipts;
import dev.pennant.core.retail.StorePlacements.Placement;
import dev.pennant.core.retail.UnitNotice;
import dev.pennant.jobs.deadletters.DeadLetter;
import dev.pennant.jobs.deadletters.DeadLetters;
import dev.pennant.jobs.flink.RunEpoch;
import dev.pennant.jobs.flink.ValueType;
import dev.pennant.jobs.retail.source.ReceiptBatch;
import dev.pennant.jobs.retail.source.ReceiptColumns;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ScheduledFuture;
import org.apache.flink.runtime.state.StateInitializationContext;
import org.apache.flink.runtime.state.StateSnapshotContext;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.BoundedOneInput;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.util.OutputTag;

/**
 * Counts each receipt once, in the unit where its store is on that day, and tells the units what was counted, at the pace of
 * {@link TellingRhythm}: the first of two phases, in the task that reads. What is not told yet is told before a checkpoint, so it is never in state.
 *
 * <pre>
 * batches of receipts → CountReceipts ┬ cells of units
 *                                     ├ news of stores: sales that wait for a registration, first sales
 *                                     ├ days of stores
 *                                     ├ how far each partition was read
 *                                     ├ moves that a lost run may not have known, to be told again
 *                                     └ dead letters
 * </pre>
 */
final class CountReceipts extends AbstractStreamOperator<UnitCells>
        implements OneInputStreamOperator<ReceiptBatch, UnitCells>, BoundedOneInput {
    static final OutputTag<StoreNews> STORE_NEWS = new OutputTag<>("store-news", ValueType.of(new StoreNews.Format()));
    static final OutputTag<StoreDayCells> STORE_DAYS =
            new OutputTag<>("store-days", ValueType.of(new StoreDayCells.Format()));
    static final OutputTag<ReadingProgress> PROGRESS =
            new OutputTag<>("reading-progress", ValueType.of(new ReadingProgress.Format()));

    static final OutputTag<StoreMove> MOVES_AGAIN =
            new OutputTag<>("moves-again", ValueType.of(new StoreMove.Format()));
    static final OutputTag<UnitNotice> NOTICES = new OutputTag<>("notices", ValueType.of(new UnitNoticeFormat()));

    private static final long serialVersionUID = 1L;

    /** A reader with partitions has long been given a record by then, or been told that there is none. */
    private static final long LONGEST_SILENCE_MILLIS = Duration.ofMinutes(5).toMillis();

    private final CountReceiptsSettings settings;

    private transient SeenReceipts seen;
    private transient PendingNews news;
    private transient PlacedStores stores;
    private transient UnitFold units;
    private transient StoreDayFold storeDays;
    private transient PartitionReadings partitions;
    private transient StoreRegister.Reading register;
    private transient HeardStores heard;
    private transient MovesAgain movesAgain;
    private transient long opened;
    private transient boolean hasRead;
    private transient RunEpoch run;
    private transient ScheduledFuture<?> timer;
    private transient TellingRhythm rhythm;

    CountReceipts(CountReceiptsSettings settings) {
        this.settings = settings;
    }

    @Override
    public void initializeState(StateInitializationContext context) throws Exception {
        super.initializeState(context);
        partitions = PartitionReadings.restore(context.getOperatorStateStore());
        heard = HeardStores.restore(context.getOperatorStateStore());
        run = RunEpoch.open(context.getOperatorStateStore(), settings.clock());
    }

    @Override
    public void open() throws Exception {
        super.open();
        StreamRecord<UnitCells> cells = new StreamRecord<>(null);
        seen = new SeenReceipts();
        news = new PendingNews();
        stores = new PlacedStores(news, settings.unitNumbers());
        units = new UnitFold(settings.unitNumbers().size(), holder -> output.collect(cells.replace(holder)));
        storeDays = new StoreDayFold(stores::idOf, days -> output.collect(STORE_DAYS, new StreamRecord<>(days)));
        rhythm = new TellingRhythm();
        register = settings.register().open();
        movesAgain = new MovesAgain();
        hear(register.all());
        heard.begin();
        opened = getProcessingTimeService().getCurrentProcessingTime();
        tellLater(opened);
    }

    @Override
    public void processElement(StreamRecord<ReceiptBatch> element) throws Exception {
        count(element.getValue());
    }

    private void hear(List<StoreEntry> entries) {
        entries.forEach(entry -> movesAgain.add(heard.hear(entry, stores)));
    }

    private void count(ReceiptBatch batch) throws Exception {
        hasRead = true;
        if (batch.upToDate()) {
            movesAgain.upToDate();
            return;
        }
        PartitionReading partition = partitions.of(batch.partition());
        for (String storeId : batch.newStores()) {
            stores.add(storeId);
            seen.ensureStores(stores.count());
            storeDays.ensureStores(stores.count());
            partition.meet(stores.count() - 1, storeId, seen);
        }
        rhythm.took(batch.records());
        partition.took(batch, countRows(batch));
        for (DeadLetter refused : batch.refused()) {
            output.collect(DeadLetters.TAG, new StreamRecord<>(refused));
        }
    }

    /** Counts the rows of a batch that were not counted before, and says how many. */
    private int countRows(ReceiptBatch batch) {
        ReceiptColumns columns = batch.columns();
        int[] rowStores = columns.stores();
        long[] rowNumbers = columns.numbers();
        int[] rowCells = columns.cells();
        long[] rowAmounts = columns.amounts();
        int counted = 0;
        for (int row = batch.firstRow(); row < batch.endRow(); row++) {
            int store = rowStores[row];
            if (seen.add(store, rowNumbers[row])) {
                place(store, rowCells[row], rowAmounts[row]);
                counted++;
            }
        }
        return counted;
    }

    private void place(int store, int cell, long amount) {
        int hour = CellKey.hour(cell);
        units.sold(hour);
        int unit = stores.unitIn(store, hour);
        if (unit == Placement.NOWHERE) {
            news.hold(store, cell, amount);
            return;
        }
        int placed = stores.cellIn(store, cell);
        boolean synthetic = CellKey.isSynthetic(placed);
        if (settings.details()) {
            units.add(unit, placed, amount);
            storeDays.add(store, unit, ReportingHour.day(hour), synthetic, amount);
        } else {
            // Nobody asks for categories then: an hour's sales are one cell.
            units.add(unit, CellKey.of(0, hour, synthetic), amount);
        }
    }

    private void tellLater(long now) {
        timer = getProcessingTimeService().registerTimer(rhythm.nextUnits(now), due -> tellInTime());
    }

    private void tellInTime() {
        long now = getProcessingTimeService().getCurrentProcessingTime();
        units.tell(rhythm.isCatchingUp());
        if (rhythm.isRestDue(now)) {
            hear(register.arrived());
            tellRest();
            if (rhythm.areStoreDaysDue(now)) {
                storeDays.tell(rhythm.isCatchingUp());
            }
        }
        tellLater(now);
    }

    private void tellAll() {
        units.tell(rhythm.isCatchingUp());
        tellRest();
        storeDays.tell(rhythm.isCatchingUp());
    }

    private void tellRest() {
        news.tell(stores::idOf, told -> output.collect(STORE_NEWS, new StreamRecord<>(told)));
        movesAgain.tell(this::tellAgain);
        partitions.state(run.epoch(), progress -> output.collect(PROGRESS, new StreamRecord<>(progress)));
    }

    private void tellAgain(StoreMove move) {
        output.collect(MOVES_AGAIN, new StreamRecord<>(move));
        output.collect(NOTICES, new StreamRecord<>(UnitNotice.retell(move.unit(), move.fromDay())));
    }

    @Override
    public void prepareSnapshotPreBarrier(long checkpointId) {
        // Who sends a registration and waits for a checkpoint may rely on it that receipts sent after that are placed
        // by it.
        hear(register.all());
        tellAll();
    }

    @Override
    public void snapshotState(StateSnapshotContext context) throws Exception {
        super.snapshotState(context);
        partitions.snapshot(
                seen,
                stores::idOf,
                getRuntimeContext().getTaskInfo().getIndexOfThisSubtask(),
                getRuntimeContext().getTaskInfo().getNumberOfParallelSubtasks());
        // A reader without partitions has nothing to tell again, and would not stop keeping it.
        heard.snapshot(movesAgain.areTold() || isWithoutPartitions());
        movesAgain.snapshot(context.getCheckpointId());
        run.snapshot();
    }

    private boolean isWithoutPartitions() {
        return !hasRead && getProcessingTimeService().getCurrentProcessingTime() - opened > LONGEST_SILENCE_MILLIS;
    }

    @Override
    public void notifyCheckpointComplete(long checkpointId) throws Exception {
        super.notifyCheckpointComplete(checkpointId);
        movesAgain.complete(checkpointId);
    }

    @Override
    public void endInput() {
        timer.cancel(false);
        tellAll();
    }

    @Override
    public void close() throws Exception {
        if (register != null) {
            register.close();
        }
        super.close();
    }
}

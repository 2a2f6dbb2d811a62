package dev.pennant.jobs.retail;

import dev.pennant.core.retail.StoreBook;
import dev.pennant.core.retail.StoreDay;
import dev.pennant.core.retail.StoreDays;
import dev.pennant.jobs.flink.Pace;
import dev.pennant.jobs.flink.RunEpoch;
import dev.pennant.jobs.flink.StateGuard;
import dev.pennant.jobs.flink.ValueType;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.runtime.state.StateInitializationContext;
import org.apache.flink.runtime.state.StateSnapshotContext;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.BoundedMultiInput;
import org.apache.flink.streaming.api.operators.TwoInputStreamOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;

/**
 * Sums the days of stores. A store's book is opened by the first input and closed when all that changed in it was told: at intervals, and
 * always before a checkpoint.
 *
 * <p>State: one {@link StoreDays} a store, and its blocks of 32 days; bounded by the days that receipts may have, and never cleared, because a late
 * receipt of any of them can come.
 */
final class SumStoreDays extends AbstractStreamOperator<StoreDay>
        implements TwoInputStreamOperator<StoreDayCells, StoreMove, StoreDay>, BoundedMultiInput {
    /** Days of stores are read by analysts, who can wait a second. */
    private static final Duration INTERVAL = Duration.ofSeconds(1);

    private static final long serialVersionUID = 1L;

    private final SalesScope scope;
    private final Clock clock;

    private transient ValueState<StoreDays> stores;
    private transient KeyedBlocks blocks;
    private transient RunEpoch run;
    private transient StateGuard guard;
    private transient Map<String, StoreBook> open;
    private transient Pace pace;

    SumStoreDays(SalesScope scope, Clock clock) {
        this.scope = scope;
        this.clock = clock;
    }

    @Override
    public void initializeState(StateInitializationContext context) throws Exception {
        super.initializeState(context);
        stores = context.getKeyedStateStore()
                .getState(new ValueStateDescriptor<>("store", ValueType.of(new StoreDaysFormat())));
        blocks = new KeyedBlocks(context.getKeyedStateStore(), "days");
        guard = StateGuard.open(context.getOperatorStateStore(), scope.definitions());
        run = RunEpoch.open(context.getOperatorStateStore(), clock);
        open = new HashMap<>();
        pace = new Pace(getProcessingTimeService(), INTERVAL, this::closeBooks);
    }

    @Override
    public void processElement1(StreamRecord<StoreDayCells> element) throws Exception {
        StoreDayCells cells = element.getValue();
        pace.mergeHarder(cells.backlog);
        StoreBook book = book(cells.storeId);
        if (cells.areHeld()) {
            hold(cells, book);
        } else {
            add(cells, book);
        }
        changed(book);
    }

    private static void hold(StoreDayCells cells, StoreBook book) {
        for (int cell = 0; cell < cells.count; cell++) {
            book.held(cells.days[cell]);
        }
    }

    private static void add(StoreDayCells cells, StoreBook book) {
        for (int cell = 0; cell < cells.count; cell++) {
            book.add(
                    cells.unit,
                    cells.days[cell],
                    cells.sales[cell],
                    cells.refunds[cell],
                    cells.receipts[cell],
                    cells.synthetic);
        }
    }

    @Override
    public void processElement2(StreamRecord<StoreMove> element) throws Exception {
        StoreMove move = element.getValue();
        StoreBook book = book(move.storeId());
        book.left(move.unit(), move.fromDay());
        changed(book);
    }

    @Override
    public void prepareSnapshotPreBarrier(long checkpointId) throws Exception {
        pace.emitNow();
    }

    @Override
    public void snapshotState(StateSnapshotContext context) throws Exception {
        super.snapshotState(context);
        guard.snapshot();
        run.snapshot();
    }

    @Override
    public void endInput(int input) throws Exception {
        pace.emitNow();
    }

    private StoreBook book(String storeId) throws Exception {
        StoreBook book = open.get(storeId);
        if (book == null) {
            StoreDays days = stores.value();
            book = new StoreBook(storeId, days == null ? new StoreDays() : days, blocks);
            open.put(storeId, book);
        }
        return book;
    }

    private void changed(StoreBook book) {
        book.days().countInput(run.epoch());
        pace.changed();
    }

    private void closeBooks() throws Exception {
        for (Map.Entry<String, StoreBook> entry : open.entrySet()) {
            setCurrentKey(entry.getKey());
            StoreBook book = entry.getValue();
            book.tell(day -> output.collect(new StreamRecord<>(day)));
            book.putBack();
            stores.update(book.days());
        }
        open.clear();
    }
}

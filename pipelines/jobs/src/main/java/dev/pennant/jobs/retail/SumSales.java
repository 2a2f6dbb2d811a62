package dev.pennant.jobs.retail;

import dev.pennant.core.retail.CellReader;
import dev.pennant.core.retail.HourSales;
import dev.pennant.core.retail.RunningSales;
import dev.pennant.core.retail.UnitBook;
import dev.pennant.core.retail.UnitNotice;
import dev.pennant.core.retail.UnitSales;
import dev.pennant.core.retail.UnitShelf;
import dev.pennant.jobs.flink.Pace;
import dev.pennant.jobs.flink.RunEpoch;
import dev.pennant.jobs.flink.StateGuard;
import dev.pennant.jobs.flink.ValueType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.runtime.state.StateInitializationContext;
import org.apache.flink.runtime.state.StateSnapshotContext;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.BoundedMultiInput;
import org.apache.flink.streaming.api.operators.TwoInputStreamOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.util.OutputTag;

/**
 * Sums the sales of townships. A township's book is opened by the first input and closed when all that changed in it was told: at
 * intervals, and always before a checkpoint, so that nothing that a checkpoint covers is unseen, and no open book is in one.
 *
 * <p>State: one {@link UnitSales} a township, and its {@link KeyedShelf}; bounded by the days that receipts may have, and never cleared.
 */
final class SumSales extends AbstractStreamOperator<RunningSales>
        implements TwoInputStreamOperator<UnitCells, UnitNotice, RunningSales>, BoundedMultiInput {
    static final OutputTag<HourSales> HOURS = new OutputTag<>("hours", ValueType.of(new HourSalesFormat()));
    static final OutputTag<CategoryRow> CATEGORIES =
            new OutputTag<>("categories", ValueType.of(new CategoryRow.Format()));

    /** Whoever reads details, an analyst or a board, can wait a second. */
    private static final Duration DETAIL_INTERVAL = Duration.ofSeconds(1);

    private static final long serialVersionUID = 1L;

    private final SalesScope scope;
    private final Duration interval;
    private final Clock clock;

    private transient ValueState<UnitSales> units;
    private transient UnitShelf shelf;
    private transient RunEpoch run;
    private transient StateGuard guard;
    private transient CellReader cells;
    private transient Map<Integer, UnitBook> open;
    private transient Pace sums;
    private transient Pace details;

    /**
     * Sums by the catalogue's units and categories.
     *
     * @param interval at most how often running sums are emitted
     */
    SumSales(SalesScope scope, Duration interval, Clock clock) {
        this.scope = scope;
        this.interval = interval;
        this.clock = clock;
    }

    @Override
    public void initializeState(StateInitializationContext context) throws Exception {
        super.initializeState(context);
        units = context.getKeyedStateStore()
                .getState(new ValueStateDescriptor<>("unit", ValueType.of(new UnitSalesFormat())));
        shelf = new KeyedShelf(context.getKeyedStateStore());
        guard = StateGuard.open(context.getOperatorStateStore(), scope.definitions());
        run = RunEpoch.open(context.getOperatorStateStore(), clock);
        cells = new CellReader();
        open = new LinkedHashMap<>();
        sums = new Pace(getProcessingTimeService(), interval, this::tellSums);
        details = new Pace(getProcessingTimeService(), DETAIL_INTERVAL, this::closeBooks);
    }

    @Override
    public void processElement1(StreamRecord<UnitCells> element) throws Exception {
        UnitCells sold = element.getValue();
        sums.mergeHarder(sold.backlog);
        sold.readBy(cells);
        book(sold.unit).add(cells, sold.frontierHour, run.epoch());
        changed();
    }

    @Override
    public void processElement2(StreamRecord<UnitNotice> element) throws Exception {
        UnitNotice notice = element.getValue();
        book(notice.unit()).take(notice, run.epoch());
        changed();
    }

    @Override
    public void prepareSnapshotPreBarrier(long checkpointId) throws Exception {
        details.emitNow();
    }

    @Override
    public void snapshotState(StateSnapshotContext context) throws Exception {
        super.snapshotState(context);
        guard.snapshot();
        run.snapshot();
    }

    @Override
    public void endInput(int input) throws Exception {
        details.emitNow();
    }

    private UnitBook book(int unit) throws Exception {
        UnitBook book = open.get(unit);
        if (book == null) {
            UnitSales sales = units.value();
            book = new UnitBook(unit, scope.categories(), sales == null ? new UnitSales() : sales, shelf);
            open.put(unit, book);
        }
        return book;
    }

    private void changed() {
        sums.changed();
        details.changed();
    }

    private void tellSums() {
        open.forEach((unit, book) -> {
            setCurrentKey(unit);
            book.tellRunning(sum -> output.collect(new StreamRecord<>(sum)));
        });
    }

    private void closeBooks() throws Exception {
        sums.emitNow();
        Instant now = clock.instant();
        for (Map.Entry<Integer, UnitBook> entry : open.entrySet()) {
            setCurrentKey(entry.getKey());
            UnitBook book = entry.getValue();
            if (scope.details()) {
                book.tellDetails(
                        hour -> output.collect(HOURS, new StreamRecord<>(hour)),
                        sales -> output.collect(CATEGORIES, new StreamRecord<>(new CategoryRow(sales, now))));
            }
            book.putBack();
            units.update(book.sales());
        }
        open.clear();
    }
}

package dev.pennant.jobs.retail;

import dev.pennant.core.period.ReportingHour;
import dev.pennant.core.retail.JoinedSales;
import dev.pennant.core.retail.StoreChange;
import dev.pennant.core.retail.StoreLedger;
import dev.pennant.core.retail.StoreRegistration;
import dev.pennant.core.retail.UnitNotice;
import dev.pennant.jobs.flink.RunEpoch;
import dev.pennant.jobs.flink.StateGuard;
import dev.pennant.jobs.flink.ValueType;
import java.time.Clock;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.runtime.state.FunctionInitializationContext;
import org.apache.flink.runtime.state.FunctionSnapshotContext;
import org.apache.flink.streaming.api.checkpoint.CheckpointedFunction;
import org.apache.flink.streaming.api.functions.co.KeyedCoProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/**
 * Keeps the ledger of each store: tells units who is on their roster and who has sold, and lets held sales join when their store is
 * registered; regions are told where a store that moved is counted by more than one township, and the store's days which of them wait, as a lost run
 * may have counted them.
 *
 * <p>State: one ledger a store, bounded by its registrations and by the hours and categories of what waits; never cleared, because a registration can
 * always come.
 */
final class KeepStores extends KeyedCoProcessFunction<String, StoreEntry, StoreNews, UnitNotice>
        implements CheckpointedFunction {
    static final OutputTag<UnitCells> JOINED = new OutputTag<>("joined", ValueType.of(new UnitCells.Format()));
    static final OutputTag<StoreDayCells> STORE_DAYS =
            new OutputTag<>("store-days", ValueType.of(new StoreDayCells.Format()));
    static final OutputTag<HeldRow> HELD = new OutputTag<>("held", ValueType.of(new HeldRow.Format()));
    static final OutputTag<RosterShare> COUNTED_AGAIN =
            new OutputTag<>("counted-again", ValueType.of(new RosterShare.Format()));
    static final OutputTag<StoreMove> MOVES = new OutputTag<>("moves", ValueType.of(new StoreMove.Format()));

    private static final long serialVersionUID = 1L;

    private final SalesScope scope;
    private final Clock clock;

    private transient ValueState<StoreLedger> ledgers;
    private transient RunEpoch run;
    private transient StateGuard guard;

    KeepStores(SalesScope scope, Clock clock) {
        this.scope = scope;
        this.clock = clock;
    }

    @Override
    public void open(OpenContext context) {
        ledgers = getRuntimeContext()
                .getState(new ValueStateDescriptor<>("ledger", ValueType.of(new StoreLedgerFormat())));
    }

    @Override
    public void processElement1(StoreEntry entry, Context context, Collector<UnitNotice> out) throws Exception {
        StoreLedger ledger = ledger();
        CountedAgain before = CountedAgain.by(ledger, scope);
        int firstDay = ReportingHour.day(entry.validFrom());
        StoreChange change;
        if (entry.registration().isPresent()) {
            StoreRegistration registration = entry.registration().get();
            int unit = scope.numberOf(registration.unit());
            change = ledger.register(firstDay, unit, registration.synthetic(), run.epoch());
        } else {
            change = ledger.withdraw(firstDay, run.epoch());
        }
        ledgers.update(ledger);
        emit(change, ledger, context, out);
        emitCountedAgain(before, ledger, context);
    }

    @Override
    public void processElement2(StoreNews news, Context context, Collector<UnitNotice> out) throws Exception {
        StoreLedger ledger = ledger();
        CountedAgain before = CountedAgain.by(ledger, scope);
        int[] sold = news.firstSales();
        for (int place = 0; place < sold.length; place += 2) {
            ledger.sold(sold[place], sold[place + 1]).forEach(out::collect);
        }
        if (news.heldCount() > 0) {
            emit(ledger.hold(news.held(), run.epoch()), ledger, context, out);
            if (scope.details()) {
                context.output(STORE_DAYS, StoreDayCells.held(news));
            }
        }
        emitCountedAgain(before, ledger, context);
        ledgers.update(ledger);
    }

    @Override
    public void initializeState(FunctionInitializationContext context) throws Exception {
        guard = StateGuard.open(context.getOperatorStateStore(), scope.definitions());
        run = RunEpoch.open(context.getOperatorStateStore(), clock);
    }

    @Override
    public void snapshotState(FunctionSnapshotContext context) throws Exception {
        guard.snapshot();
        run.snapshot();
    }

    private StoreLedger ledger() throws Exception {
        StoreLedger ledger = ledgers.value();
        return ledger == null ? new StoreLedger() : ledger;
    }

    private void emitCountedAgain(CountedAgain before, StoreLedger ledger, Context context) {
        for (RosterShare change : CountedAgain.by(ledger, scope).changesSince(before)) {
            context.output(COUNTED_AGAIN, change);
        }
    }

    private void emit(StoreChange change, StoreLedger ledger, Context context, Collector<UnitNotice> out) {
        String store = context.getCurrentKey();
        for (UnitNotice notice : change.notices()) {
            out.collect(notice);
            if (notice.kind() == UnitNotice.Kind.RETELL) {
                context.output(MOVES, new StoreMove(store, notice.unit(), notice.day()));
            }
        }
        for (JoinedSales joined : change.joined()) {
            context.output(JOINED, UnitCells.of(joined));
            StoreDayCells.of(store, joined).forEach(days -> context.output(STORE_DAYS, days));
        }
        // Also where nothing is held, and nothing was: an earlier run may have told of sales that this one counts at
        // once.
        context.output(HELD, new HeldRow(store, change.held(), ledger.version(), clock.instant()));
    }
}

package dev.pennant.jobs.revenue;

import dev.pennant.core.filing.Rejection;
import dev.pennant.core.filing.Rejection.Reason;
import dev.pennant.core.revenue.Contribution;
import dev.pennant.core.revenue.EnterpriseReport;
import dev.pennant.core.revenue.LedgerChange;
import dev.pennant.core.revenue.RevenueIndicator;
import dev.pennant.core.revenue.RevenueLedger;
import dev.pennant.core.revenue.RevenueLedger.Filing;
import dev.pennant.core.revenue.UnitChange;
import dev.pennant.jobs.deadletters.DeadLetter;
import dev.pennant.jobs.deadletters.DeadLetters;
import dev.pennant.jobs.flink.RunEpoch;
import dev.pennant.jobs.flink.StateGuard;
import dev.pennant.jobs.flink.ValueType;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
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
 * Files reports and registrations in the ledger of their enterprise. State: one ledger an enterprise, bounded by the periods that
 * {@link dev.pennant.core.revenue.FilingRules} accepts, and never cleared, because a correction of any of them can come.
 */
final class FileReports extends KeyedCoProcessFunction<String, RegistryEntry, ReceivedReport, UnitChange>
        implements CheckpointedFunction {
    static final OutputTag<StandingContribution> CONTRIBUTIONS =
            new OutputTag<>("contributions", ValueType.of(new StandingContribution.Format()));
    static final OutputTag<LoggedReport> LOGGED = new OutputTag<>("reports", ValueType.of(new LoggedReport.Format()));

    private static final long serialVersionUID = 1L;

    private final List<RevenueIndicator> indicators;
    private final String definitions;
    private final Clock clock;

    private transient ValueState<RevenueLedger> ledgers;
    private transient RunEpoch run;
    private transient StateGuard guard;

    /**
     * @param indicators what the ledgers contribute to
     * @param definitions all that the sums downstream are made by, see {@link StateGuard}
     * @param clock gives the time of a change
     */
    FileReports(List<RevenueIndicator> indicators, String definitions, Clock clock) {
        this.indicators = indicators;
        this.definitions = definitions;
        this.clock = clock;
    }

    @Override
    public void open(OpenContext context) {
        ledgers = getRuntimeContext()
                .getState(new ValueStateDescriptor<>("ledger", ValueType.of(new RevenueLedgerFormat())));
    }

    @Override
    public void processElement1(RegistryEntry entry, Context context, Collector<UnitChange> out) throws Exception {
        RevenueLedger ledger = ledger();
        LedgerChange change = entry.registration().isPresent()
                ? ledger.register(entry.registration().get(), indicators, run.epoch())
                : ledger.withdraw(entry.validFrom(), indicators, run.epoch());
        ledgers.update(ledger);
        emit(change, context, out);
    }

    @Override
    public void processElement2(ReceivedReport received, Context context, Collector<UnitChange> out) throws Exception {
        RevenueLedger ledger = ledger();
        EnterpriseReport report = received.report();
        Filing filing = ledger.filingOf(report);
        if (filing == Filing.CONFLICTING) {
            context.output(DeadLetters.TAG, conflict(received));
            return;
        }
        context.output(
                LOGGED,
                new LoggedReport(received.record().origin(), received.record().receivedAt(), report, filing));
        if (filing == Filing.APPLIED) {
            LedgerChange change = ledger.file(report, indicators, run.epoch());
            ledgers.update(ledger);
            emit(change, context, out);
        }
    }

    @Override
    public void initializeState(FunctionInitializationContext context) throws Exception {
        guard = StateGuard.open(context.getOperatorStateStore(), definitions);
        run = RunEpoch.open(context.getOperatorStateStore(), clock);
    }

    @Override
    public void snapshotState(FunctionSnapshotContext context) throws Exception {
        guard.snapshot();
        run.snapshot();
    }

    private RevenueLedger ledger() throws Exception {
        RevenueLedger ledger = ledgers.value();
        return ledger == null ? new RevenueLedger() : ledger;
    }

    private void emit(LedgerChange change, Context context, Collector<UnitChange> out) {
        change.units().forEach(out::collect);
        Instant now = clock.instant();
        for (Contribution contribution : change.contributions()) {
            context.output(CONTRIBUTIONS, new StandingContribution(contribution, change.version(), now));
        }
    }

    private DeadLetter conflict(ReceivedReport received) {
        EnterpriseReport report = received.report();
        Rejection rejection = new Rejection(
                Reason.CONFLICTING_REVISION,
                "revision",
                "revision " + report.revision() + " of " + report.period()
                        + " already stands with other figures; send the right ones as a higher revision");
        return DeadLetter.of(received.record(), List.of(rejection), RevenuePipeline.JOB, clock.instant());
    }
}

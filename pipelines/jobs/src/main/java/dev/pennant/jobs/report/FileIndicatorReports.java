package dev.pennant.jobs.report;

import dev.pennant.core.filing.Rejection;
import dev.pennant.core.filing.Rejection.Reason;
import dev.pennant.core.indicator.IndicatorValue;
import dev.pennant.core.report.Filing;
import dev.pennant.core.report.IndicatorReport;
import dev.pennant.core.report.IndicatorTree;
import dev.pennant.core.report.ReportedIndicator;
import dev.pennant.core.report.UpperUnits;
import dev.pennant.jobs.deadletters.DeadLetter;
import dev.pennant.jobs.deadletters.DeadLetters;
import dev.pennant.jobs.flink.RunEpoch;
import dev.pennant.jobs.flink.StateGuard;
import dev.pennant.jobs.flink.ValueType;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.runtime.state.FunctionInitializationContext;
import org.apache.flink.runtime.state.FunctionSnapshotContext;
import org.apache.flink.streaming.api.checkpoint.CheckpointedFunction;
import org.apache.flink.streaming.api.functions.co.KeyedCoProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/**
 * Files reports and units in the tree of their indicator, and emits what changed at once: departments report some thousands of figures a day, where
 * receipts come by the million. State: the figures of every unit of an indicator, bounded by the units and by the periods that {@link
 * dev.pennant.core.report.ReportRules} accepts, and never cleared, because a correction of any of them can come.
 */
final class FileIndicatorReports
        extends KeyedCoProcessFunction<String, UnitNews, ReceivedIndicatorReport, IndicatorValue>
        implements CheckpointedFunction {
    static final OutputTag<LoggedIndicatorReport> LOGGED =
            new OutputTag<>("indicator-reports", ValueType.of(new LoggedIndicatorReport.Format()));

    private static final long serialVersionUID = 1L;

    private final Map<String, ReportedIndicator> indicators = new TreeMap<>();
    private final UpperUnits upper;
    private final Clock clock;

    private transient KeyedFigures figures;
    private transient RunEpoch run;
    private transient StateGuard guard;

    /**
     * @param indicators what departments report
     * @param upper the units of the catalogue
     * @param clock gives the time of a change
     */
    FileIndicatorReports(List<ReportedIndicator> indicators, UpperUnits upper, Clock clock) {
        indicators.forEach(indicator -> this.indicators.put(indicator.id(), indicator));
        this.upper = upper;
        this.clock = clock;
    }

    @Override
    public void open(OpenContext context) {
        figures = new KeyedFigures(getRuntimeContext());
    }

    @Override
    public void processElement1(UnitNews news, Context context, Collector<IndicatorValue> out) {
        IndicatorTree tree = tree(news.indicator());
        news.registration().ifPresentOrElse(tree::register, () -> tree.withdraw(news.code()));
        emit(tree, out);
    }

    @Override
    public void processElement2(ReceivedIndicatorReport received, Context context, Collector<IndicatorValue> out) {
        IndicatorReport report = received.report();
        IndicatorTree tree = tree(report.indicator());
        Filing filing = tree.filingOf(report);
        if (filing == Filing.CONFLICTING) {
            context.output(DeadLetters.TAG, conflict(received));
            return;
        }
        context.output(
                LOGGED,
                new LoggedIndicatorReport(
                        received.record().origin(), received.record().receivedAt(), report, filing));
        if (filing == Filing.APPLIED) {
            tree.file(report);
            emit(tree, out);
        }
    }

    @Override
    public void initializeState(FunctionInitializationContext context) throws Exception {
        guard = StateGuard.open(context.getOperatorStateStore(), indicators.values() + " " + upper);
        run = RunEpoch.open(context.getOperatorStateStore(), clock);
    }

    @Override
    public void snapshotState(FunctionSnapshotContext context) throws Exception {
        guard.snapshot();
        run.snapshot();
    }

    private IndicatorTree tree(String indicator) {
        return new IndicatorTree(indicators.get(indicator), upper, figures);
    }

    private void emit(IndicatorTree tree, Collector<IndicatorValue> out) {
        tree.changedValues(run.epoch(), clock.instant()).forEach(out::collect);
    }

    private DeadLetter conflict(ReceivedIndicatorReport received) {
        IndicatorReport report = received.report();
        Rejection rejection = new Rejection(
                Reason.CONFLICTING_REVISION,
                "revision",
                "revision " + report.revision() + " of " + report.period()
                        + " already stands with other figures; send the right ones as a higher revision");
        return DeadLetter.of(received.record(), List.of(rejection), ReportPipeline.JOB, clock.instant());
    }
}

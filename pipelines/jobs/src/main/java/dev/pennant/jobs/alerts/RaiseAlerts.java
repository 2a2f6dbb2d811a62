package dev.pennant.jobs.alerts;

import dev.pennant.core.alerts.Alert;
import dev.pennant.core.alerts.AlertRule;
import dev.pennant.core.alerts.AlertWords;
import dev.pennant.core.alerts.Figure;
import dev.pennant.core.alerts.Subject;
import dev.pennant.core.alerts.SubjectAlerts;
import dev.pennant.core.catalogue.AlertRuleReader;
import dev.pennant.jobs.flink.RunEpoch;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.state.FunctionInitializationContext;
import org.apache.flink.runtime.state.FunctionSnapshotContext;
import org.apache.flink.streaming.api.TimerService;
import org.apache.flink.streaming.api.checkpoint.CheckpointedFunction;
import org.apache.flink.streaming.api.functions.co.KeyedCoProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Judges the figures of a subject by the rules in force, and emits every alert that changes. State: the figures and alerts of every unit of the
 * subject, of which {@link dev.pennant.core.alerts.UnitAlerts} keeps the last periods; the rules, cleared when they are taken back; and one timer.
 */
final class RaiseAlerts extends KeyedCoProcessFunction<String, RuleNews, SubjectFigures, Alert>
        implements CheckpointedFunction {
    private static final long serialVersionUID = 1L;

    private final AlertRuleReader reader;
    private final HashMap<String, String> kinds;
    private final AlertWords words;
    private final Clock clock;

    private transient KeyedAlerts shelf;
    private transient ValueState<Long> timer;
    private transient RunEpoch run;

    /**
     * @param reader reads the rules
     * @param kinds kinds of the units of the catalogue, by code
     * @param words how an alert is put into words
     * @param clock gives the time of a change
     */
    RaiseAlerts(AlertRuleReader reader, Map<String, String> kinds, AlertWords words, Clock clock) {
        this.reader = reader;
        this.kinds = new HashMap<>(kinds);
        this.words = words;
        this.clock = clock;
    }

    @Override
    public void open(OpenContext context) {
        shelf = new KeyedAlerts(getRuntimeContext(), reader);
        timer = getRuntimeContext().getState(new ValueStateDescriptor<>("timer", Types.LONG));
    }

    @Override
    public void processElement1(RuleNews news, Context context, Collector<Alert> out) throws Exception {
        SubjectAlerts alerts = alerts(news.subject(), clock.instant());
        if (news.text().isEmpty()) {
            shelf.repeal(news.id()).ifPresent(rule -> alerts.withdraw(rule).forEach(out::collect));
        } else {
            Optional<AlertRule> rule = shelf.enforce(news.id(), news.text());
            rule.ifPresent(enforced -> alerts.apply(enforced).forEach(out::collect));
        }
        wakeAt(alerts.due(), context.timerService());
    }

    @Override
    public void processElement2(SubjectFigures figures, Context context, Collector<Alert> out) throws Exception {
        SubjectAlerts alerts = alerts(figures.subject(), clock.instant());
        if (figures.whole()) {
            alerts.takeAll(figures.period(), figures.figures(), figures.version(), figures.updatedAt())
                    .forEach(out::collect);
        } else {
            for (Figure figure : figures.figures()) {
                alerts.take(figure).forEach(out::collect);
            }
        }
        wakeAt(alerts.due(), context.timerService());
    }

    @Override
    public void onTimer(long timestamp, OnTimerContext context, Collector<Alert> out) throws Exception {
        timer.clear();
        Instant now = clock.instant();
        Instant due = Instant.ofEpochMilli(timestamp);
        SubjectAlerts alerts = alerts(context.getCurrentKey(), now.isBefore(due) ? due : now);
        alerts.timePassed().forEach(out::collect);
        wakeAt(alerts.due(), context.timerService());
    }

    @Override
    public void initializeState(FunctionInitializationContext context) throws Exception {
        run = RunEpoch.open(context.getOperatorStateStore(), clock);
    }

    @Override
    public void snapshotState(FunctionSnapshotContext context) throws Exception {
        run.snapshot();
    }

    private SubjectAlerts alerts(String subject, Instant now) {
        return new SubjectAlerts(Subject.parse(subject), shelf, kinds, words, run.epoch(), now);
    }

    /** One timer a subject, the earliest that is needed; it sets the next one. */
    private void wakeAt(Optional<Instant> due, TimerService timers) throws Exception {
        if (due.isEmpty()) {
            return;
        }
        Long set = timer.value();
        long wanted = due.get().toEpochMilli();
        if (set == null || wanted < set) {
            if (set != null) {
                timers.deleteProcessingTimeTimer(set);
            }
            timers.registerProcessingTimeTimer(wanted);
            timer.update(wanted);
        }
    }
}

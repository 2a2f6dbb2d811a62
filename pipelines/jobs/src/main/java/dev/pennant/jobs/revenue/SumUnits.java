package dev.pennant.jobs.revenue;

import dev.pennant.core.indicator.IndicatorValue;
import dev.pennant.core.period.CumulativePeriod;
import dev.pennant.core.revenue.RevenueIndicator;
import dev.pennant.core.revenue.UnitChange;
import dev.pennant.core.revenue.UnitRevenue;
import dev.pennant.jobs.flink.Pace;
import dev.pennant.jobs.flink.RunEpoch;
import dev.pennant.jobs.flink.ValueType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.runtime.state.StateInitializationContext;
import org.apache.flink.runtime.state.StateSnapshotContext;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.BoundedOneInput;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;

/**
 * Sums the changes of a unit's indicator, and emits the values that changed together: at most once in each interval, and always before a
 * checkpoint, so that nothing that a checkpoint covers is still unseen. What has changed since the last emission is therefore never in
 * state. State: one {@link UnitRevenue} a unit and indicator, bounded by the periods accepted, never cleared.
 */
final class SumUnits extends AbstractStreamOperator<IndicatorValue>
        implements OneInputStreamOperator<UnitChange, IndicatorValue>, BoundedOneInput {
    private static final long serialVersionUID = 1L;

    private final Map<String, RevenueIndicator> indicators;
    private final Duration interval;
    private final Clock clock;

    private transient ValueState<UnitRevenue> units;
    private transient RunEpoch run;
    private transient Map<UnitIndicator, Set<CumulativePeriod>> changed;
    private transient Pace pace;

    SumUnits(List<RevenueIndicator> indicators, Duration interval, Clock clock) {
        this.indicators = indicators.stream().collect(Collectors.toMap(RevenueIndicator::id, Function.identity()));
        this.interval = interval;
        this.clock = clock;
    }

    @Override
    public void initializeState(StateInitializationContext context) throws Exception {
        super.initializeState(context);
        units = context.getKeyedStateStore()
                .getState(new ValueStateDescriptor<>("unit", ValueType.of(new UnitRevenueFormat())));
        run = RunEpoch.open(context.getOperatorStateStore(), clock);
        changed = new LinkedHashMap<>();
        pace = new Pace(getProcessingTimeService(), interval, this::emitChanged);
    }

    @Override
    public void processElement(StreamRecord<UnitChange> element) throws Exception {
        UnitChange change = element.getValue();
        UnitRevenue unit = units.value();
        if (unit == null) {
            unit = new UnitRevenue();
        }
        Set<CumulativePeriod> periods = new TreeSet<>(unit.apply(change, run.epoch()));
        units.update(unit);
        if (periods.isEmpty()) {
            return;
        }
        pace.changed();
        changed.merge(UnitIndicator.of(change), periods, (before, more) -> {
            before.addAll(more);
            return before;
        });
    }

    @Override
    public void prepareSnapshotPreBarrier(long checkpointId) throws Exception {
        pace.emitNow();
    }

    @Override
    public void snapshotState(StateSnapshotContext context) throws Exception {
        super.snapshotState(context);
        run.snapshot();
    }

    @Override
    public void endInput() throws Exception {
        pace.emitNow();
    }

    private void emitChanged() throws Exception {
        Instant now = clock.instant();
        for (Map.Entry<UnitIndicator, Set<CumulativePeriod>> entry : changed.entrySet()) {
            UnitIndicator key = entry.getKey();
            setCurrentKey(key.key());
            UnitRevenue unit = units.value();
            RevenueIndicator indicator = indicators.get(key.indicator());
            for (CumulativePeriod period : entry.getValue()) {
                output.collect(new StreamRecord<>(unit.value(key.unit(), indicator, period, now)));
            }
        }
        changed.clear();
    }

    /** What the sums are keyed by. */
    record UnitIndicator(String unit, String indicator) {
        private static UnitIndicator of(UnitChange change) {
            return new UnitIndicator(change.unit(), change.indicator());
        }

        /** The key of a change, as Flink partitions by. */
        static String keyOf(UnitChange change) {
            return of(change).key();
        }

        private String key() {
            return unit + "|" + indicator;
        }
    }
}

package dev.pennant.jobs.derived;

import dev.pennant.core.derived.Derivations;
import dev.pennant.core.derived.UnitPeriod;
import dev.pennant.core.indicator.IndicatorValue;
import dev.pennant.jobs.flink.RunEpoch;
import dev.pennant.jobs.flink.StateGuard;
import dev.pennant.jobs.flink.ValueType;
import java.time.Clock;
import java.util.List;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.runtime.state.FunctionInitializationContext;
import org.apache.flink.runtime.state.FunctionSnapshotContext;
import org.apache.flink.streaming.api.checkpoint.CheckpointedFunction;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Derives what changes with an input. State: of every unit and period the last value of each indicator that a formula names; as many as the jobs before
 * keep, and like there never cleared, because a correction of any of them can come.
 */
final class DeriveValues extends KeyedProcessFunction<String, IndicatorValue, IndicatorValue>
        implements CheckpointedFunction {
    private static final long serialVersionUID = 1L;

    private final Derivations derivations;
    private final Clock clock;

    private transient ValueState<UnitPeriod> inputs;
    private transient RunEpoch run;
    private transient StateGuard guard;

    /** @param clock gives the time of a change */
    DeriveValues(Derivations derivations, Clock clock) {
        this.derivations = derivations;
        this.clock = clock;
    }

    @Override
    public void open(OpenContext context) {
        inputs = getRuntimeContext()
                .getState(new ValueStateDescriptor<>("inputs", ValueType.of(new UnitPeriodFormat())));
    }

    @Override
    public void processElement(IndicatorValue input, Context context, Collector<IndicatorValue> out) throws Exception {
        UnitPeriod known = inputs.value() == null ? new UnitPeriod() : inputs.value();
        List<IndicatorValue> derived = known.take(input, derivations, run.epoch(), clock.instant());
        inputs.update(known);
        derived.forEach(out::collect);
    }

    @Override
    public void initializeState(FunctionInitializationContext context) throws Exception {
        guard = StateGuard.open(context.getOperatorStateStore(), derivations.toString());
        run = RunEpoch.open(context.getOperatorStateStore(), clock);
    }

    @Override
    public void snapshotState(FunctionSnapshotContext context) throws Exception {
        guard.snapshot();
        run.snapshot();
    }
}

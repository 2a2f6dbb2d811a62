package dev.pennant.jobs.retail;

import dev.pennant.core.indicator.IndicatorValue;
import dev.pennant.core.retail.RegionPeriod;
import dev.pennant.core.retail.RegionRoster;
import dev.pennant.core.retail.RunningSales;
import dev.pennant.core.retail.SalesIndicator;
import dev.pennant.jobs.flink.Pace;
import dev.pennant.jobs.flink.RunEpoch;
import dev.pennant.jobs.flink.StateGuard;
import dev.pennant.jobs.flink.ValueType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.state.StateInitializationContext;
import org.apache.flink.runtime.state.StateSnapshotContext;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.BoundedMultiInput;
import org.apache.flink.streaming.api.operators.TwoInputStreamOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;

/**
 * Sums what townships tell into the values of counties and prefectures, and emits those that changed together: at intervals, and always
 * before a checkpoint.
 *
 * <p>State: one {@link RegionPeriod} a region and period, and one {@link RegionRoster} a region; bounded by the days that receipts may have, and never
 * cleared, because a late receipt of any of them can come.
 */
final class SumRegions extends AbstractStreamOperator<IndicatorValue>
        implements TwoInputStreamOperator<RegionShare, RosterShare, IndicatorValue>, BoundedMultiInput {
    private static final long serialVersionUID = 1L;
    private static final int NEVER = Integer.MAX_VALUE;

    private final SalesScope scope;
    private final List<SalesIndicator> indicators;
    private final Duration interval;
    private final Clock clock;

    private transient MapState<String, RegionPeriod> periods;
    private transient ValueState<RegionRoster> rosters;
    private transient RunEpoch run;
    private transient StateGuard guard;
    private transient Map<String, Change> changes;
    private transient Pace pace;

    /** What of a region has changed: periods, and the roster from a day on. */
    private static final class Change {
        private final Set<String> periods = new HashSet<>();
        private int rosterFrom = NEVER;
    }

    /** @param interval at most how often a region's values are emitted */
    SumRegions(SalesScope scope, List<SalesIndicator> indicators, Duration interval, Clock clock) {
        this.scope = scope;
        this.indicators = List.copyOf(indicators);
        this.interval = interval;
        this.clock = clock;
    }

    @Override
    public void initializeState(StateInitializationContext context) throws Exception {
        super.initializeState(context);
        periods = context.getKeyedStateStore()
                .getMapState(new MapStateDescriptor<>("periods", Types.STRING, ValueType.of(new RegionPeriodFormat())));
        rosters = context.getKeyedStateStore()
                .getState(new ValueStateDescriptor<>("roster", ValueType.of(new RegionRosterFormat())));
        guard = StateGuard.open(context.getOperatorStateStore(), scope.definitions());
        run = RunEpoch.open(context.getOperatorStateStore(), clock);
        changes = new HashMap<>();
        pace = new Pace(getProcessingTimeService(), interval, this::tell);
    }

    @Override
    public void processElement1(StreamRecord<RegionShare> element) throws Exception {
        RunningSales told = element.getValue().sales();
        String key = told.period().toString();
        RegionPeriod period = periods.get(key);
        if (period == null) {
            period = new RegionPeriod();
        }
        period.take(told);
        periods.put(key, period);
        countInput(roster());
        change(element.getValue().region()).periods.add(key);
    }

    @Override
    public void processElement2(StreamRecord<RosterShare> element) throws Exception {
        RosterShare share = element.getValue();
        RegionRoster roster = roster();
        switch (share.kind()) {
            case EXPECTED -> roster.expect(share.day(), share.change());
            case COUNTED_AGAIN -> roster.countAgain(share.day(), share.change());
        }
        countInput(roster);
        Change change = change(share.region());
        change.rosterFrom = Math.min(change.rosterFrom, share.day());
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

    private RegionRoster roster() throws Exception {
        RegionRoster roster = rosters.value();
        return roster == null ? new RegionRoster() : roster;
    }

    private void countInput(RegionRoster roster) throws Exception {
        roster.countInput(run.epoch());
        rosters.update(roster);
    }

    private Change change(String region) {
        pace.changed();
        return changes.computeIfAbsent(region, first -> new Change());
    }

    private void tell() throws Exception {
        Instant now = clock.instant();
        for (Map.Entry<String, Change> entry : changes.entrySet()) {
            String region = entry.getKey();
            Change change = entry.getValue();
            setCurrentKey(region);
            RegionRoster roster = roster();
            if (change.rosterFrom == NEVER) {
                for (String key : change.periods) {
                    tell(region, periods.get(key), roster, now);
                }
            } else {
                for (Map.Entry<String, RegionPeriod> period : periods.entries()) {
                    boolean counts = period.getValue().lastDay() >= change.rosterFrom;
                    if (counts || change.periods.contains(period.getKey())) {
                        tell(region, period.getValue(), roster, now);
                    }
                }
            }
        }
        changes.clear();
    }

    private void tell(String region, RegionPeriod period, RegionRoster roster, Instant now) {
        for (SalesIndicator indicator : indicators) {
            output.collect(new StreamRecord<>(indicator.value(
                    region,
                    period.period(),
                    period.sum(),
                    period.coverage(roster.expectedOn(period.lastDay()), roster.countedAgainBy(period.lastDay())),
                    period.synthetic(),
                    roster.version(),
                    now)));
        }
    }
}

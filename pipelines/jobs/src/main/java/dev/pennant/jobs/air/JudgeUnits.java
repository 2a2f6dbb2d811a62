package dev.pennant.jobs.air;

import dev.pennant.core.air.AirComparison;
import dev.pennant.core.air.AirStandards;
import dev.pennant.core.air.JudgedDay;
import dev.pennant.core.air.MeasuredIndicator;
import dev.pennant.core.air.StationHours;
import dev.pennant.core.air.SustainedAqi;
import dev.pennant.core.air.UnitDay;
import dev.pennant.core.air.UnitYear;
import dev.pennant.core.air.YearReckoning;
import dev.pennant.core.indicator.IndicatorValue;
import dev.pennant.core.indicator.Version;
import dev.pennant.core.period.CumulativePeriod;
import dev.pennant.core.period.Period;
import dev.pennant.core.period.ReportingDay;
import dev.pennant.core.period.ReportingHour;
import dev.pennant.core.period.RunningPeriod;
import dev.pennant.jobs.flink.Pace;
import dev.pennant.jobs.flink.RunEpoch;
import dev.pennant.jobs.flink.StateGuard;
import dev.pennant.jobs.flink.ValueType;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
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
import org.apache.flink.util.OutputTag;

/**
 * Adds up the stations of units, judges their days, and tells them with the months and years that they bear on: at intervals, and always before a
 * checkpoint, so that a history that is read in goes through the statistics of a year some times, and not once a reading.
 *
 * <p>State of a unit: a {@link UnitBook}; the sums of its hours, packed, a day, cleared with those of its stations; and the valid values of its days,
 * packed, a year. Years stay, as bases and because they are small: 20 kB each.
 */
final class JudgeUnits extends AbstractStreamOperator<IndicatorValue>
        implements TwoInputStreamOperator<StationDayChange, DustNews, IndicatorValue>, BoundedMultiInput {
    static final OutputTag<AirDayRow> DAYS = new OutputTag<>("unit-days", ValueType.of(new AirDayRow.Format()));
    static final OutputTag<AirStatisticsRow> STATISTICS =
            new OutputTag<>("air-statistics", ValueType.of(new AirStatisticsRow.Format()));

    private static final long serialVersionUID = 1L;
    private static final int[] NO_REVISIONS = {};

    private final AirSettings settings;
    private final Clock clock;

    private transient ValueState<UnitBook> books;
    private transient OpenUnit.UnitShelf shelf;
    private transient AirStandards standards;
    private transient RunEpoch run;
    private transient StateGuard guard;
    private transient Map<String, OpenUnit> open;
    private transient Pace pace;

    JudgeUnits(AirSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public void initializeState(StateInitializationContext context) throws Exception {
        super.initializeState(context);
        books = context.getKeyedStateStore()
                .getState(new ValueStateDescriptor<>("unit", ValueType.of(new UnitBook.Format())));
        MapState<Integer, Packed> days = context.getKeyedStateStore()
                .getMapState(new MapStateDescriptor<>("days", Types.INT, ValueType.of(new Packed.Format())));
        MapState<Integer, Packed> years = context.getKeyedStateStore()
                .getMapState(new MapStateDescriptor<>("years", Types.INT, ValueType.of(new Packed.Format())));
        shelf = new OpenUnit.UnitShelf(days, years);
        standards = settings.standards();
        guard = StateGuard.open(context.getOperatorStateStore(), settings.definitions());
        run = RunEpoch.open(context.getOperatorStateStore(), clock);
        open = new LinkedHashMap<>();
        pace = new Pace(getProcessingTimeService(), settings.interval(), this::tell);
    }

    @Override
    public void processElement1(StreamRecord<StationDayChange> element) throws Exception {
        StationDayChange change = element.getValue();
        OpenUnit unit = unit(change.unit());
        UnitDay day = unit.day(change.day());
        if (change.before() != null) {
            day.remove(StationHours.read(change.before().read()), standards.validity());
        }
        if (change.after() != null) {
            day.add(StationHours.read(change.after().read()), standards.validity());
        }
        unit.stationChanged();
        unit.keptFrom(change.keptFrom());
        pace.changed();
    }

    @Override
    public void processElement2(StreamRecord<DustNews> element) throws Exception {
        DustNews news = element.getValue();
        OpenUnit unit = unit(news.unit());
        int year = ReportingDay.year(news.day());
        unit.changingYear(year).markDust(news.day(), news.level(), news.isDust());
        UnitBook book = books.value();
        if (book == null || year >= book.keptFrom()) {
            // So that its row is told again; one whose hours are cleared has none to be told of, and stays in the year.
            unit.day(news.day());
        }
        unit.changed(year, news.day());
        pace.changed();
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

    private OpenUnit unit(String code) {
        return open.computeIfAbsent(code, first -> new OpenUnit(shelf));
    }

    private void tell() throws Exception {
        for (Map.Entry<String, OpenUnit> entry : open.entrySet()) {
            setCurrentKey(entry.getKey());
            tell(entry.getKey(), entry.getValue());
        }
        open.clear();
    }

    private void tell(String code, OpenUnit unit) throws Exception {
        UnitBook known = books.value();
        if (known == null && !unit.isOfStations()) {
            // A day of dust where nothing was ever measured: kept for a station that may come, and nothing to tell.
            unit.putBack();
            return;
        }
        UnitBook before = known == null ? UnitBook.UNKNOWN : known;
        Version version = before.version().next(run.epoch());
        Map<Integer, JudgedDay> judged = new HashMap<>();
        for (UnitDay day : unit.days().values()) {
            int year = ReportingDay.year(day.day());
            UnitYear days = unit.changingYear(year);
            days.set(day);
            unit.changed(year, day.day());
            judged.put(day.day(), JudgedDay.of(day, standards));
            tellDay(code, day, judged.get(day.day()), days.isDust(day.day()), version);
        }
        for (Integer year : yearsConcerned(unit)) {
            new YearReckoning(
                            standards,
                            unit.year(year).orElseThrow(),
                            unit.year(year - 1),
                            isFollowed(unit, year),
                            new Teller(code, version))
                    .tell(
                            unit.changedDays(year),
                            unit.changedDays(year - 1),
                            unit.changedYears().contains(year + 1) && mayBegin(unit, year + 1));
        }
        tellHours(code, unit, judged, version);
        unit.putBack();
        if (unit.keptFrom() > before.keptFrom()) {
            shrink(unit.keptFrom());
        }
        books.update(new UnitBook(version, Math.max(unit.keptFrom(), before.keptFrom())));
    }

    /**
     * The years that have changed, those that follow one, and those that one begins or ceases to follow: whether their last day and months are over
     * depends on it.
     */
    private static Set<Integer> yearsConcerned(OpenUnit unit) throws Exception {
        Set<Integer> concerned = new TreeSet<>(unit.changedYears());
        for (Integer year : unit.changedYears()) {
            if (unit.year(year + 1).isPresent()) {
                concerned.add(year + 1);
            }
            if (isBegun(unit, year)) {
                concerned.add(year - 1);
            }
        }
        return concerned;
    }

    /** Whether that may have changed whether a year before of which anything is known is followed. */
    private static boolean isBegun(OpenUnit unit, int year) throws Exception {
        return mayBegin(unit, year)
                && unit.year(year - 1).filter(UnitYear::isKnown).isPresent();
    }

    /** Whether the days with which what is known of a changed year begins have changed: so it may have begun, or be gone, also since a lost run. */
    private static boolean mayBegin(OpenUnit unit, int year) throws Exception {
        return unit.year(year).orElseThrow().beginsWith(unit.changedDays(year).first());
    }

    private static boolean isFollowed(OpenUnit unit, int year) throws Exception {
        return unit.year(year + 1).filter(UnitYear::isKnown).isPresent();
    }

    private void tellDay(String code, UnitDay day, JudgedDay judged, boolean dust, Version version) {
        output.collect(
                DAYS,
                new StreamRecord<>(AirDayRow.of(
                        "",
                        code,
                        judged,
                        NO_REVISIONS,
                        new AirDayRow.Marks(day.stations(), dust, day.isSynthetic()),
                        version,
                        clock.millis())));
    }

    private void tellHours(String code, OpenUnit unit, Map<Integer, JudgedDay> judged, Version version)
            throws Exception {
        if (settings.sustained().isEmpty()) {
            return;
        }
        int enough = standards.validity().hoursOfDay();
        for (int day : daysConcerned(unit)) {
            Optional<UnitDay> hours = unit.standing(day);
            if (hours.isPresent()) {
                JudgedDay indices = judged.computeIfAbsent(day, first -> JudgedDay.of(hours.get(), standards));
                int year = ReportingDay.year(day);
                int covered = unit.year(year).orElseThrow().hours(day, isFollowed(unit, year));
                boolean synthetic = hours.get().isSynthetic();
                for (SustainedAqi indicator : settings.sustained()) {
                    output.collect(new StreamRecord<>(
                            indicator.value(code, indices, covered, enough, synthetic, version, clock.instant())));
                }
            }
        }
    }

    /** The days that have changed, and before each the last one on which anything was read, of whatever year. */
    private static Set<Integer> daysConcerned(OpenUnit unit) throws Exception {
        Set<Integer> concerned = new TreeSet<>();
        for (Integer year : unit.changedYears()) {
            concerned.addAll(unit.year(year).orElseThrow().withThoseBefore(unit.changedDays(year)));
            if (isBegun(unit, year)) {
                concerned.add(unit.year(year - 1).orElseThrow().lastKnown());
            }
        }
        return concerned;
    }

    /** Clears the hours that no station can change any more. */
    private void shrink(int keptFrom) throws Exception {
        int firstDay = ReportingDay.firstOf(keptFrom);
        List<Integer> closed = new ArrayList<>();
        for (Integer day : shelf.days().keys()) {
            if (day < firstDay) {
                closed.add(day);
            }
        }
        for (Integer day : closed) {
            shelf.days().remove(day);
        }
    }

    /** Makes rows and indicators of what is told of a unit. */
    private final class Teller implements YearReckoning.Listener {
        private final String unit;
        private final Version version;
        private final Instant now = clock.instant();

        private Teller(String unit, Version version) {
            this.unit = unit;
            this.version = version;
        }

        @Override
        public void yearThrough(int day, int hours, AirComparison compared) {
            Period period = new RunningPeriod(ReportingHour.date(day), hours);
            row(period.toString(), compared);
            for (MeasuredIndicator indicator : settings.indicators()) {
                if (indicator.daily()) {
                    value(indicator, period, compared, hours == ReportingHour.PER_DAY);
                }
            }
        }

        @Override
        public void yearThrough(YearMonth month, boolean over, AirComparison compared) {
            for (MeasuredIndicator indicator : settings.indicators()) {
                value(indicator, CumulativePeriod.through(month), compared, over);
            }
        }

        @Override
        public void month(YearMonth month, boolean over, AirComparison compared) {
            row(month.toString(), compared);
        }

        private void row(String period, AirComparison compared) {
            output.collect(
                    STATISTICS,
                    new StreamRecord<>(
                            AirStatisticsRow.of(unit, period, compared, standards, version, now.toEpochMilli())));
        }

        private void value(MeasuredIndicator indicator, Period period, AirComparison compared, boolean over) {
            output.collect(new StreamRecord<>(indicator.value(unit, period, compared, over, version, now)));
        }
    }
}

package dev.pennant.jobs.air;

import dev.pennant.core.air.AirLimits;
import dev.pennant.core.air.AirReading;
import dev.pennant.core.air.AirStandards;
import dev.pennant.core.air.AirStation;
import dev.pennant.core.air.Filed;
import dev.pennant.core.air.JudgedDay;
import dev.pennant.core.air.StationHours;
import dev.pennant.core.filing.Rejection;
import dev.pennant.core.filing.Rejection.Reason;
import dev.pennant.core.period.ReportingDay;
import dev.pennant.core.period.ReportingHour;
import dev.pennant.jobs.deadletters.DeadLetter;
import dev.pennant.jobs.deadletters.DeadLetters;
import dev.pennant.jobs.flink.Pace;
import dev.pennant.jobs.flink.RunEpoch;
import dev.pennant.jobs.flink.StateGuard;
import dev.pennant.jobs.flink.ValueType;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
import org.apache.flink.util.OutputTag;

/**
 * Files readings in their station's days, and tells the days that changed: at intervals, and always before a checkpoint, so that nothing that a
 * checkpoint covers is unseen, and no open day is in one.
 *
 * <p>State: a {@link StationBook} a station, and its {@link StationHours}, packed, a day: the concentrations and revisions of the hours, which a
 * correction replaces. Days of a year that {@link AirLimits} does not let anyone correct any more are cleared, when the first reading of a later
 * year is received. Readings of a station that is not registered are filed alike and wait.
 */
final class FileReadings extends AbstractStreamOperator<StationDayChange>
        implements TwoInputStreamOperator<StationEntry, ReceivedReading, StationDayChange>, BoundedMultiInput {
    static final OutputTag<LoggedReading> LOGGED =
            new OutputTag<>("air-readings", ValueType.of(new LoggedReading.Format()));
    static final OutputTag<AirDayRow> DAYS = new OutputTag<>("station-days", ValueType.of(new AirDayRow.Format()));

    private static final long serialVersionUID = 1L;

    /** Days beyond so many are told before it is time, which bounds what is open. */
    private static final int MOST_OPEN_DAYS = 20_000;

    private final AirSettings settings;
    private final Clock clock;

    private transient ValueState<StationBook> books;
    private transient MapState<Integer, Packed> days;
    private transient AirStandards standards;
    private transient RunEpoch run;
    private transient StateGuard guard;
    private transient Map<String, OpenStation> open;
    private transient int openDays;
    private transient Pace pace;

    FileReadings(AirSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public void initializeState(StateInitializationContext context) throws Exception {
        super.initializeState(context);
        books = context.getKeyedStateStore()
                .getState(new ValueStateDescriptor<>("station", ValueType.of(new StationBook.Format())));
        days = context.getKeyedStateStore()
                .getMapState(new MapStateDescriptor<>("hours", Types.INT, ValueType.of(new Packed.Format())));
        standards = settings.standards();
        guard = StateGuard.open(context.getOperatorStateStore(), settings.definitions());
        run = RunEpoch.open(context.getOperatorStateStore(), clock);
        open = new HashMap<>();
        pace = new Pace(getProcessingTimeService(), settings.interval(), this::tell);
    }

    @Override
    public void processElement1(StreamRecord<StationEntry> element) throws Exception {
        StationEntry entry = element.getValue();
        pace.emitNow();
        setCurrentKey(entry.stationId());
        OpenStation station = station(entry.stationId());
        Optional<String> before = station.book().unit();
        Optional<String> now = entry.station().map(AirStation::unit);
        open.remove(entry.stationId());
        if (now.equals(before)) {
            return;
        }
        station.book(station.book().registered(now).next(run.epoch()));
        for (Map.Entry<Integer, Packed> day : days.entries()) {
            OpenStation.OpenDay unchanged = new OpenStation.OpenDay(day.getKey(), day.getValue());
            tellDay(entry.stationId(), station.book(), day.getKey(), unchanged.hours());
            tellUnits(station.book(), before, day.getKey(), day.getValue(), day.getValue());
        }
        books.update(station.book());
    }

    @Override
    public void processElement2(StreamRecord<ReceivedReading> element) throws Exception {
        ReceivedReading received = element.getValue();
        AirReading reading = received.reading();
        OpenStation station = station(reading.stationId());
        shrink(station, received);
        int day = ReportingHour.day(reading.hour());
        OpenStation.OpenDay openDay = station.days().get(day);
        if (openDay == null) {
            openDay = new OpenStation.OpenDay(day, days.get(day));
            station.days().put(day, openDay);
            openDays++;
        }
        boolean isLater = reading.revision() > openDay.hours().revision(reading.hour());
        Filed filed = openDay.hours().file(reading.hour(), reading.revision(), reading.ticks(), reading.synthetic());
        if (filed == Filed.CONFLICTING) {
            output.collect(DeadLetters.TAG, new StreamRecord<>(conflict(received)));
            return;
        }
        output.collect(LOGGED, new StreamRecord<>(logged(received, isLater)));
        if (isLater) {
            openDay.changed();
            pace.changed();
            if (openDays > MOST_OPEN_DAYS) {
                pace.emitNow();
            }
        }
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

    private OpenStation station(String id) throws Exception {
        OpenStation station = open.get(id);
        if (station == null) {
            StationBook book = books.value();
            station = new OpenStation(book == null ? StationBook.UNKNOWN : book);
            open.put(id, station);
        }
        return station;
    }

    /** Clears what nobody can correct any more. */
    private void shrink(OpenStation station, ReceivedReading received) throws Exception {
        long receivedMillis = received.record().receivedAt().toEpochMilli();
        int keptFrom =
                settings.limits().firstYear(ReportingDay.year(ReportingHour.day(ReportingHour.of(receivedMillis))));
        if (keptFrom <= station.book().keptFrom()) {
            return;
        }
        station.book(station.book().keptFrom(keptFrom));
        books.update(station.book());
        int firstDay = ReportingDay.firstOf(keptFrom);
        List<Integer> closed = new ArrayList<>();
        for (Integer day : days.keys()) {
            if (day < firstDay) {
                closed.add(day);
            }
        }
        for (Integer day : closed) {
            days.remove(day);
        }
    }

    private void tell() throws Exception {
        for (Map.Entry<String, OpenStation> entry : open.entrySet()) {
            String id = entry.getKey();
            OpenStation station = entry.getValue();
            setCurrentKey(id);
            boolean changed = false;
            for (Map.Entry<Integer, OpenStation.OpenDay> openDay :
                    station.days().entrySet()) {
                OpenStation.OpenDay day = openDay.getValue();
                if (day.isChanged()) {
                    if (!changed) {
                        station.book(station.book().next(run.epoch()));
                        changed = true;
                    }
                    Packed after = Packed.of(day.hours()::write);
                    days.put(openDay.getKey(), after);
                    tellDay(id, station.book(), openDay.getKey(), day.hours());
                    tellUnits(station.book(), station.book().unit(), openDay.getKey(), day.before(), after);
                }
            }
            if (changed) {
                books.update(station.book());
            }
        }
        open.clear();
        openDays = 0;
    }

    private void tellDay(String id, StationBook book, int day, StationHours hours) {
        output.collect(
                DAYS,
                new StreamRecord<>(AirDayRow.of(
                        id,
                        book.unit().orElse(""),
                        JudgedDay.of(day, hours, standards),
                        hours.revisions(day),
                        new AirDayRow.Marks(1, false, hours.isSynthetic(day)),
                        book.version(),
                        clock.millis())));
    }

    /** Tells the units of the township before and of the present one, and those of any that it ever was registered in. */
    private void tellUnits(StationBook book, Optional<String> unitBefore, int day, Packed before, Packed after) {
        List<String> from = unitBefore.map(settings.scope()::lineage).orElse(List.of());
        List<String> to = book.unit().map(settings.scope()::lineage).orElse(List.of());
        Set<String> told = new LinkedHashSet<>(to);
        told.addAll(from);
        if (book.unitsEver().size() > 1) {
            book.unitsEver().forEach(unit -> told.addAll(settings.scope().lineage(unit)));
        }
        for (String unit : told) {
            output.collect(new StreamRecord<>(new StationDayChange(
                    unit,
                    day,
                    book.keptFrom(),
                    from.contains(unit) ? before : null,
                    to.contains(unit) ? after : null)));
        }
    }

    private static LoggedReading logged(ReceivedReading received, boolean applied) {
        return new LoggedReading(
                received.record().origin().partition(),
                received.record().origin().offset(),
                received.record().receivedAt().toEpochMilli(),
                received.reading(),
                received.doubtful(),
                applied);
    }

    private DeadLetter conflict(ReceivedReading received) {
        AirReading reading = received.reading();
        Rejection rejection = new Rejection(
                Reason.CONFLICTING_REVISION,
                "revision",
                "revision " + reading.revision() + " of " + ReportingHour.start(reading.hour())
                        + " already stands with other figures; send the right ones as a higher revision");
        return DeadLetter.of(received.record(), List.of(rejection), AirPipeline.JOB, clock.instant());
    }
}

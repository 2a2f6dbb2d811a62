package dev.pennant.jobs.air;

import dev.pennant.core.air.AirRules;
import dev.pennant.core.catalogue.Catalogue;
import dev.pennant.core.indicator.IndicatorValue;
import dev.pennant.jobs.deadletters.DeadLetter;
import dev.pennant.jobs.deadletters.DeadLetters;
import dev.pennant.jobs.flink.ValueType;
import dev.pennant.jobs.indicator.IndicatorValueFormat;
import dev.pennant.jobs.kafka.RawRecord;
import java.time.Clock;
import java.time.Duration;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;

/**
 * From what stations measure in an hour to the air of townships, counties and prefectures.
 *
 * <pre>
 * stations → ReadStations ┬→ station log
 *                         └─────────────┐
 * readings → ReadReadings ─ by station ─┴ FileReadings ┬ days of stations ──────────────────────────────→ days
 *                                                      ├→ readings with what became of them → reading log
 *                                                      └ changed days ─┐
 * dust days → ReadDust ┬→ dust log                                     │
 *                      └ SpreadDust ───────────────────────── by unit ─┴ JudgeUnits ┬ days of units → days
 *                                                                                   ├ months and years → statistics
 *                                                                                   └ indicator values
 * what ReadStations, ReadReadings, ReadDust and FileReadings refuse → dead letters
 * </pre>
 *
 * <p>A county's value is the mean of its stations, as a township's is, and not one of its townships' values: so a changed day goes to all three.
 */
public final class AirPipeline {
    /** The name of the job, in dead letters and in the consumer group {@code pennant-air}. */
    public static final String JOB = "air";

    static final String READ_STATIONS = "read-air-stations";
    static final String READ_READINGS = "read-air-readings";
    static final String READ_DUST = "read-air-dust-days";
    static final String SPREAD_DUST = "spread-dust-days";
    static final String FILE_READINGS = "file-air-readings";
    static final String JUDGE_UNITS = "judge-units";

    private final AirRules rules;
    private final AirSettings settings;
    private final Clock clock;

    /**
     * A pipeline over a catalogue.
     *
     * @param interval at most how often a changed day is told
     * @param clock gives the time of every change
     */
    public AirPipeline(Catalogue catalogue, Duration interval, Clock clock) {
        this.rules = catalogue.airRules();
        this.settings = AirSettings.of(catalogue, interval);
        this.clock = clock;
    }

    /** Defines the streams out of the streams in. */
    Outputs define(DataStream<RawRecord> stations, DataStream<RawRecord> readings, DataStream<RawRecord> dustDays) {
        SingleOutputStreamOperator<StationEntry> entries = stations.process(
                        new ReadStations(rules, clock), ValueType.of(new StationEntry.Format()))
                .name(READ_STATIONS)
                .uid(READ_STATIONS);
        SingleOutputStreamOperator<ReceivedReading> received = readings.process(
                        new ReadReadings(rules, clock), ValueType.of(new ReceivedReading.Format()))
                .name(READ_READINGS)
                .uid(READ_READINGS);
        SingleOutputStreamOperator<DustEntry> marks = dustDays.process(
                        new ReadDust(rules, clock), ValueType.of(new DustEntry.Format()))
                .name(READ_DUST)
                .uid(READ_DUST);
        DataStream<DustNews> news = marks.flatMap(new SpreadDust(settings.scope()))
                .returns(ValueType.of(new DustNews.Format()))
                .name(SPREAD_DUST)
                .uid(SPREAD_DUST);
        SingleOutputStreamOperator<StationDayChange> changes = entries.connect(received)
                .keyBy(StationEntry::stationId, reading -> reading.reading().stationId(), Types.STRING)
                .transform(
                        FILE_READINGS, ValueType.of(new StationDayChange.Format()), new FileReadings(settings, clock))
                .uid(FILE_READINGS);
        SingleOutputStreamOperator<IndicatorValue> values = changes.connect(news)
                .keyBy(StationDayChange::unit, DustNews::unit, Types.STRING)
                .transform(JUDGE_UNITS, ValueType.of(new IndicatorValueFormat()), new JudgeUnits(settings, clock))
                .uid(JUDGE_UNITS);
        return new Outputs(
                values,
                changes.getSideOutput(FileReadings.DAYS).union(values.getSideOutput(JudgeUnits.DAYS)),
                values.getSideOutput(JudgeUnits.STATISTICS),
                changes.getSideOutput(FileReadings.LOGGED),
                entries,
                marks,
                entries.getSideOutput(DeadLetters.TAG)
                        .union(
                                received.getSideOutput(DeadLetters.TAG),
                                marks.getSideOutput(DeadLetters.TAG),
                                changes.getSideOutput(DeadLetters.TAG)));
    }

    /**
     * What leaves the pipeline: the state of the world, each value with its key and version.
     *
     * @param values the indicators
     * @param days the days of stations and units
     * @param statistics months and years of units
     * @param readings every reading that could be taken
     * @param stations every message about a station that could be taken
     * @param dustDays every message about a dust day that could be taken
     * @param deadLetters what could not
     */
    record Outputs(
            DataStream<IndicatorValue> values,
            DataStream<AirDayRow> days,
            DataStream<AirStatisticsRow> statistics,
            DataStream<LoggedReading> readings,
            DataStream<StationEntry> stations,
            DataStream<DustEntry> dustDays,
            DataStream<DeadLetter> deadLetters) {}
}

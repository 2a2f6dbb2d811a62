package dev.pennant.jobs.standings;

import dev.pennant.core.catalogue.Catalogue;
import dev.pennant.core.indicator.IndicatorValue;
import dev.pennant.core.standings.Competition;
import dev.pennant.core.standings.ScoredStanding;
import dev.pennant.jobs.deadletters.DeadLetter;
import dev.pennant.jobs.deadletters.DeadLetters;
import dev.pennant.jobs.flink.ValueType;
import dev.pennant.jobs.indicator.IndicatorValueFormat;
import dev.pennant.jobs.indicator.ReadIndicatorValues;
import dev.pennant.jobs.kafka.RawRecord;
import dev.pennant.jobs.report.ReadUnits;
import dev.pennant.jobs.report.UnitEntry;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;

/**
 * From indicator values, adjustments and units to the standings of all competitions.
 *
 * <pre>
 * indicator values → ReadIndicatorValues → SpreadFigures ┐
 * adjustments      → ReadAdjustments ────────────────────┼ by competition → KeepStandings ┬ standings, each with its scores
 * units            → ReadUnits ──────────→ SpreadUnits ──┘                                └ adjustments, for their log
 *                         └ what cannot be read ────────────────────────── conflicting ───→ dead letters
 * </pre>
 */
public final class StandingsPipeline {
    /** The job's name, in Flink and in dead letters. */
    static final String JOB = "standings";

    private static final String READ_VALUES = "read-indicator-values";
    private static final String READ_ADJUSTMENTS = "read-adjustments";
    private static final String READ_UNITS = "read-units";
    private static final String SPREAD_FIGURES = "spread-figures";
    private static final String SPREAD_UNITS = "spread-units";
    private static final String KEEP_STANDINGS = "keep-standings";

    private final Catalogue catalogue;
    private final Duration interval;
    private final Clock clock;

    /**
     * A pipeline over a catalogue.
     *
     * @param interval at most how often standings are told
     * @param clock gives the time of every snapshot
     */
    public StandingsPipeline(Catalogue catalogue, Duration interval, Clock clock) {
        this.catalogue = catalogue;
        this.interval = interval;
        this.clock = clock;
    }

    /** Defines the streams out of the streams in. */
    public Outputs define(
            DataStream<RawRecord> values, DataStream<RawRecord> adjustments, DataStream<RawRecord> units) {
        List<Competition> competitions = catalogue.competitions();
        ValueType<CompetitionNews> news = ValueType.of(new CompetitionNewsFormat());
        SingleOutputStreamOperator<IndicatorValue> read = values.process(
                        new ReadIndicatorValues(JOB, clock), ValueType.of(new IndicatorValueFormat()))
                .name(READ_VALUES)
                .uid(READ_VALUES);
        DataStream<CompetitionNews> figures = read.flatMap(new SpreadFigures(competitions))
                .returns(news)
                .name(SPREAD_FIGURES)
                .uid(SPREAD_FIGURES);
        SingleOutputStreamOperator<CompetitionNews> adjusted = adjustments
                .process(new ReadAdjustments(catalogue.adjustmentRules(), clock), news)
                .name(READ_ADJUSTMENTS)
                .uid(READ_ADJUSTMENTS);
        // What cannot be read of the units goes to the dead letters once, by the job that keeps their log.
        DataStream<CompetitionNews> registered = units.process(
                        new ReadUnits(catalogue.unitRules(), JOB, clock), ValueType.of(new UnitEntry.Format()))
                .name(READ_UNITS)
                .uid(READ_UNITS)
                .flatMap(new SpreadUnits(competitions))
                .returns(news)
                .name(SPREAD_UNITS)
                .uid(SPREAD_UNITS);
        SingleOutputStreamOperator<ScoredStanding> standings = figures.union(adjusted, registered)
                .keyBy(CompetitionNews::competition, Types.STRING)
                .transform(
                        KEEP_STANDINGS,
                        ValueType.of(new ScoredStandingFormat()),
                        new KeepStandings(competitions, interval, clock))
                .uid(KEEP_STANDINGS);
        return new Outputs(
                standings,
                standings.getSideOutput(KeepStandings.ADJUSTMENTS),
                read.getSideOutput(DeadLetters.TAG)
                        .union(adjusted.getSideOutput(DeadLetters.TAG), standings.getSideOutput(DeadLetters.TAG)));
    }

    /**
     * What leaves the pipeline.
     *
     * @param standings the standings, each with every point of it
     * @param adjustments every adjustment that could be taken
     * @param deadLetters what could not
     */
    public record Outputs(
            DataStream<ScoredStanding> standings,
            DataStream<LoggedAdjustment> adjustments,
            DataStream<DeadLetter> deadLetters) {}
}

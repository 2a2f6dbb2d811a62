package dev.pennant.jobs.report;

import dev.pennant.core.catalogue.Catalogue;
import dev.pennant.core.indicator.IndicatorValue;
import dev.pennant.core.report.ReportedIndicator;
import dev.pennant.jobs.deadletters.DeadLetter;
import dev.pennant.jobs.deadletters.DeadLetters;
import dev.pennant.jobs.flink.ValueType;
import dev.pennant.jobs.indicator.IndicatorValueFormat;
import dev.pennant.jobs.kafka.RawRecord;
import java.time.Clock;
import java.util.List;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;

/**
 * From departments' reports to indicators of every unit, from the household to the prefecture.
 *
 * <pre>
 * units → ReadUnits ┬ units ──────────────────────────────────────────────────────→ unit log
 *                   └ SpreadUnits ──┐
 * reports → ReadIndicatorReports ────────────┴ by indicator → FileIndicatorReports ┬ indicator values
 *                                                                └ reports with what became of them → report log
 * what ReadUnits, ReadIndicatorReports and FileIndicatorReports refuse → dead letters
 * </pre>
 *
 * <p>By indicator, and not by unit: a figure, the units between it and the prefecture, and their sums then stand in one place, in whatever order they
 * come. There are a few dozen indicators, and a few thousand figures a day.
 */
public final class ReportPipeline {
    /** The name of the job, in dead letters and in the consumer group {@code pennant-reports}. */
    public static final String JOB = "reports";

    static final String READ_UNITS = "read-units";
    static final String READ_REPORTS = "read-indicator-reports";
    static final String SPREAD_UNITS = "spread-units";
    static final String FILE_REPORTS = "file-indicator-reports";

    private final Catalogue catalogue;
    private final Clock clock;

    /**
     * A pipeline over a catalogue.
     *
     * @param clock gives the time of every change
     */
    public ReportPipeline(Catalogue catalogue, Clock clock) {
        this.catalogue = catalogue;
        this.clock = clock;
    }

    /** Defines the streams out of the streams in. */
    public Outputs define(DataStream<RawRecord> units, DataStream<RawRecord> reports) {
        List<ReportedIndicator> indicators = catalogue.reportedIndicators();
        SingleOutputStreamOperator<UnitEntry> entries = units.process(
                        new ReadUnits(catalogue.unitRules(), JOB, clock), ValueType.of(new UnitEntry.Format()))
                .name(READ_UNITS)
                .uid(READ_UNITS);
        DataStream<UnitNews> news = entries.flatMap(new SpreadUnits(
                        indicators.stream().map(ReportedIndicator::id).toList()))
                .returns(ValueType.of(new UnitNews.Format()))
                .name(SPREAD_UNITS)
                .uid(SPREAD_UNITS);
        SingleOutputStreamOperator<ReceivedIndicatorReport> received = reports.process(
                        new ReadIndicatorReports(catalogue.reportRules(), clock),
                        ValueType.of(new ReceivedIndicatorReport.Format()))
                .name(READ_REPORTS)
                .uid(READ_REPORTS);
        SingleOutputStreamOperator<IndicatorValue> values = news.connect(received)
                .keyBy(UnitNews::indicator, report -> report.report().indicator(), Types.STRING)
                .process(
                        new FileIndicatorReports(indicators, catalogue.upperUnits(), clock),
                        ValueType.of(new IndicatorValueFormat()))
                .name(FILE_REPORTS)
                .uid(FILE_REPORTS);
        return new Outputs(
                values,
                values.getSideOutput(FileIndicatorReports.LOGGED),
                entries,
                entries.getSideOutput(DeadLetters.TAG)
                        .union(received.getSideOutput(DeadLetters.TAG), values.getSideOutput(DeadLetters.TAG)));
    }

    /**
     * What leaves the pipeline: the state of the world, each value with its key and version.
     *
     * @param values the indicators
     * @param reports every report that could be taken
     * @param units every message about a unit that could be taken
     * @param deadLetters what could not
     */
    public record Outputs(
            DataStream<IndicatorValue> values,
            DataStream<LoggedIndicatorReport> reports,
            DataStream<UnitEntry> units,
            DataStream<DeadLetter> deadLetters) {}
}

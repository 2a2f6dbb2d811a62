package dev.pennant.jobs.revenue;

import dev.pennant.core.catalogue.Catalogue;
import dev.pennant.core.catalogue.Unit;
import dev.pennant.core.indicator.IndicatorValue;
import dev.pennant.core.revenue.RevenueIndicator;
import dev.pennant.core.revenue.UnitChange;
import dev.pennant.jobs.deadletters.DeadLetter;
import dev.pennant.jobs.deadletters.DeadLetters;
import dev.pennant.jobs.flink.ValueType;
import dev.pennant.jobs.indicator.IndicatorValueFormat;
import dev.pennant.jobs.kafka.RawRecord;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;

/**
 * From enterprises' reports to the running indicators of townships, counties and prefectures.
 *
 * <pre>
 * registry → ReadRegistry ┬ registry entries ────────────────────────────────────────────→ registry log
 *                         └───────────┐
 * reports → ReadReports ──────────────┴ by enterprise → FileReports ┬ changes → FanOut → by unit and indicator → SumUnits → indicator values
 *                                                                   ├ contributions as they stand
 *                                                                   └ reports with what became of them → report log
 * what ReadRegistry, ReadReports and FileReports refuse → dead letters
 * </pre>
 */
public final class RevenuePipeline {
    /** The name of the job, in dead letters and in the consumer group {@code pennant-revenue}. */
    public static final String JOB = "revenue";

    static final String READ_REGISTRY = "read-registry";
    static final String READ_REPORTS = "read-reports";
    static final String FILE_REPORTS = "file-reports";
    static final String FAN_OUT = "fan-out";
    static final String SUM_UNITS = "sum-units";

    private final Catalogue catalogue;
    private final Duration emissionInterval;
    private final Clock clock;

    /**
     * A pipeline over a catalogue.
     *
     * @param emissionInterval at most how often a changed value is emitted
     * @param clock gives the time of every change
     */
    public RevenuePipeline(Catalogue catalogue, Duration emissionInterval, Clock clock) {
        this.catalogue = catalogue;
        this.emissionInterval = emissionInterval;
        this.clock = clock;
    }

    /** Defines the streams out of the streams in. */
    public Outputs define(DataStream<RawRecord> registry, DataStream<RawRecord> reports) {
        List<RevenueIndicator> indicators = catalogue.revenueIndicators();
        Map<String, List<String>> lineages = lineages();
        String definitions = indicators + " " + lineages;

        SingleOutputStreamOperator<RegistryEntry> entries = registry.process(
                        new ReadRegistry(catalogue.filingRules(), clock), ValueType.of(new RegistryEntry.Format()))
                .name(READ_REGISTRY)
                .uid(READ_REGISTRY);
        SingleOutputStreamOperator<ReceivedReport> received = reports.process(
                        new ReadReports(catalogue.filingRules(), clock), ValueType.of(new ReceivedReport.Format()))
                .name(READ_REPORTS)
                .uid(READ_REPORTS);
        SingleOutputStreamOperator<UnitChange> changes = entries.connect(received)
                .keyBy(RegistryEntry::enterpriseId, report -> report.report().enterpriseId(), Types.STRING)
                .process(new FileReports(indicators, definitions, clock), ValueType.of(new UnitChangeFormat()))
                .name(FILE_REPORTS)
                .uid(FILE_REPORTS);
        DataStream<IndicatorValue> values = changes.flatMap(new FanOut(lineages))
                .returns(ValueType.of(new UnitChangeFormat()))
                .name(FAN_OUT)
                .uid(FAN_OUT)
                .keyBy(SumUnits.UnitIndicator::keyOf, Types.STRING)
                .transform(
                        SUM_UNITS,
                        ValueType.of(new IndicatorValueFormat()),
                        new SumUnits(indicators, emissionInterval, clock))
                .name(SUM_UNITS)
                .uid(SUM_UNITS);
        return new Outputs(
                values,
                changes.getSideOutput(FileReports.CONTRIBUTIONS),
                changes.getSideOutput(FileReports.LOGGED),
                entries,
                entries.getSideOutput(DeadLetters.TAG)
                        .union(received.getSideOutput(DeadLetters.TAG), changes.getSideOutput(DeadLetters.TAG)));
    }

    private Map<String, List<String>> lineages() {
        Map<String, List<String>> lineages = new TreeMap<>();
        for (Unit township : catalogue.units().townships()) {
            lineages.put(township.code(), List.copyOf(catalogue.units().lineage(township.code())));
        }
        return lineages;
    }

    /**
     * What leaves the pipeline: the state of the world, each value with its key and version.
     *
     * @param values the indicators
     * @param contributions what each enterprise contributes
     * @param reports every report that could be taken
     * @param registry every message of the registry that could be taken
     * @param deadLetters what could not
     */
    public record Outputs(
            DataStream<IndicatorValue> values,
            DataStream<StandingContribution> contributions,
            DataStream<LoggedReport> reports,
            DataStream<RegistryEntry> registry,
            DataStream<DeadLetter> deadLetters) {}
}

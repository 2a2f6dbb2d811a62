package dev.pennant.jobs.derived;

import dev.pennant.core.derived.Derivations;
import dev.pennant.core.indicator.IndicatorValue;
import dev.pennant.jobs.deadletters.DeadLetter;
import dev.pennant.jobs.deadletters.DeadLetters;
import dev.pennant.jobs.flink.ValueType;
import dev.pennant.jobs.indicator.IndicatorValueFormat;
import dev.pennant.jobs.indicator.ReadIndicatorValues;
import dev.pennant.jobs.kafka.RawRecord;
import java.time.Clock;
import org.apache.flink.api.common.functions.FilterFunction;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;

/**
 * From the indicators of all jobs to those that the catalogue derives from them.
 *
 * <pre>
 * indicator values → ReadIndicatorValues → those that a formula names, by unit and period → DeriveValues → indicator values
 *                          └ what it refuses → dead letters
 * </pre>
 *
 * <p>What it makes goes into the topic it reads. It does not take that up again: one that is made of a derived one is made with it, in one step.
 */
public final class DerivedPipeline {
    /** The name of the job, in dead letters and in the consumer group {@code pennant-derived}. */
    public static final String JOB = "derived";

    static final String READ_VALUES = "read-indicator-values";
    static final String NAMED_VALUES = "values-that-formulas-name";
    static final String DERIVE_VALUES = "derive-values";

    private final Derivations derivations;
    private final Clock clock;

    /**
     * A pipeline over a catalogue's derived indicators.
     *
     * @param clock gives the time of every change
     */
    public DerivedPipeline(Derivations derivations, Clock clock) {
        this.derivations = derivations;
        this.clock = clock;
    }

    /** Defines the streams out of the stream in. */
    public Outputs define(DataStream<RawRecord> records) {
        SingleOutputStreamOperator<IndicatorValue> read = records.process(
                        new ReadIndicatorValues(JOB, clock), ValueType.of(new IndicatorValueFormat()))
                .name(READ_VALUES)
                .uid(READ_VALUES);
        DataStream<IndicatorValue> values = read.filter(new Named(derivations))
                .name(NAMED_VALUES)
                .uid(NAMED_VALUES)
                .keyBy(value -> value.unit() + "|" + value.period(), Types.STRING)
                .process(new DeriveValues(derivations, clock), ValueType.of(new IndicatorValueFormat()))
                .name(DERIVE_VALUES)
                .uid(DERIVE_VALUES);
        return new Outputs(values, read.getSideOutput(DeadLetters.TAG));
    }

    /**
     * What leaves the pipeline.
     *
     * @param values the derived indicators
     * @param deadLetters what could not be read
     */
    public record Outputs(DataStream<IndicatorValue> values, DataStream<DeadLetter> deadLetters) {}

    /** Lets through what a formula names, but what this job makes itself. */
    private static final class Named implements FilterFunction<IndicatorValue> {
        private static final long serialVersionUID = 1L;

        private final Derivations derivations;

        private Named(Derivations derivations) {
            this.derivations = derivations;
        }

        @Override
        public boolean filter(IndicatorValue value) {
            return derivations.need(value.indicator()) && !derivations.make(value.indicator());
        }
    }
}

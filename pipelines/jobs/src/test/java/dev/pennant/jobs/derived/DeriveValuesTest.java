package dev.pennant.jobs.derived;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pennant.core.catalogue.Catalogue;
import dev.pennant.core.derived.Derivations;
import dev.pennant.core.derived.UnitPeriod;
import dev.pennant.core.indicator.Coverage;
import dev.pennant.core.indicator.Growth;
import dev.pennant.core.indicator.IndicatorValue;
import dev.pennant.core.indicator.Measure;
import dev.pennant.core.indicator.Version;
import dev.pennant.core.period.Period;
import dev.pennant.jobs.flink.ValueType;
import dev.pennant.jobs.indicator.IndicatorValueFormat;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class DeriveValuesTest {
    private static final Instant NOW = Instant.parse("2020-12-10T02:00:00Z");
    private static final Derivations DERIVATIONS = Catalogue.shipped().derivations();
    private static final TypeSerializer<UnitPeriod> SERIALIZER =
            ValueType.of(new UnitPeriodFormat()).createSerializer(new SerializerConfigImpl());
    private static final List<IndicatorValue> SEASON = List.of(
            input("330482001", "sewage-quarters-done", "130", 1),
            input("330482002", "sewage-quarters-planned", "80", 1),
            input("330482001", "sewage-quarters-planned", "190", 1),
            input("330482002", "sewage-quarters-done", "20", 1),
            input("330482001", "sewage-quarters-done", "130", 1),
            input("330482001", "sewage-quarters-done", "137", 2));

    @Test
    void killedAndRestoredAtAnyMomentItEndsOnTheSameValuesWithGreaterVersions() throws Exception {
        for (int kill = 0; kill <= SEASON.size(); kill++) {
            List<IndicatorValue> values = new ArrayList<>();
            OperatorSubtaskState checkpoint;
            try (Harness first = new Harness(DERIVATIONS)) {
                first.open();
                first.take(SEASON.subList(0, kill));
                checkpoint = first.snapshot(1, 1);
                values.addAll(first.extractOutputValues());
            }
            try (Harness second = new Harness(DERIVATIONS)) {
                second.initializeState(checkpoint);
                second.open();
                second.take(SEASON.subList(kill, SEASON.size()));
                values.addAll(second.extractOutputValues());
            }
            assertThat(shown(values))
                    .as("killed after " + kill)
                    .containsEntry("330482001 sewage-quarters-share", "72.1 1/1")
                    .containsEntry("330482002 sewage-quarters-share", "25.0 1/1");
        }
    }

    @Test
    void whatOtherFormulasMadeIsNotContinued() throws Exception {
        OperatorSubtaskState checkpoint;
        try (Harness deriving = new Harness(DERIVATIONS)) {
            deriving.open();
            checkpoint = deriving.snapshot(1, 1);
        }
        try (Harness restored = new Harness(new Derivations(List.of(), List.of()))) {
            assertThatThrownBy(() -> restored.initializeState(checkpoint))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("start the job without a checkpoint");
        }
    }

    @Test
    void stateIsWrittenInBytesOfValuesOfFormatThree() throws IOException {
        DataOutputSerializer out = new DataOutputSerializer(64);
        SERIALIZER.serialize(new UnitPeriod(new Version(7, 3), List.of(SEASON.get(0), SEASON.get(2))), out);

        assertThat(HexFormat.of().formatHex(out.getCopyOfBuffer()))
                .isEqualTo(HexFormat.of().formatHex(golden(3)));
    }

    /** The first format had no number of those that are enough: all were needed. Until the third there were no single days. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void stateIsReadFromBytesOfValuesOfEveryFormat(int format) throws IOException {
        UnitPeriod read = SERIALIZER.deserialize(new DataInputDeserializer(golden(format)));

        assertThat(read.version()).isEqualTo(new Version(7, 3));
        assertThat(read.inputs()).containsExactlyInAnyOrder(SEASON.get(0), SEASON.get(2));
    }

    private static IndicatorValue input(String unit, String indicator, String value, long version) {
        BigDecimal figure = new BigDecimal(value).setScale(Measure.DECIMALS);
        return new IndicatorValue(
                indicator,
                unit,
                Period.parse("2020-11"),
                new Measure("个"),
                figure,
                figure,
                new Growth.Percent(BigDecimal.ZERO.setScale(1)),
                new Coverage(1, 1),
                true,
                new Version(5, version),
                NOW);
    }

    private static Map<String, String> shown(List<IndicatorValue> values) {
        Map<String, IndicatorValue> latest = new TreeMap<>();
        for (IndicatorValue value : values) {
            latest.merge(
                    value.unit() + " " + value.indicator(),
                    value,
                    (before, now) -> now.version().packed() > before.version().packed() ? now : before);
        }
        Map<String, String> shown = new TreeMap<>();
        latest.forEach((key, value) -> shown.put(
                key,
                value.value().setScale(1, RoundingMode.HALF_UP) + " "
                        + value.coverage().reported() + "/" + value.coverage().expected()));
        return shown;
    }

    private static byte[] golden(int format) throws IOException {
        byte[] hex = DeriveValuesTest.class
                .getResourceAsStream("/state/unit-period-" + format + ".hex")
                .readAllBytes();
        return HexFormat.of().parseHex(new String(hex, StandardCharsets.US_ASCII).strip());
    }

    private static final class Harness
            extends KeyedOneInputStreamOperatorTestHarness<String, IndicatorValue, IndicatorValue> {
        private Harness(Derivations derivations) throws Exception {
            super(
                    new KeyedProcessOperator<>(new DeriveValues(derivations, Clock.fixed(NOW, ZoneOffset.UTC))),
                    value -> value.unit() + "|" + value.period(),
                    Types.STRING);
            setup(ValueType.of(new IndicatorValueFormat()).createSerializer(new SerializerConfigImpl()));
        }

        private void take(List<IndicatorValue> values) throws Exception {
            for (IndicatorValue value : values) {
                processElement(value, 0);
            }
        }
    }
}

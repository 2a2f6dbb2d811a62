package dev.pennant.jobs.report;

import static dev.pennant.jobs.report.SampleReports.DANGHU;
import static dev.pennant.jobs.report.SampleReports.exact;
import static dev.pennant.jobs.report.SampleReports.report;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pennant.core.indicator.Version;
import dev.pennant.core.period.Period;
import dev.pennant.core.report.PeriodFigure;
import dev.pennant.core.report.Place;
import dev.pennant.core.report.Tally;
import dev.pennant.core.report.UnitFigures;
import dev.pennant.jobs.flink.ValueType;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.junit.jupiter.api.Test;

/** State as it lies in checkpoints: what a released build wrote, every later one has to read. */
final class StateFormatTest {
    private static final TypeSerializer<UnitFigures> SERIALIZER =
            ValueType.of(new UnitFiguresFormat()).createSerializer(new SerializerConfigImpl());

    @Test
    void aUnitIsReadFromTheBytesThatFormatOneWrote() throws IOException {
        byte[] golden = golden();
        UnitFigures unit = SERIALIZER.deserialize(new DataInputDeserializer(golden));

        assertThat(unit.version()).isEqualTo(unit().version());
        assertThat(unit.registered()).isEqualTo(unit().registered());
        assertThat(unit.registeredParts()).isEqualTo(unit().registeredParts());
        assertThat(unit.parentsEver()).isEqualTo(unit().parentsEver());
        assertThat(unit.figures()).isEqualTo(unit().figures());
    }

    @Test
    void aUnitIsWrittenInTheBytesOfFormatOne() throws IOException {
        assertThat(HexFormat.of().formatHex(written(unit())))
                .isEqualTo(HexFormat.of().formatHex(golden()));
    }

    private static UnitFigures unit() {
        return new UnitFigures(
                new Version(7, 3),
                Optional.of(new Place("building", Optional.of(DANGHU))),
                2,
                List.of(DANGHU, DANGHU + "006"),
                Map.of(
                        Period.parse("2020-11"),
                        new PeriodFigure(Optional.of(report(DANGHU + "006-1", "64", 1)), Tally.NONE, 0),
                        Period.parse("2020-12-01"),
                        new PeriodFigure(
                                Optional.empty(),
                                new Tally(exact("-5"), exact("4.5"), exact("0"), exact("1e6"), 3, 2, 1),
                                3)));
    }

    private static byte[] written(UnitFigures unit) throws IOException {
        DataOutputSerializer out = new DataOutputSerializer(64);
        SERIALIZER.serialize(unit, out);
        return out.getCopyOfBuffer();
    }

    private static byte[] golden() throws IOException {
        byte[] hex = StateFormatTest.class
                .getResourceAsStream("/state/unit-figures-1.hex")
                .readAllBytes();
        return HexFormat.of().parseHex(new String(hex, StandardCharsets.US_ASCII).strip());
    }
}

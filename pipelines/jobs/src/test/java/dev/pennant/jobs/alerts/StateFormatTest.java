package dev.pennant.jobs.alerts;

import static dev.pennant.jobs.alerts.SampleAlerts.DANGHU;
import static dev.pennant.jobs.alerts.SampleAlerts.NOW;
import static dev.pennant.jobs.alerts.SampleAlerts.growth;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pennant.core.alerts.AlertKey;
import dev.pennant.core.alerts.AlertReason;
import dev.pennant.core.alerts.AlertState;
import dev.pennant.core.alerts.Figure;
import dev.pennant.core.alerts.Placing;
import dev.pennant.core.alerts.TrackedAlert;
import dev.pennant.core.alerts.TrackedAlert.Goal;
import dev.pennant.core.alerts.UnitAlerts;
import dev.pennant.core.indicator.Coverage;
import dev.pennant.core.indicator.Version;
import dev.pennant.jobs.flink.ValueType;
import java.io.IOException;
import java.math.BigDecimal;
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
    private static final TypeSerializer<UnitAlerts> SERIALIZER =
            ValueType.of(new UnitAlertsFormat()).createSerializer(new SerializerConfigImpl());

    /** The first format had no number of those that are enough: all were needed. */
    @Test
    void aUnitIsReadFromTheBytesThatFormatOneWrote() throws IOException {
        UnitAlerts read = SERIALIZER.deserialize(new DataInputDeserializer(golden(1)));

        assertThat(read).usingRecursiveComparison().isEqualTo(unit(new Coverage(70, 71, false)));
    }

    @Test
    void aUnitIsReadFromTheBytesThatFormatTwoWrote() throws IOException {
        UnitAlerts read = SERIALIZER.deserialize(new DataInputDeserializer(golden(2)));

        assertThat(read).usingRecursiveComparison().isEqualTo(unit());
    }

    @Test
    void aUnitIsWrittenInTheBytesOfFormatTwo() throws IOException {
        DataOutputSerializer out = new DataOutputSerializer(64);
        SERIALIZER.serialize(unit(), out);

        assertThat(HexFormat.of().formatHex(out.getCopyOfBuffer()))
                .isEqualTo(HexFormat.of().formatHex(golden(2)));
    }

    @Test
    void aCopyIsTheSameAndGoesItsOwnWay() {
        UnitAlerts unit = unit();

        assertThat(SERIALIZER.copy(unit))
                .isNotSameAs(unit)
                .usingRecursiveComparison()
                .isEqualTo(unit);
    }

    private static UnitAlerts unit() {
        return unit(new Coverage(70, 71, 63, false));
    }

    private static UnitAlerts unit(Coverage coverage) {
        Figure placed = new Figure(
                DANGHU,
                "当湖街道",
                "2020-09",
                "前三季度",
                Optional.of(new BigDecimal("88.2500000000")),
                Optional.empty(),
                true,
                Optional.of(new Placing(3, Optional.of(1), 71)),
                coverage,
                false,
                -5L,
                NOW);
        TrackedAlert alert = new TrackedAlert(
                "a1b2c3d4",
                Goal.FIRING,
                NOW,
                AlertState.PENDING,
                AlertReason.HOLDING,
                true,
                NOW.minusMillis(1),
                Optional.of(new BigDecimal("-3.2000000000")),
                Optional.empty(),
                List.of(1L, -5L));
        return new UnitAlerts(
                new Version(7, 3),
                Optional.of(NOW.plusSeconds(60)),
                List.of(growth("2020-10", "-3.2", 1), placed),
                Map.of(new AlertKey("negative", "2020-10"), alert));
    }

    private static byte[] golden(int format) throws IOException {
        byte[] hex = StateFormatTest.class
                .getResourceAsStream("/state/unit-alerts-" + format + ".hex")
                .readAllBytes();
        return HexFormat.of().parseHex(new String(hex, StandardCharsets.US_ASCII).strip());
    }
}

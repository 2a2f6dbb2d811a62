package dev.pennant.jobs.revenue;

import static dev.pennant.jobs.revenue.SampleFilings.DANGHU;
import static dev.pennant.jobs.revenue.SampleFilings.INDICATORS;
import static dev.pennant.jobs.revenue.SampleFilings.ZHONGDAI;
import static dev.pennant.jobs.revenue.SampleFilings.registration;
import static dev.pennant.jobs.revenue.SampleFilings.report;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pennant.core.revenue.RevenueLedger;
import dev.pennant.core.revenue.UnitRevenue;
import dev.pennant.jobs.flink.ValueFormat;
import dev.pennant.jobs.flink.ValueType;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.junit.jupiter.api.Test;

/** State as it lies in checkpoints: what a released build wrote, every later one has to read. */
final class StateFormatTest {
    private static final long EPOCH = 1_000;

    @Test
    void aLedgerIsReadFromTheBytesThatFormatOneWrote() throws IOException {
        RevenueLedger ledger = read(new RevenueLedgerFormat(), golden("revenue-ledger-1.hex"));

        assertThat(ledger.registrations()).isEqualTo(ledger().registrations());
        assertThat(ledger.reports()).isEqualTo(ledger().reports());
        assertThat(ledger.places()).containsExactlyElementsOf(ledger().places());
        assertThat(ledger.version()).isEqualTo(ledger().version());
        assertThat(written(new RevenueLedgerFormat(), ledger)).isEqualTo(golden("revenue-ledger-1.hex"));
    }

    @Test
    void aUnitIsReadFromTheBytesThatFormatOneWrote() throws IOException {
        UnitRevenue unit = read(new UnitRevenueFormat(), golden("unit-revenue-1.hex"));

        assertThat(unit.totals()).isEqualTo(unit().totals());
        assertThat(unit.rosterChanges()).isEqualTo(unit().rosterChanges());
        assertThat(unit.version()).isEqualTo(unit().version());
        assertThat(written(new UnitRevenueFormat(), unit)).isEqualTo(golden("unit-revenue-1.hex"));
    }

    @Test
    void aCopyOfStateDoesNotChangeWithTheOriginal() {
        RevenueLedger original = ledger();
        RevenueLedger copy = serializer(new RevenueLedgerFormat()).copy(original);

        original.file(report("E1", "2020-11", 7, 6, 0), INDICATORS, EPOCH);

        assertThat(copy.reports()).hasSize(1);
        assertThat(original.reports()).hasSize(2);
    }

    @Test
    void aFormatOfALaterBuildIsRefusedWithASentence() throws IOException {
        byte[] bytes = golden("unit-revenue-1.hex");
        bytes[0] = 9;

        assertThatThrownBy(() -> read(new UnitRevenueFormat(), bytes))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("UnitRevenue was written in format 9, this build reads up to 1");
    }

    private static RevenueLedger ledger() {
        RevenueLedger ledger = new RevenueLedger();
        ledger.register(registration("E1", DANGHU, "2020-01"), INDICATORS, EPOCH);
        ledger.file(report("E1", "2020-10", 5, 4, 1), INDICATORS, EPOCH);
        ledger.register(registration("E1", ZHONGDAI, "2020-06"), INDICATORS, EPOCH);
        return ledger;
    }

    private static UnitRevenue unit() {
        UnitRevenue unit = new UnitRevenue();
        RevenueLedger ledger = new RevenueLedger();
        ledger.register(registration("E1", DANGHU, "2020-01"), INDICATORS, EPOCH)
                .units()
                .forEach(change -> unit.apply(change, EPOCH));
        ledger.file(report("E1", "2020-10", 5, 4, 1), INDICATORS, EPOCH)
                .units()
                .forEach(change -> unit.apply(change, EPOCH));
        return unit;
    }

    private static <T> T read(ValueFormat<T> format, byte[] bytes) throws IOException {
        return serializer(format).deserialize(new DataInputDeserializer(bytes));
    }

    private static <T> byte[] written(ValueFormat<T> format, T value) throws IOException {
        DataOutputSerializer out = new DataOutputSerializer(64);
        serializer(format).serialize(value, out);
        return out.getCopyOfBuffer();
    }

    private static <T> TypeSerializer<T> serializer(ValueFormat<T> format) {
        return ValueType.of(format).createSerializer(new SerializerConfigImpl());
    }

    private static byte[] golden(String name) throws IOException {
        byte[] hex = StateFormatTest.class.getResourceAsStream("/state/" + name).readAllBytes();
        return HexFormat.of().parseHex(new String(hex, StandardCharsets.US_ASCII).strip());
    }
}

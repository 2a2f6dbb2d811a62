package dev.pennant.jobs.air;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pennant.core.air.StationHours;
import dev.pennant.core.air.UnitDay;
import dev.pennant.core.air.UnitYear;
import dev.pennant.core.catalogue.Catalogue;
import dev.pennant.core.indicator.Version;
import dev.pennant.core.period.ReportingHour;
import dev.pennant.jobs.flink.ValueFormat;
import dev.pennant.jobs.flink.ValueType;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.junit.jupiter.api.Test;

/** State as it lies in checkpoints: what a released build wrote, every later one has to read. */
final class StateFormatTest {
    private static final int DAY = ReportingHour.day(LocalDate.of(2020, 3, 18));

    @Test
    void theBooksAreWrittenInAndReadFromTheBytesOfFormatOne() throws IOException {
        assertThat(hex(new StationBook.Format(), book())).isEqualTo(golden("air-station-book-1"));
        assertThat(read(new StationBook.Format(), "air-station-book-1")).isEqualTo(book());
        assertThat(hex(new UnitBook.Format(), unitBook())).isEqualTo(golden("air-unit-book-1"));
        assertThat(read(new UnitBook.Format(), "air-unit-book-1")).isEqualTo(unitBook());
    }

    @Test
    void aStationsDayIsWrittenInAndReadFromTheBytesOfFormatOne() throws IOException {
        assertThat(hex(new Packed.Format(), Packed.of(stationDay()::write))).isEqualTo(golden("air-station-day-1"));
        StationHours read =
                StationHours.read(read(new Packed.Format(), "air-station-day-1").read());
        assertThat(read.revision(ReportingHour.firstHour(DAY) + 5)).isEqualTo(2);
        assertThat(read.hour(ReportingHour.firstHour(DAY) + 5))
                .isEqualTo(stationDay().hour(ReportingHour.firstHour(DAY) + 5));
        assertThat(read.isSynthetic(DAY)).isTrue();
    }

    @Test
    void aUnitsDayAndYearAreWrittenInAndReadFromTheBytesOfFormatOne() throws IOException {
        assertThat(hex(new Packed.Format(), Packed.of(unitDay()::write))).isEqualTo(golden("air-unit-day-1"));
        UnitDay day = UnitDay.read(read(new Packed.Format(), "air-unit-day-1").read());
        assertThat(day.means()).isEqualTo(unitDay().means());
        assertThat(day.hour(5)).isEqualTo(unitDay().hour(5));
        assertThat(day.stations()).isEqualTo(1);
        assertThat(hex(new Packed.Format(), Packed.of(unitYear()::write))).isEqualTo(golden("air-unit-year-1"));
        UnitYear year =
                UnitYear.read(read(new Packed.Format(), "air-unit-year-1").read());
        assertThat(year.isDust(DAY)).isTrue();
        assertThat(hex(new Packed.Format(), Packed.of(year::write))).isEqualTo(golden("air-unit-year-1"));
    }

    @Test
    void numbersOfAFormatThatIsNotKnownAreNotRead() {
        assertThatThrownBy(() -> new Packed(2, new byte[] {1}).read()).isInstanceOf(IllegalStateException.class);
    }

    static StationBook book() {
        return new StationBook(
                new Version(7, 3),
                2010,
                Optional.of("330482001"),
                new LinkedHashSet<>(List.of("330482002", "330482001")));
    }

    static UnitBook unitBook() {
        return new UnitBook(new Version(7, 4), 2010);
    }

    static StationHours stationDay() {
        StationHours hours = StationHours.ofDay(DAY);
        for (int slot = 0; slot < ReportingHour.PER_DAY - 1; slot++) {
            int[] ticks = {350 + slot, 700, 80, 300, 700 - slot, slot == 9 ? -1 : 600};
            hours.file(ReportingHour.firstHour(DAY) + slot, slot == 5 ? 2 : 0, ticks, true);
        }
        return hours;
    }

    static UnitDay unitDay() {
        UnitDay day = new UnitDay(DAY);
        day.add(stationDay(), Catalogue.shipped().airStandards().validity());
        return day;
    }

    static UnitYear unitYear() {
        UnitYear year = new UnitYear(2020);
        year.set(unitDay());
        year.markDust(DAY, 2, true);
        return year;
    }

    private static <T> String hex(ValueFormat<T> format, T value) throws IOException {
        DataOutputSerializer out = new DataOutputSerializer(64);
        ValueType.of(format).createSerializer(new SerializerConfigImpl()).serialize(value, out);
        return HexFormat.of().formatHex(out.getCopyOfBuffer());
    }

    private static <T> T read(ValueFormat<T> format, String name) throws IOException {
        byte[] bytes = HexFormat.of().parseHex(golden(name));
        return ValueType.of(format)
                .createSerializer(new SerializerConfigImpl())
                .deserialize(new DataInputDeserializer(Arrays.copyOf(bytes, bytes.length)));
    }

    private static String golden(String name) throws IOException {
        byte[] hex = StateFormatTest.class
                .getResourceAsStream("/state/" + name + ".hex")
                .readAllBytes();
        return new String(hex, StandardCharsets.US_ASCII).replaceAll("\\s", "");
    }
}

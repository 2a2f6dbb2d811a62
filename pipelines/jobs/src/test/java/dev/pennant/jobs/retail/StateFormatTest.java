package dev.pennant.jobs.retail;

import static dev.pennant.jobs.retail.SampleInputs.day;
import static dev.pennant.jobs.retail.SampleInputs.hour;
import static dev.pennant.jobs.retail.source.SampleRecords.receipt;
import static dev.pennant.jobs.retail.source.SampleRecords.record;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pennant.core.indicator.Coverage;
import dev.pennant.core.indicator.Version;
import dev.pennant.core.period.CumulativePeriod;
import dev.pennant.core.period.RunningPeriod;
import dev.pennant.core.retail.CellReader;
import dev.pennant.core.retail.RegionPeriod;
import dev.pennant.core.retail.RegionRoster;
import dev.pennant.core.retail.RunningSales;
import dev.pennant.core.retail.RunningSum;
import dev.pennant.core.retail.SalesBlock;
import dev.pennant.core.retail.SeenReceipts;
import dev.pennant.core.retail.StoreBook;
import dev.pennant.core.retail.StoreDays;
import dev.pennant.core.retail.StoreLedger;
import dev.pennant.core.retail.UnitBook;
import dev.pennant.core.retail.UnitNotice;
import dev.pennant.core.retail.UnitSales;
import dev.pennant.jobs.flink.ValueFormat;
import dev.pennant.jobs.flink.ValueType;
import dev.pennant.jobs.retail.source.SampleRecords;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.junit.jupiter.api.Test;

/** State of the retail job as it lies in checkpoints: what a released build wrote, every later one has to read. */
final class StateFormatTest {
    private static final long EPOCH = 1_000;

    @Test
    void aUnitIsReadFromTheBytesThatFormatOneWrote() throws IOException {
        assertGolden(new UnitSalesFormat(), "unit-sales-1.hex", sold(new KeptShelf()));
    }

    @Test
    void aBlockOfHoursIsReadFromTheBytesThatFormatOneWrote() throws IOException {
        assertGolden(new SalesBlockFormat(), "sales-block-1.hex", block());
    }

    @Test
    void aYearOfACategoryIsReadFromTheBytesThatFormatOneWrote() throws IOException {
        KeptShelf shelf = new KeptShelf();
        sold(shelf);
        assertGolden(new SalesYearFormat(), "sales-year-1.hex", shelf.lastYear());
    }

    @Test
    void aPeriodOfARegionIsReadFromTheBytesThatFormatOneWrote() throws IOException {
        assertGolden(new RegionPeriodFormat(), "region-period-1.hex", period());
    }

    @Test
    void aRosterOfARegionIsReadFromTheBytesThatFormatOneWrote() throws IOException {
        RegionRoster roster = new RegionRoster();
        roster.expect(day("2020-01-01"), 3);
        roster.expect(day("2020-06-01"), -1);
        roster.countInput(EPOCH);
        assertOld(new RegionRosterFormat(), "region-roster-1.hex", roster);
    }

    @Test
    void aRosterOfARegionIsReadFromTheBytesThatFormatTwoWrote() throws IOException {
        RegionRoster roster = new RegionRoster();
        roster.expect(day("2020-01-01"), 3);
        roster.countAgain(day("2020-06-01"), 2);
        roster.countInput(EPOCH);
        assertGolden(new RegionRosterFormat(), "region-roster-2.hex", roster);
    }

    @Test
    void theDaysOfAStoreAreReadFromTheBytesThatFormatOneWrote() throws IOException {
        StoreBook book = new StoreBook("S1", new StoreDays(), new KeptShelf());
        book.add(0, day("2020-01-01"), 5, 0, 1, false);
        book.add(0, day("2020-01-02"), 5, 0, 1, true);
        book.left(1, day("2020-02-01"));
        book.days().countInput(EPOCH);
        assertGolden(new StoreDaysFormat(), "store-days-1.hex", book.days());
    }

    @Test
    void theLedgerOfAStoreIsReadFromTheBytesThatFormatOneWrote() throws IOException {
        StoreLedger ledger = new StoreLedger();
        ledger.register(day("1999-12-31"), 0, false, EPOCH);
        ledger.register(day("2020-06-01"), 1, true, EPOCH);
        ledger.withdraw(day("1999-12-31"), EPOCH);
        ledger.sold(1, day("2020-07-01"));
        CellReader cells = new CellReader();
        SampleInputs.cells(0, 7, hour("2020-05-01T10"), -300, true).readBy(cells);
        ledger.hold(cells, EPOCH);
        assertGolden(new StoreLedgerFormat(), "store-ledger-1.hex", ledger);
    }

    @Test
    void thePartitionOfAReaderIsReadFromTheBytesThatFormatOneWrote() throws IOException {
        byte[] golden = golden("partition-reading-1.hex");
        SeenReceipts seen = new SeenReceipts();
        seen.ensureStores(1);
        for (long number : new long[] {5, 6, 7, 9, 20_200_101_000_001L, -1}) {
            seen.add(0, number);
        }
        PartitionReading reading = new PartitionReading(3);
        reading.meet(0, "S1", seen);
        reading.took(new SampleRecords().poll(3, 16, List.of(record(receipt("S1", 5, 500)))), 1);

        PartitionReading restored = new PartitionReading(3);
        restored.unite(golden);

        assertThat(PartitionReading.partitionOf(golden)).isEqualTo(3);
        assertThat(reading.write(seen, store -> "S1")).isEqualTo(golden);
        assertThat(restored.write(seen, store -> "S1")).isEqualTo(golden);
    }

    @Test
    void aPartitionOfALaterBuildIsRefusedWithASentence() throws IOException {
        byte[] bytes = golden("partition-reading-1.hex");
        bytes[0] = 9;

        assertThatThrownBy(() -> PartitionReading.partitionOf(bytes))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("written in format 9, this build reads only 1");
    }

    @Test
    void aCopyOfABlockDoesNotChangeWithTheOriginal() {
        SalesBlock original = block();
        SalesBlock copy = serializer(new SalesBlockFormat()).copy(original);

        original.add(2, 100, 1, 1);

        assertThat(copy.sales(2)).isEqualTo(500);
        assertThat(original.sales(2)).isEqualTo(600);
    }

    private static SalesBlock block() {
        SalesBlock block = new SalesBlock(384);
        block.add(2, 500, 0, 1);
        block.add(3, 0, 70, 2);
        block.add(300, 1, 1, 2);
        return block;
    }

    private static UnitSales sold(KeptShelf shelf) {
        UnitBook book = new UnitBook(0, 2, new UnitSales(), shelf);
        book.take(UnitNotice.expected(0, day("2020-01-01"), 4), EPOCH);
        book.take(UnitNotice.reported(0, day("2020-02-29"), 1), EPOCH);
        CellReader cells = new CellReader();
        SampleInputs.cells(0, 1, hour("2020-02-29T10"), 300, false).readBy(cells);
        book.add(cells, hour("2020-02-29T12"), EPOCH);
        SampleInputs.cells(0, 1, hour("2020-03-01T11"), -50, true).readBy(cells);
        book.add(cells, hour("2020-03-01T11"), EPOCH);
        book.tellDetails(told -> {}, told -> {});
        book.putBack();
        return book.sales();
    }

    private static RegionPeriod period() {
        RegionPeriod period = new RegionPeriod();
        period.take(new RunningSales(
                0,
                new RunningPeriod(LocalDate.parse("2020-02-29"), 14),
                day("2020-02-29"),
                new RunningSum(500, 400, true),
                new Coverage(1, 2, false),
                true,
                new Version(EPOCH, 3)));
        period.take(new RunningSales(
                2,
                CumulativePeriod.parse("2020-02"),
                day("2020-02-29"),
                new RunningSum(-5, 0, false),
                new Coverage(2, 2, true),
                false,
                new Version(EPOCH, 4)));
        return period;
    }

    private static <T> void assertGolden(ValueFormat<T> format, String name, T value) throws IOException {
        byte[] golden = golden(name);
        T read = serializer(format).deserialize(new DataInputDeserializer(golden));

        assertThat(written(format, value)).isEqualTo(golden);
        assertThat(written(format, read)).isEqualTo(golden);
    }

    /** What an earlier format wrote stands for the same value as what the present one writes. */
    private static <T> void assertOld(ValueFormat<T> format, String name, T value) throws IOException {
        T read = serializer(format).deserialize(new DataInputDeserializer(golden(name)));

        assertThat(written(format, read)).isEqualTo(written(format, value));
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

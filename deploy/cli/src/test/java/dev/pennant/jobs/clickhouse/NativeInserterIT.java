package dev.pennant.jobs.clickhouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the driver and the server make of a batch. */
@Timeout(120)
class NativeInserterIT {
    private static final String TYPES = "pennant.dead_letter_log";

    @TempDir
    private static Path folder;

    private static RealDatabase database;

    @BeforeAll
    static void start() throws Exception {
        database = new RealDatabase(folder);
        database.execute("CREATE TABLE " + TYPES + " (computed String MATERIALIZED upper(text), text String,"
                + " short LowCardinality(Nullable(String)), bytes String, version UInt64, whole Int32, counted UInt32,"
                + " fen Nullable(Int64), amount Decimal(38, 10), truth Bool, at DateTime64(3, 'Asia/Shanghai'),"
                + " hour DateTime('Asia/Shanghai'), day Date, far_day Date32,"
                + " level Enum8('red' = 1, 'black' = 2), numbers Array(Int16), unnamed UInt8 DEFAULT 7)"
                + " ENGINE = MergeTree ORDER BY version");
    }

    @AfterAll
    static void stop() {
        database.close();
    }

    @BeforeEach
    void empty() throws Exception {
        database.execute("TRUNCATE TABLE " + TYPES);
    }

    private record Sample(
            String text,
            String shortText,
            String hexBytes,
            Long version,
            int whole,
            long counted,
            Long fen,
            BigDecimal amount,
            boolean truth,
            Instant at,
            Instant hour,
            LocalDate day,
            LocalDate farDay,
            String level) {}

    /** In another order than the table's, which begins with a column that cannot be written. */
    private static final TableMapping<Sample> MAPPING = TableMapping.<Sample>into(TYPES)
            .column("level", Sample::level)
            .column("far_day", Sample::farDay)
            .column("day", Sample::day)
            .column("hour", Sample::hour)
            .column("at", Sample::at)
            .column("truth", Sample::truth)
            .column("amount", Sample::amount)
            .column("fen", Sample::fen)
            .column("counted", Sample::counted)
            .column("whole", Sample::whole)
            .unsigned("version", Sample::version)
            .column("bytes", sample -> HexFormat.of().parseHex(sample.hexBytes()))
            .column("short", Sample::shortText)
            .column("text", Sample::text)
            .column("numbers", sample -> new int[] {-sample.text().length(), 300})
            .key("text")
            .version("version")
            .build();

    private static final Sample LEAST = new Sample(
            "",
            null,
            "",
            0L,
            Integer.MIN_VALUE,
            0,
            null,
            new BigDecimal("-9999999999999999999999999999.9999999999"),
            false,
            Instant.parse("1900-01-01T00:00:00Z"),
            Instant.EPOCH,
            LocalDate.of(1970, 1, 1),
            LocalDate.of(1900, 1, 1),
            "red");

    private static final Sample MOST = new Sample(
            "红旗 ' \\ \t \n 😀",
            "亿元",
            "00C301FF",
            -1L,
            Integer.MAX_VALUE,
            4_294_967_295L,
            Long.MIN_VALUE,
            new BigDecimal("9999999999999999999999999999.9999999999"),
            true,
            Instant.parse("2299-12-31T23:59:59.999Z"),
            Instant.parse("2106-02-07T06:28:15Z"),
            LocalDate.of(2149, 6, 6),
            LocalDate.of(2299, 12, 31),
            "black");

    @Test
    void everyKindOfValueArrivesAsItWasSent() throws Exception {
        try (NativeInserter inserter = new NativeInserter(database.access(), TYPES, MAPPING.columns(), Ticker.SYSTEM)) {
            inserter.insert(
                    List.of(MAPPING.rowsOf(LEAST).get(0), MAPPING.rowsOf(MOST).get(0)));
        }

        assertThat(database.execute("SELECT short, hex(bytes), version, whole, counted, fen, amount, truth,"
                        + " toTimeZone(at, 'UTC'), toTimeZone(hour, 'UTC'), day, far_day, level, numbers, unnamed, hex(text), computed = upper(text) FROM "
                        + TYPES
                        + " ORDER BY version"))
                .isEqualTo(String.join(
                        "\n",
                        "\\N\t\t0\t-2147483648\t0\t\\N\t-9999999999999999999999999999.9999999999\tfalse"
                                + "\t1900-01-01 00:00:00.000\t1970-01-01 00:00:00\t1970-01-01\t1900-01-01\tred\t[0,300]\t7\t\t1",
                        "亿元\t00C301FF\t18446744073709551615\t2147483647\t4294967295\t-9223372036854775808"
                                + "\t9999999999999999999999999999.9999999999\ttrue\t2299-12-31 23:59:59.999\t2106-02-07 06:28:15\t2149-06-06\t2299-12-31\tblack\t[-13,300]\t7\t"
                                + HexFormat.of()
                                        .withUpperCase()
                                        .formatHex(MOST.text().getBytes(StandardCharsets.UTF_8)) + "\t1"));
    }

    /** More than a block holds, and more different texts than a byte can tell apart. */
    @Test
    void everyRowOfALargeBatchArrivesWithItsOwnValues() throws Exception {
        List<Row> rows = IntStream.range(0, 5_000)
                .mapToObj(number -> new Sample(
                        "text " + number,
                        number % 3 == 0 ? null : "short " + number % 1_000,
                        "",
                        (long) number,
                        -number,
                        number,
                        number % 2 == 0 ? null : (long) number,
                        BigDecimal.valueOf(number, 2),
                        number % 2 == 0,
                        Instant.EPOCH.plusSeconds(number),
                        Instant.EPOCH.plusSeconds(number),
                        LocalDate.EPOCH.plusDays(number),
                        LocalDate.EPOCH.minusDays(number),
                        number % 2 == 0 ? "red" : "black"))
                .map(sample -> MAPPING.rowsOf(sample).get(0))
                .toList();
        try (NativeInserter inserter = new NativeInserter(database.access(), TYPES, MAPPING.columns(), Ticker.SYSTEM)) {
            inserter.insert(rows);
        }

        assertThat(database.number("SELECT count() FROM " + TYPES + " WHERE text = concat('text ', toString(version))"
                        + " AND short IS NOT DISTINCT FROM if(version % 3 = 0, NULL, concat('short ', toString(version % 1000)))"
                        + " AND whole = -toInt64(version) AND counted = version"
                        + " AND fen IS NOT DISTINCT FROM if(version % 2 = 0, NULL, toInt64(version))"
                        + " AND amount * 100 = version AND truth = (version % 2 = 0) AND toUnixTimestamp(at) = version"
                        + " AND toUnixTimestamp(hour) = version AND day = toDate('1970-01-01') + version"
                        + " AND far_day = toDate32('1970-01-01') - version AND level = if(version % 2 = 0, 'red', 'black')"
                        + " AND numbers = [-length(text), 300]"))
                .isEqualTo(5_000);
        assertThat(database.number("SELECT count() FROM " + TYPES)).isEqualTo(5_000);
        assertThat(database.number("SELECT count() FROM system.parts WHERE active AND table = 'dead_letter_log'"))
                .as("what was sent at once is one part")
                .isEqualTo(1);
    }

    @Test
    void aRowThatCannotBeWrittenIsNamedByItsPlaceAndTheNextBatchIsClean() throws Exception {
        Sample wrong = new Sample(
                "x",
                null,
                "",
                1L,
                0,
                0,
                null,
                BigDecimal.ONE,
                true,
                Instant.EPOCH,
                Instant.EPOCH,
                LocalDate.EPOCH,
                LocalDate.EPOCH,
                "green");
        try (NativeInserter inserter = new NativeInserter(database.access(), TYPES, MAPPING.columns(), Ticker.SYSTEM)) {
            assertThatThrownBy(() -> inserter.insert(List.of(
                            MAPPING.rowsOf(LEAST).get(0), MAPPING.rowsOf(wrong).get(0))))
                    .isInstanceOfSatisfying(InsertFailure.class, failure -> assertThat(failure.row())
                            .hasValue(1))
                    .hasMessageContaining("cannot hold String green");
            inserter.insert(List.of(MAPPING.rowsOf(LEAST).get(0)));
        }

        assertThat(database.number("SELECT count() FROM " + TYPES)).isEqualTo(1);
    }

    @ParameterizedTest(name = "in batches of {0}")
    @ValueSource(ints = {1_000, 10_000, 50_000})
    void howFastIndicatorsGoIn(int batch) throws Exception {
        List<Row> rows = LongStream.range(0, batch)
                .mapToObj(number -> NumberedIndicators.MAPPING.rowsOf(number).get(0))
                .toList();
        try (NativeInserter inserter = new NativeInserter(
                database.access(), RealDatabase.TABLE, NumberedIndicators.MAPPING.columns(), Ticker.SYSTEM)) {
            insertFor(1, inserter, rows);
            double perSecond = insertFor(3, inserter, rows);
            System.out.printf(
                    Locale.ROOT,
                    "indicator rows of about %d bytes in batches of %,d: %,.0f rows/s%n",
                    rows.get(0).bytes(),
                    batch,
                    perSecond);
        }
        assertThat(database.rows()).isEqualTo(batch);
        database.createTable();
    }

    private static double insertFor(int seconds, NativeInserter inserter, List<Row> rows) throws InsertFailure {
        long begun = System.nanoTime();
        long inserted = 0;
        double elapsed = 0;
        while (elapsed < seconds) {
            inserter.insert(rows);
            inserted += rows.size();
            elapsed = (System.nanoTime() - begun) / 1e9;
        }
        return inserted / elapsed;
    }
}

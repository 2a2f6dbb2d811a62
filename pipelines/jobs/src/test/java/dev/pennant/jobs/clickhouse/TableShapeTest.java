package dev.pennant.jobs.clickhouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TableShapeTest {

    static List<Arguments> values() {
        return List.of(
                fits("Int32", Integer.MIN_VALUE),
                fits("Int32", 2_147_483_647L),
                refused("Int32", 2_147_483_648L),
                refused("UInt8", 4_294_967_297L),
                fits("UInt32", 4_294_967_295L),
                refused("UInt32", -1),
                fits("UInt64", new BigInteger("18446744073709551615")),
                refused("UInt64", new BigInteger("18446744073709551616")),
                refused("UInt64", -1L),
                fits("Int64", Long.MIN_VALUE),
                refused("Int64", "12"),
                fits("Decimal(38, 10)", new BigDecimal("9999999999999999999999999999.9999999999")),
                refused("Decimal(38, 10)", new BigDecimal("10000000000000000000000000000")),
                fits("Decimal(38, 10)", new BigDecimal("1.50000000000000")),
                refused("Decimal(38, 10)", new BigDecimal("1.00000000001")),
                fits("Decimal(38, 10)", new BigDecimal("1E+27")),
                fits("Decimal(9, 2)", new BigDecimal("0E+40")),
                refused("Decimal(9, 2)", 12L),
                fits("DateTime64(3, 'UTC')", Instant.parse("2299-12-31T23:59:59.999Z")),
                refused("DateTime64(3, 'UTC')", Instant.parse("2300-01-01T00:00:00Z")),
                refused("DateTime64(3, 'UTC')", Instant.parse("1899-12-31T23:59:59.999Z")),
                fits("DateTime", Instant.EPOCH),
                refused("DateTime('UTC')", Instant.EPOCH.minusSeconds(1)),
                refused("DateTime", 12L),
                fits("Date", LocalDate.of(1970, 1, 1)),
                fits("Date", LocalDate.of(2149, 6, 6)),
                refused("Date", LocalDate.of(2149, 6, 7)),
                refused("Date", LocalDate.of(1969, 12, 31)),
                refused("Date", "2020-10-07"),
                fits("Date32", LocalDate.of(1900, 1, 1)),
                fits("Date32", LocalDate.of(2299, 12, 31)),
                refused("Date32", LocalDate.of(2300, 1, 1)),
                refused("Date32", LocalDate.of(1899, 12, 31)),
                fits("LowCardinality(String)", "月"),
                fits("String", new byte[] {1}),
                refused("String", 1L),
                refused("LowCardinality(String)", null),
                fits("LowCardinality(Nullable(String))", null),
                fits("Nullable(Int64)", null),
                refused("Nullable(Int8)", 128),
                fits("Bool", true),
                refused("Bool", 1),
                fits("Array(UInt16)", new int[] {0, 65_535}),
                refused("Array(UInt16)", new int[] {0, -1}),
                refused("Array(String)", new int[] {1}),
                fits("Enum8('red' = 1, 'black' = 2)", "red"),
                refused("Enum8('red' = 1, 'black' = 2)", "green"),
                refused("UUID", "x"),
                refused("Bool", new Row.Unreadable("no")));
    }

    private static Arguments fits(String type, Object value) {
        return Arguments.of(type, value, true);
    }

    private static Arguments refused(String type, Object value) {
        return Arguments.of(type, value, false);
    }

    @ParameterizedTest(name = "{0} holds {1}: {2}")
    @MethodSource("values")
    void aColumnTakesWhatItCanHoldUnchangedAndNothingElse(String type, Object value, boolean fits) {
        TableColumn column = new TableColumn("x", type, "");

        assertThat(column.takes(value)).isEqualTo(fits);
    }

    @Test
    void anObjectionNamesTheColumnItsTypeAndTheValue() {
        assertThat(new TableColumn("value", "Decimal(9, 2)", "").objection(new BigDecimal("12345678.5")))
                .isEqualTo("column value of type Decimal(9, 2) cannot hold BigDecimal 12345678.5");
        assertThat(new TableColumn("unit", "String", "").objection(null))
                .isEqualTo("column unit of type String takes no null");
    }

    @Test
    void aRowIsWrittenInTheOrderOfTheMappingWhateverTheTablesIs() throws Exception {
        List<TableColumn> columns = List.of(column("b"), new TableColumn("m", "String", "MATERIALIZED"), column("a"));
        TableShape shape = TableShape.match(columns, List.of("a", "b"));

        assertThat(written(shape, new Row(new Object[] {"1", "2"})))
                .isEqualTo("02 01 " + head("a", "String") + " 01 31 " + head("b", "String") + " 01 32");
    }

    @Test
    void aBatchIsWrittenColumnByColumnWithTheTypesThatTheServerCompares() throws Exception {
        TableShape shape = TableShape.match(List.of(column("b"), new TableColumn("a", "Int8", "")), List.of("a", "b"));

        assertThat(written(shape, new Row(new Object[] {1, "x"}), new Row(new Object[] {2, "yz"})))
                .isEqualTo("02 02 " + head("a", "Int8") + " 01 02 " + head("b", "String") + " 01 78 02 79 7a");
    }

    @Test
    void nullsAreToldBeforeTheValuesAndEndsOfArraysBeforeTheirNumbers() throws Exception {
        assertThat(column("Nullable(Int16)", 7, null)).isEqualTo("00 01 07 00 00 00");
        assertThat(column("Nullable(String)", null, "x")).isEqualTo("01 00 00 01 78");
        assertThat(column("Array(Int16)", new int[] {-1, 1}, new int[0], new int[] {2}))
                .isEqualTo(number(2) + " " + number(2) + " " + number(3) + " ff ff 01 00 02 00");
    }

    @Test
    void aDictionaryHasEachValueOnceBehindTheOneThatStandsForNull() throws Exception {
        assertThat(column("LowCardinality(String)", "b", "a", "b"))
                .isEqualTo(number(1) + " 00 06" + " 00".repeat(6) + " " + number(3) + " 00 01 62 01 61 " + number(3)
                        + " 01 02 01");
        assertThat(column("LowCardinality(Nullable(String))", "b", null))
                .isEqualTo(
                        number(1) + " 00 06" + " 00".repeat(6) + " " + number(2) + " 00 01 62 " + number(2) + " 01 00");
    }

    @ParameterizedTest
    @CsvSource({"255, 0, 01", "256, 1, 01 00", "65535, 1, 01 00", "65536, 2, 01 00 00 00"})
    void placesInADictionaryTakeAsManyBytesAsItsKeysNeed(int different, int width, String first) throws Exception {
        Object[] values =
                IntStream.range(0, different).mapToObj(Integer::toString).toArray();

        NativeBytes out = new NativeBytes();
        new TableColumn("x", "LowCardinality(String)", "").write(values, out);
        String written = HexFormat.ofDelimiter(" ").formatHex(out.bytes(), 0, out.length());

        assertThat(written).startsWith(head("x", "LowCardinality(String)") + " " + number(1) + " 0" + width + " 06");
        assertThat(written.substring(written.length() - 3 * different * (1 << width) + 1))
                .startsWith(first);
    }

    @Test
    void moreRowsThanABlockHoldsStandInMoreBlocks() throws Exception {
        TableShape shape = TableShape.match(List.of(new TableColumn("x", "UInt16", "")), List.of("x"));
        int rows = 3 * TableShape.ROWS_OF_A_BLOCK + 1;

        String written = written(
                shape,
                IntStream.range(0, rows)
                        .mapToObj(number -> new Row(new Object[] {number}))
                        .toArray(Row[]::new));

        StringBuilder blocks = new StringBuilder();
        for (int from = 0; from < rows; from += TableShape.ROWS_OF_A_BLOCK) {
            blocks.append(from == 0 ? "" : " ")
                    .append(from + 1 == rows ? "01 01 " : "01 80 10 ")
                    .append(head("x", "UInt16"));
            IntStream.range(from, Math.min(from + TableShape.ROWS_OF_A_BLOCK, rows))
                    .forEach(number -> blocks.append(
                            String.format(Locale.ROOT, " %02x %02x", number & 0xFF, number >> Byte.SIZE)));
        }
        assertThat(written).isEqualTo(blocks.toString());
    }

    @Test
    void theFirstRowThatCannotBeSentIsNamedByItsPlace() throws Exception {
        TableShape shape = TableShape.match(List.of(column("a"), new TableColumn("b", "Int8", "")), List.of("a", "b"));
        Row right = new Row(new Object[] {"x", 1});

        assertThat(shape.objection(List.of(right, right))).isEmpty();
        assertThat(shape.objection(
                        List.of(right, right, new Row(new Object[] {"x", 300}), new Row(new Object[] {null, 300}))))
                .hasValueSatisfying(failure -> {
                    assertThat(failure.row()).hasValue(2);
                    assertThat(failure).hasMessage("column b of type Int8 cannot hold Integer 300");
                });
    }

    @Test
    void shapesAreAlikeWhenWhatIsWrittenForOneIsRightForTheOther() throws Exception {
        TableShape shape =
                TableShape.match(List.of(column("a"), new TableColumn("b", "String", "DEFAULT")), List.of("a"));
        TableShape other = TableShape.match(List.of(new TableColumn("a", "Int8", "")), List.of("a"));

        assertThat(shape.isLike(TableShape.match(List.of(column("a")), List.of("a"))))
                .isTrue();
        assertThat(shape.isLike(other)).isFalse();
    }

    static List<Arguments> bytes() {
        return List.of(
                Arguments.of("Int8", -2, "fe"),
                Arguments.of("UInt16", 65_535, "ff ff"),
                Arguments.of("Int32", -2L, "fe ff ff ff"),
                Arguments.of("UInt64", new BigInteger("18446744073709551615"), "ff ff ff ff ff ff ff ff"),
                Arguments.of("Int128", -2, "fe" + " ff".repeat(15)),
                Arguments.of("Decimal(9, 1)", new BigDecimal("-0.5"), "fb ff ff ff"),
                Arguments.of("Decimal(18, 2)", new BigDecimal("1E+2"), "10 27 00 00 00 00 00 00"),
                Arguments.of("Decimal(38, 10)", new BigDecimal("-1"), "00 1c f4 ab fd" + " ff".repeat(11)),
                Arguments.of("DateTime64(3, 'UTC')", Instant.parse("1969-12-31T23:59:59.999Z"), "ff" + " ff".repeat(7)),
                Arguments.of("DateTime('Asia/Shanghai')", Instant.ofEpochSecond(258), "02 01 00 00"),
                Arguments.of("Date", LocalDate.of(2149, 6, 6), "ff ff"),
                Arguments.of("Date32", LocalDate.of(1969, 12, 31), "ff ff ff ff"),
                Arguments.of("String", "月", "03 e6 9c 88"),
                Arguments.of("String", new byte[200], "c8 01" + " 00".repeat(200)),
                Arguments.of("Bool", true, "01"),
                Arguments.of("Enum8('red' = 1, 'it\\'s' = -1)", "it's", "ff"));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("bytes")
    void aValueStandsInNativeAsClickHouseReadsIt(String type, Object value, String bytes) throws Exception {
        assertThat(new TableColumn("x", type, "").takes(value)).isTrue();
        assertThat(column(type, value)).isEqualTo(bytes);
    }

    /** What stands behind the head of a column with these values. */
    private static String column(String type, Object... values) throws Exception {
        TableShape shape = TableShape.match(List.of(new TableColumn("x", type, "")), List.of("x"));
        Row[] rows = Arrays.stream(values)
                .map(value -> new Row(new Object[] {value}))
                .toArray(Row[]::new);
        String head = "01 0" + rows.length + " " + head("x", type) + " ";
        String written = written(shape, rows);
        assertThat(written).startsWith(head);
        return written.substring(head.length());
    }

    private static String written(TableShape shape, Row... rows) {
        NativeBytes out = new NativeBytes();
        shape.write(List.of(rows), out);
        return HexFormat.ofDelimiter(" ").formatHex(out.bytes(), 0, out.length());
    }

    /** A name and a type, each behind its length. */
    private static String head(String name, String type) {
        HexFormat hex = HexFormat.ofDelimiter(" ");
        return hex.formatHex(new byte[] {(byte) name.length()}) + " "
                + hex.formatHex(name.getBytes(StandardCharsets.UTF_8))
                + " " + hex.formatHex(new byte[] {(byte) type.length()}) + " "
                + hex.formatHex(type.getBytes(StandardCharsets.UTF_8));
    }

    private static String number(int small) {
        return "0" + small + " 00".repeat(7);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "grain-oil-food", "红旗", "é at the end: é", "a\u007f"})
    void aTextIsWrittenInUtf8BehindItsLength(String text) {
        for (String written : List.of(text, text + "x".repeat(127 - text.length()), text + "x".repeat(300))) {
            NativeBytes out = new NativeBytes();
            out.put(written);

            byte[] encoded = written.getBytes(StandardCharsets.UTF_8);
            int head = encoded.length < 128 ? 1 : 2;
            assertThat(out.length()).isEqualTo(head + encoded.length);
            assertThat(Arrays.copyOfRange(out.bytes(), head, out.length())).isEqualTo(encoded);
            int length = head == 1 ? out.bytes()[0] : (out.bytes()[0] & 0x7F) | out.bytes()[1] << 7;
            assertThat(length).isEqualTo(encoded.length);
        }
    }

    @Test
    void manyRowsTakeTheRoomTheyNeedAndGiveItBack() {
        NativeBytes out = new NativeBytes();
        for (int row = 0; row < 100_000; row++) {
            out.put(row, Long.BYTES);
        }
        assertThat(out.length()).isEqualTo(800_000);
        assertThat(HexFormat.of().formatHex(out.bytes(), 799_992, 800_000)).isEqualTo("9f86010000000000");

        out.clear();
        out.clear();
        assertThat(out.length()).isZero();
        assertThat(out.bytes()).as("kept for the next batch").hasSizeGreaterThanOrEqualTo(800_000);

        out.put(1, Long.BYTES);
        out.clear();
        assertThat(out.bytes()).as("given back after a small one").hasSizeLessThan(800_000);
    }

    @Test
    void aTableThatIsNotAsTheJobNeedsItIsAReasonToFailAtOnce() {
        assertGivesUp(List.of(column("a")), List.of("a", "b"), "it has no column b; its columns are [a]");
        assertGivesUp(List.of(column("a"), column("b")), List.of("a"), "it needs a value for b String");
        assertGivesUp(
                List.of(new TableColumn("a", "String", "ALIAS")),
                List.of("a"),
                "it computes its column a String ALIAS");
        assertGivesUp(
                List.of(new TableColumn("a", "Array(UUID)", "")),
                List.of("a"),
                "no value of a job goes into its column a Array(UUID)");
    }

    private static void assertGivesUp(List<TableColumn> columns, List<String> mapped, String reason) {
        assertThatThrownBy(() -> TableShape.match(columns, mapped))
                .isInstanceOfSatisfying(InsertFailure.class, failure -> assertThat(failure.remedy())
                        .isEqualTo(Remedy.GIVE_UP))
                .hasMessageContaining(reason);
    }

    private static TableColumn column(String name) {
        return new TableColumn(name, "String", "");
    }
}

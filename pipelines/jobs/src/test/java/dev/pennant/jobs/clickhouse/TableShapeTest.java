package dev.pennant.jobs.clickhouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

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

        assertThat(column.objection(value).isEmpty()).isEqualTo(fits);
    }

    @Test
    void anObjectionNamesTheColumnItsTypeAndTheValue() {
        assertThat(new TableColumn("value", "Decimal(9, 2)", "").objection(new BigDecimal("12345678.5")))
                .contains("column value of type Decimal(9, 2) cannot hold BigDecimal 12345678.5");
        assertThat(new TableColumn("unit", "String", "").objection(null))
                .contains("column unit of type String takes no null");
    }

    @Test
    void aNullTakesTheDefaultOfAColumnThatHasOne() {
        assertThat(new TableColumn("received_at", "DateTime", "DEFAULT").objection(null))
                .isEmpty();
    }

    @Test
    void theInsertCountsEveryColumnOfTheTableWhateverTheMappingNames() throws Exception {
        List<TableColumn> columns = List.of(column("b"), new TableColumn("m", "String", "MATERIALIZED"), column("a"));

        assertThat(TableShape.match("p.t", columns, List.of("a", "b")).insertInto("p.t"))
                .isEqualTo("INSERT INTO p.t VALUES (?, ?, ?)");
    }

    @Test
    void aTableThatIsNotAsTheJobNeedsItIsAReasonToFailAtOnce() {
        assertGivesUp(List.of(column("a")), List.of("a", "b"), "it has no column b; its columns are [a]");
        assertGivesUp(List.of(column("a"), column("b")), List.of("a"), "it needs a value for b String");
        assertGivesUp(
                List.of(new TableColumn("a", "String", "ALIAS")),
                List.of("a"),
                "it computes its column a String ALIAS");
    }

    @Test
    void aColumnAddedOrChangedIsAnotherShape() throws Exception {
        TableShape shape = TableShape.match("p.t", List.of(column("a")), List.of("a"));
        TableColumn added = new TableColumn("b", "String", "DEFAULT");

        assertThat(TableShape.match("p.t", List.of(column("a")), List.of("a")).hasSameColumnsAs(shape))
                .isTrue();
        assertThat(TableShape.match("p.t", List.of(added, column("a")), List.of("a"))
                        .hasSameColumnsAs(shape))
                .isFalse();
        assertThat(TableShape.match("p.t", List.of(new TableColumn("a", "Nullable(String)", "")), List.of("a"))
                        .hasSameColumnsAs(shape))
                .isFalse();
    }

    private static void assertGivesUp(List<TableColumn> columns, List<String> mapped, String reason) {
        assertThatThrownBy(() -> TableShape.match("p.t", columns, mapped))
                .isInstanceOfSatisfying(InsertFailure.class, failure -> assertThat(failure.remedy())
                        .isEqualTo(Remedy.GIVE_UP))
                .hasMessageContaining(reason);
    }

    private static TableColumn column(String name) {
        return new TableColumn(name, "String", "");
    }
}

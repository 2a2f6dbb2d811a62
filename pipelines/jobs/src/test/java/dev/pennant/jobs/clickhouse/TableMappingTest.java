package dev.pennant.jobs.clickhouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.stream.IntStream;
import org.apache.flink.util.InstantiationUtil;
import org.junit.jupiter.api.Test;

class TableMappingTest {

    @Test
    void aVersionBeyondTheSignedRangeIsBoundAsTheUnsignedNumberItIs() {
        Row row = Reading.MAPPING.rowsOf(Reading.numbered(1).withVersion(-1)).get(0);

        assertThat(row.value(5)).isEqualTo(new BigInteger("18446744073709551615"));
    }

    @Test
    void aRejectedRowNamesItsTableAndKeyAndShowsEveryColumnInPlainDigits() {
        Reading reading = new Reading(
                "331022100",
                3,
                new BigDecimal("0E-10"),
                null,
                true,
                Long.MIN_VALUE,
                Instant.parse("2020-11-01T00:00:00.123Z"));

        RejectedRow rejected =
                Reading.MAPPING.rejected(Reading.MAPPING.rowsOf(reading).get(0), "too much");

        assertThat(rejected.table()).isEqualTo("pennant.readings");
        assertThat(rejected.key()).isEqualTo("331022100|3");
        assertThat(rejected.reason()).isEqualTo("too much");
        assertThat(rejected.json())
                .isEqualTo(
                        "{\"unit\":\"331022100\",\"reported\":3,\"value\":0.0000000000,\"base\":null,\"synthetic\":true,"
                                + "\"version\":9223372036854775808,\"updated_at\":\"2020-11-01T00:00:00.123Z\"}");
    }

    @Test
    void bytesAreShownInBase64() {
        TableMapping<String> mapping = TableMapping.<String>into("pennant.raw")
                .column("payload", text -> text.getBytes(StandardCharsets.UTF_8))
                .column("text", text -> text)
                .key("text")
                .build();

        assertThat(mapping.rejected(mapping.rowsOf("红旗").get(0), "").json())
                .isEqualTo("{\"payload\":\"57qi5peX\",\"text\":\"红旗\"}");
    }

    @Test
    void aRowKeepsItsNumberAndOtherKeysAndVersionsHaveOthers() {
        Reading reading = Reading.numbered(7);

        assertThat(offset(reading)).isEqualTo(offset(Reading.numbered(7))).isNotNegative();
        assertThat(IntStream.range(0, 10_000).mapToLong(i -> offset(Reading.numbered(i))))
                .doesNotHaveDuplicates()
                .allMatch(offset -> offset >= 0);
        assertThat(offset(reading)).isNotEqualTo(offset(reading.withVersion(8)));
    }

    private static long offset(Reading reading) {
        return Reading.MAPPING
                .rejected(Reading.MAPPING.rowsOf(reading).get(0), "")
                .offset();
    }

    @Test
    void aValueThatCannotBeReadDoesNotStopTheJobButIsKeptWithItsReason() {
        TableMapping<String> mapping = TableMapping.<String>into("pennant.numbers")
                .column("text", text -> text)
                .column("number", Integer::valueOf)
                .column("shape", text -> text.length() * 0.5)
                .key("text")
                .build();

        RejectedRow rejected = mapping.rejected(mapping.rowsOf("many").get(0), "");

        assertThat(rejected.json())
                .contains("column number could not be read from the job's row")
                .contains("column shape holds a java.lang.Double, which no column takes");
    }

    @Test
    void theSizeOfARowCountsWhatItsTextTakesInUtf8() {
        TableMapping<String> mapping = TableMapping.<String>into("pennant.texts")
                .column("text", text -> text)
                .key("text")
                .build();

        assertThat(mapping.rowsOf("红旗é!").get(0).bytes()).isEqualTo(2 + 3 + 3 + 2 + 1);
        assertThat(mapping.rowsOf(null).get(0).bytes()).isEqualTo(1);
    }

    @Test
    void aMappingTravelsToTheTaskManagers() throws Exception {
        TableMapping<Reading> copy = InstantiationUtil.clone(Reading.MAPPING);

        assertThat(copy.rowsOf(Reading.numbered(4)).get(0).value(1)).isEqualTo(4);
    }

    @Test
    void aMappingThatMakesNoSenseIsRefusedWhenItIsBuilt() {
        assertThatThrownBy(() -> TableMapping.into("readings")).hasMessageContaining("database.table");
        assertThatThrownBy(() -> TableMapping.into("a.b; DROP TABLE c")).hasMessageContaining("database.table");
        assertThatThrownBy(() -> TableMapping.<String>into("a.b").build()).hasMessageContaining("each once");
        assertThatThrownBy(() -> TableMapping.<String>into("a.b")
                        .column("x", text -> text)
                        .column("x", text -> text)
                        .key("x")
                        .build())
                .hasMessageContaining("each once");
        assertThatThrownBy(() -> TableMapping.<String>into("a.b")
                        .column("x", text -> text)
                        .build())
                .hasMessageContaining("must name the columns of its key");
        assertThatThrownBy(() -> TableMapping.<String>into("a.b")
                        .column("x", text -> text)
                        .key("y")
                        .build())
                .hasMessageContaining("has no column y");
    }
}

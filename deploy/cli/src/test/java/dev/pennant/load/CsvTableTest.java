package dev.pennant.load;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvTableTest {
    private static final List<String> COLUMNS = List.of("id", "name", "amount");

    @TempDir
    private Path folder;

    @Test
    void rowsAreReadByTheNamesOfTheirColumnsInAnyOrder() throws IOException {
        TableRow row = rows("amount, name ,id\r\n1.50,  A B ,7\r\n").get(0);

        assertThat(row.value("id")).isEqualTo("7");
        assertThat(row.value("name")).isEqualTo("A B");
        assertThat(row.value("amount")).isEqualTo("1.50");
        assertThat(row.cells()).containsExactly("1.50", "  A B ", "7");
        assertThat(row.header().columns()).containsExactly("amount", "name", "id");
    }

    @Test
    void aRowKnowsThePhysicalLineItStartsOn() throws IOException {
        List<TableRow> rows = rows("id,name,amount\r\n1,\"two\r\nlines\",3\r\n\r\n,,\r\n2,\"a \"\"b\"\", c\",4\n3,x,5");

        assertThat(rows).extracting(TableRow::line).containsExactly(2L, 6L, 7L);
        assertThat(rows).extracting(row -> row.value("name")).containsExactly("two\r\nlines", "a \"b\", c", "x");
    }

    @Test
    void gb18030AndByteOrderMarksMakeNoDifference() throws IOException {
        String text = "id,name,amount\n1,当湖街道,2\n";

        assertThat(rows(text.getBytes(Charset.forName("GB18030"))).get(0).value("name"))
                .isEqualTo("当湖街道");
        assertThat(rows(("\ufeff" + text).getBytes(UTF_8)).get(0).value("name")).isEqualTo("当湖街道");
        assertThat(rows(("\ufeff" + text).getBytes(Charset.forName("GB18030")))
                        .get(0)
                        .value("id"))
                .isEqualTo("1");
    }

    @Test
    void theColumnsOfARejectedFileArePassedOver() throws IOException {
        TableRow row = rows("rejected_line,id,name,amount,rejected_column,rejected_reason\n9,1,a,2,amount,bad\n")
                .get(0);

        assertThat(row.header().columns()).containsExactly("id", "name", "amount");
        assertThat(row.cells()).containsExactly("1", "a", "2");
        assertThat(row.value("amount")).isEqualTo("2");
    }

    @Test
    void aRowOfAnotherLengthIsAFaultOfThatRowOnly() throws IOException {
        List<TableRow> rows = rows("id,name,amount\n1,a\n2,b,1,234.50\n3,c,1,,\n4,d,5\n");

        assertThat(rows.get(0).unreadable()).contains(new RowFault(2, "", "the row has 2 values, the header has 3"));
        assertThat(rows.get(1).unreadable().orElseThrow().toString())
                .startsWith("line 3: the row has 4 values, the header has 3; beyond the last column stands '234.50'");
        assertThat(rows.get(2).unreadable()).isEmpty();
        assertThat(rows.get(3).unreadable()).isEmpty();
    }

    @Test
    void blankColumnsAtTheEndOfTheHeaderDoNotCount() throws IOException {
        assertThat(rows("id,name,amount,,\n1,a,2,,\n").get(0).unreadable()).isEmpty();
    }

    @Test
    void aMissingColumnIsNamed() {
        assertRefused(
                "id,name\n1,a\n",
                "line 1: the header lacks the column 'amount'; expected the columns id,name,amount in any order");
    }

    @Test
    void unknownAndRepeatedAndNamelessColumnsAreNamedWithTheirPlace() {
        assertRefused(
                "\nid,Name,id,,amount,name\n",
                "line 2: the header has the unknown 'Name' in column 2, has 'id' a second time in column 3, has no name in column 4; "
                        + "expected the columns id,name,amount in any order");
    }

    @Test
    void anotherSeparatorIsGuessed() {
        assertRefused("id;name;amount\n1;a;2\n", "in any order, with commas between them");
        assertRefused("id\tname\tamount\n1\ta\t2\n", "in any order, with commas between them");
    }

    @Test
    void aFileWithoutARowOfValuesIsEmpty() {
        assertRefused("", ": it is empty; expected a header row with id,name,amount");
        assertRefused("\ufeff", ": it is empty; expected a header row with id,name,amount");
        assertRefused("\r\n  \r\n,,\n", ": it is empty; expected a header row with id,name,amount");
    }

    @Test
    void aHeaderAloneIsATableWithoutRows() throws IOException {
        assertThat(rows("id,name,amount")).isEmpty();
    }

    @Test
    void aQuoteThatIsNeverClosedIsRefusedWhereItsRecordBegins() {
        String refusal = "the record that begins here is no valid CSV";
        assertRefused("id,name,amount\n1,a,2\n2,\"b,3\n4,c,5\n", ", line 3: " + refusal);
        assertRefused("id,name,amount\n2,b,\"3\"\"", ", line 2: " + refusal);
        assertRefused("id,name,amount\n1,\"" + "x\n".repeat(200_000), ", line 2: " + refusal);
        assertRefused("\"id,name,amount\n", ", line 1: " + refusal);
    }

    @Test
    void aCarriageReturnAtTheEndOfAQuotedValueIsPartOfIt() throws IOException {
        List<TableRow> rows = rows("id,name,amount\n1,a,\"2\r\"\n2,\"x\ry\nz\",3\n3,b,4\n");

        assertThat(rows).extracting(TableRow::line).containsExactly(2L, 4L, 7L);
        assertThat(rows.get(0).cells()).containsExactly("1", "a", "2\r");
    }

    @Test
    void textAfterAClosingQuoteIsRefusedWhereItsRecordBegins() {
        assertRefused("id,name,amount\n1,a,2\n2,\"b\"c,3\n", ", line 3: the record that begins here is no valid CSV");
    }

    @Test
    void anOldWorkbookIsRefusedWithAdvice() throws IOException {
        byte[] old = {(byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0, (byte) 0xa1, (byte) 0xb1, 0x1a, (byte) 0xe1, 0, 0};
        Path file = Files.write(folder.resolve("old.xls"), old);

        assertThatThrownBy(() -> Table.open(file, COLUMNS, Optional.empty()))
                .isInstanceOf(RefusedFileException.class)
                .hasMessageContaining("save it as .xlsx");
    }

    private void assertRefused(String content, String message) {
        assertThatThrownBy(() -> rows(content))
                .isInstanceOf(RefusedFileException.class)
                .hasMessageStartingWith(folder.toString())
                .hasMessageContaining(message);
    }

    private List<TableRow> rows(String content) throws IOException {
        return rows(content.getBytes(UTF_8));
    }

    private List<TableRow> rows(byte[] content) throws IOException {
        Path file = Files.write(Files.createTempFile(folder, "table", ".csv"), content);
        List<TableRow> rows = new ArrayList<>();
        try (Table table = Table.open(file, COLUMNS, Optional.empty())) {
            for (Optional<TableRow> row = table.next(); row.isPresent(); row = table.next()) {
                rows.add(row.get());
            }
        }
        return rows;
    }
}

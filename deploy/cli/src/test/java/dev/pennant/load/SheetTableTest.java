package dev.pennant.load;

import static dev.pennant.load.HandmadeWorkbook.number;
import static dev.pennant.load.HandmadeWorkbook.text;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SheetTableTest {
    private static final List<String> COLUMNS = List.of("id", "name", "amount");

    @TempDir
    private Path folder;

    @Test
    void theFirstSheetIsReadByTheNamesOfItsColumns() throws IOException {
        Path file = folder.resolve("book.xlsx");
        try (OutputStream bytes = Files.newOutputStream(file);
                Workbook book = new Workbook(bytes, "test", "1.0")) {
            Worksheet sheet = book.newWorksheet("报表");
            write(sheet, 1, "amount", "name", "id");
            write(sheet, 3, 1234.5, "当湖\n街道", "0330482001");
            sheet.value(4, 1, " ");
            write(sheet, 5, 2, "", "x");
            book.newWorksheet("other").value(0, 0, "not read");
        }

        List<TableRow> rows = rows(file);

        assertThat(rows).extracting(TableRow::line).containsExactly(4L, 6L);
        assertThat(rows.get(0).cells()).containsExactly("1234.5", "当湖\n街道", "0330482001");
        assertThat(rows.get(1).cells()).containsExactly("2", "", "x");
        assertThat(rows).allSatisfy(row -> assertThat(row.unreadable()).isEmpty());
    }

    @Test
    void datesAreIsoTextAsPreciseAsTheirFormat() throws IOException {
        Path file = folder.resolve("dates.xlsx");
        try (OutputStream bytes = Files.newOutputStream(file);
                Workbook book = new Workbook(bytes, "test", "1.0")) {
            Worksheet sheet = book.newWorksheet("dates");
            write(sheet, 0, "id", "name", "amount");
            sheet.value(1, 0, LocalDate.of(2020, 10, 1));
            sheet.style(1, 0).format("yyyy-mm").set();
            sheet.value(1, 1, LocalDate.of(2020, 10, 7));
            sheet.style(1, 1).format("yyyy/m/d").set();
            sheet.value(1, 2, LocalDateTime.of(2020, 11, 18, 9, 30));
            sheet.style(1, 2).format("yyyy-mm-dd hh:mm").set();
        }

        assertThat(rows(file).get(0).cells()).containsExactly("2020-10", "2020-10-07", "2020-11-18T09:30");
    }

    @Test
    void chineseAndBuiltInDateFormatsAreKnown() throws IOException {
        HandmadeWorkbook book = new HandmadeWorkbook();
        int chineseMonth = book.format("yyyy\"年\"m\"月\";@");
        int builtInMonth = book.format("57");
        int midMonth = book.format("17");
        book.row(1, text("A1", "id"), text("B1", "name"), text("C1", "amount"))
                .row(
                        2,
                        number("A2", "44105", chineseMonth),
                        number("B2", "44105", builtInMonth),
                        number("C2", "44111", midMonth));

        assertThat(rows(book.write(folder.resolve("chinese.xlsx"))).get(0).cells())
                .containsExactly("2020-10", "2020-10", "2020-10-07");
    }

    @Test
    void daysAreCountedFrom1904WhereTheWorkbookSaysSo() throws IOException {
        HandmadeWorkbook book = new HandmadeWorkbook().properties("date1904=\"1\"");
        int day = book.format("14");
        book.row(1, text("A1", "id"), text("B1", "name"), text("C1", "amount"))
                .row(2, number("A2", "42649", day), number("B2", "0.5", day), number("C2", "42649.5", day));

        assertThat(rows(book.write(folder.resolve("mac.xlsx"))).get(0).cells())
                .containsExactly("2020-10-07", "1904-01-01T12:00", "2020-10-07T12:00");
    }

    @Test
    void numbersAreAsWrittenWithinTheFifteenDigitsOfASpreadsheet() throws IOException {
        Path file = new HandmadeWorkbook()
                .row(null, text("A1", "id"), text("B1", "name"), text("C1", "amount"))
                .row(null, number("A2", "1.1000000000000001"), number("B2", "1.4355E10"), number("C2", "100.00"))
                .row(null, number("A3", "143550000.28999999"), number("B3", "330482001"), number("C3", "-0.10"))
                .withoutStyles()
                .write(folder.resolve("numbers.xlsx"));

        List<TableRow> rows = rows(file);

        assertThat(rows.get(0).cells()).containsExactly("1.1", "14355000000", "100.00");
        assertThat(rows.get(1).cells()).containsExactly("143550000.29", "330482001", "-0.10");
    }

    @Test
    void aCellThatLostItsValueIsAFaultOfItsRow() throws IOException {
        Path file = new HandmadeWorkbook()
                .row(1, text("A1", "id"), text("B1", "name"), text("C1", "amount"))
                .row(2, number("A2", "9.1330482000000102E17"), text("B2", "a"), number("C2", "1"))
                .row(3, text("A3", "x"), text("B3", "b"), "<c r=\"C3\" t=\"e\"><v>#REF!</v></c>")
                .row(4, text("A4", "y"), text("B4", "c"), "<c r=\"C4\"><f>SUM(C2:C3)</f></c>")
                .row(5, text("A5", "z"), text("B5", "d"), "<c r=\"C5\"><f>SUM(C2:C2)</f><v>1.25</v></c>")
                .write(folder.resolve("faults.xlsx"));

        List<TableRow> rows = rows(file);

        assertThat(rows.get(0).unreadable().orElseThrow().toString())
                .startsWith("line 2, column id: the cell is a number of more than 15 digits");
        assertThat(rows.get(1).unreadable()).contains(new RowFault(3, "amount", "the cell holds the error #REF!"));
        assertThat(rows.get(2).unreadable().orElseThrow().reason())
                .startsWith("the cell holds a formula without a result");
        assertThat(rows.get(3).unreadable()).isEmpty();
        assertThat(rows.get(3).value("amount")).isEqualTo("1.25");
    }

    @Test
    void aFormulaWithAnEmptyResultIsDoubtedWhereAValueIsNeeded() throws IOException {
        Path file = new HandmadeWorkbook()
                .row(1, text("A1", "id"), text("B1", "name"), text("C1", "amount"))
                .row(2, text("A2", "x"), "<c r=\"B2\" t=\"str\"><f>IF(1,\"\")</f><v></v></c>", number("C2", "1"))
                .row(3, text("A3", "y"), text("B3", "b"), "<c r=\"C3\"><f>SUM(C2:C2)</f><v/></c>")
                .row(4, "<c r=\"A4\" t=\"str\"><f>IF(1,\"\")</f><v></v></c>")
                .write(folder.resolve("formulas.xlsx"));

        List<TableRow> rows = rows(file);

        assertThat(rows).extracting(TableRow::line).containsExactly(2L, 3L);
        assertThat(rows).allSatisfy(row -> assertThat(row.unreadable()).isEmpty());
        assertThat(rows.get(0).value("name")).isEmpty();
        assertThat(rows.get(0).fault("amount", "is odd").reason()).isEqualTo("is odd");
        assertThat(rows.get(1).fault("amount", "is empty").reason())
                .isEqualTo("is empty (the cell holds a formula without a result;"
                        + " open and save the workbook in a spreadsheet)");
    }

    @Test
    void whatIsNoWorkbookIsRefused() throws IOException {
        byte[] whole = Files.readAllBytes(new HandmadeWorkbook()
                .row(1, text("A1", "id"), text("B1", "name"), text("C1", "amount"))
                .write(folder.resolve("whole.xlsx")));
        Path half = Files.write(folder.resolve("half.xlsx"), Arrays.copyOf(whole, whole.length / 2));
        Path zip = Files.write(folder.resolve("other.xlsx"), "PK\3\4 but nothing more".getBytes(UTF_8));

        assertThatThrownBy(() -> rows(half))
                .isInstanceOf(RefusedFileException.class)
                .hasMessageContaining("no .xlsx workbook");
        assertThatThrownBy(() -> rows(zip))
                .isInstanceOf(RefusedFileException.class)
                .hasMessageContaining("no .xlsx workbook");
    }

    @Test
    void anEmptySheetIsRefusedLikeAnEmptyFile() throws IOException {
        Path file = new HandmadeWorkbook().write(folder.resolve("empty.xlsx"));

        assertThatThrownBy(() -> rows(file))
                .hasMessage(file + ": it is empty; expected a header row with id,name,amount");
    }

    private static void write(Worksheet sheet, int row, Object... values) {
        for (int column = 0; column < values.length; column++) {
            if (values[column] instanceof Number number) {
                sheet.value(row, column, number);
            } else {
                sheet.value(row, column, values[column].toString());
            }
        }
    }

    private static List<TableRow> rows(Path file) throws IOException {
        List<TableRow> rows = new ArrayList<>();
        try (Table table = Table.open(file, COLUMNS, Optional.empty())) {
            assertThat(table.encoding()).isEqualTo("xlsx");
            for (Optional<TableRow> row = table.next(); row.isPresent(); row = table.next()) {
                rows.add(row.get());
            }
        }
        return rows;
    }
}

package dev.pennant.load;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pennant.schemas.event.RetailReceipt;
import dev.pennant.schemas.event.StoreRegistration;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.function.Consumer;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportRetailTest {
    private static final String RECEIPTS = "retail-receipts";
    private static final String GOOD = "S1,20201007000001,2020-10-07T14:23:05,catering,38.50,store\n";

    @TempDir
    private Path folder;

    @Test
    void aStoreIsKeyedByItsFirstDayAndOwnedByItself() throws IOException {
        Message message = only("stores", ImportFixture.STORES + "S1,当湖超市,330482001,2020-01-15\n");

        assertThat(message.owner()).isEqualTo("S1");
        assertThat(message.key()).isEqualTo("S1|2020-01-15");
        assertThat(ImportFixture.store(message))
                .isEqualTo(new StoreRegistration("S1", "当湖超市", "330482001", "2020-01-15", false));
    }

    @Test
    void aDayOfAWorkbookWhoseCellShowsHoursIsADay() throws IOException {
        Path file = workbook("stores.xlsx", ImportFixture.STORES, sheet -> {
            for (int row = 1; row <= 2; row++) {
                sheet.value(row, 0, "S" + row);
                sheet.value(row, 1, "当湖超市");
                sheet.value(row, 2, "330482001");
                sheet.value(row, 3, LocalDateTime.of(2020, 1, 15, row == 1 ? 0 : 8, 0));
                sheet.style(row, 3).format("yyyy-mm-dd hh:mm:ss").set();
            }
        });
        ImportFixture fixture = new ImportFixture(folder, false);

        ImportedFile imported = fixture.imported("stores", file);

        assertThat(fixture.sender().messages()).singleElement().satisfies(message -> assertThat(
                        ImportFixture.store(message))
                .isEqualTo(new StoreRegistration("S1", "当湖超市", "330482001", "2020-01-15", false)));
        assertThat(imported.firstFaults()).singleElement().satisfies(fault -> assertThat(fault.reason())
                .startsWith("'2020-01-15T08:00' is not a day"));
    }

    @Test
    void aReceiptIsExactToTheFenAndKeyedByItsStore() throws IOException {
        Message message = only(RECEIPTS, ImportFixture.RECEIPTS + GOOD);

        assertThat(message.owner()).isEqualTo("S1");
        assertThat(message.key()).isEqualTo("S1");
        assertThat(ImportFixture.receipt(message))
                .isEqualTo(new RetailReceipt(
                        "S1",
                        20201007000001L,
                        Instant.parse("2020-10-07T06:23:05Z"),
                        "catering",
                        3850L,
                        "store",
                        false));
    }

    @Test
    void aRefundIsNegative() throws IOException {
        assertThat(receipt("S1,7,2020-10-07T14:23,catering,-0.05,online\n").getAmount())
                .isEqualTo(-5);
    }

    @Test
    void aNumberHasAll64BitsOfAnUnsignedOne() throws IOException {
        assertThat(receipt("S1,18446744073709551615,2020-10-07T14:23,catering,1,store\n")
                        .getReceiptNo())
                .isEqualTo(-1);
        assertThat(receipt("S1,0,2020-10-07T14:23,catering,1,store\n").getReceiptNo())
                .isZero();
    }

    @Test
    void aCategoryThatTheCatalogueDoesNotKnowIsSentAsItIs() throws IOException {
        assertThat(receipt("S1,1,2020-10-07T14:23,玩具,1,store\n").getCategory()).isEqualTo("玩具");
    }

    @Test
    void categoriesThatTheCatalogueDoesNotKnowAreSaidOfTheirFile() throws IOException {
        ImportFixture fixture = new ImportFixture(folder, false);

        ImportedFile unknown = fixture.imported(
                RECEIPTS,
                ImportFixture.RECEIPTS
                        + GOOD
                        + inCategory("餐饮")
                        + inCategory("nonsense")
                        + inCategory("餐饮")
                        + inCategory("other")
                        + inCategory("other,")
                        + inCategory(""));
        ImportedFile known = fixture.imported(RECEIPTS, ImportFixture.RECEIPTS + GOOD + inCategory("other"));
        ImportedFile one = fixture.imported(RECEIPTS, ImportFixture.RECEIPTS + inCategory("Catering"));
        ImportedFile many = fixture.imported(
                RECEIPTS,
                ImportFixture.RECEIPTS
                        + inCategory("a")
                        + inCategory("b")
                        + inCategory("c")
                        + inCategory("d")
                        + inCategory("e")
                        + inCategory("a")
                        + inCategory("f"));

        assertThat(unknown.remark())
                .contains("4 rows name a category that the catalogue does not know ('餐饮', 'nonsense', an empty one);"
                        + " they count under other.");
        assertThat(unknown.rejected()).isEqualTo(1);
        assertThat(known.remark()).isEmpty();
        assertThat(known.isComplete()).isTrue();
        assertThat(one.remark())
                .contains(
                        "1 row names a category that the catalogue does not know ('Catering'); it counts under other.");
        assertThat(one.isComplete()).isTrue();
        assertThat(many.remark())
                .contains("7 rows name a category that the catalogue does not know ('a', 'b', 'c', 'd', 'e', …);"
                        + " they count under other.");
    }

    @Test
    void aTimeIsOneInChinaUnlessItSaysOtherwise() throws IOException {
        assertThat(soldAt("2020-10-07T00:00")).isEqualTo(Instant.parse("2020-10-06T16:00:00Z"));
        assertThat(soldAt("2020-10-07T23:59:59.999")).isEqualTo(Instant.parse("2020-10-07T15:59:59.999Z"));
        assertThat(soldAt("2020-10-07T14:23:05Z")).isEqualTo(Instant.parse("2020-10-07T14:23:05Z"));
        assertThat(soldAt("2020-02-29T08:00:00")).isEqualTo(Instant.parse("2020-02-29T00:00:00Z"));
    }

    @Test
    void aWorkbookIsReadLikeACsvFile() throws IOException {
        Path file = workbook("receipts.xlsx", ImportFixture.RECEIPTS, sheet -> {
            sheet.value(1, 0, "S1");
            sheet.value(1, 1, 20201007000001L);
            sheet.value(1, 2, LocalDateTime.of(2020, 10, 7, 14, 23, 5));
            sheet.style(1, 2).format("yyyy-mm-dd hh:mm:ss").set();
            sheet.value(1, 3, "catering");
            sheet.value(1, 4, 38.5);
            sheet.value(1, 5, "store");
        });
        ImportFixture fixture = new ImportFixture(folder, false);

        ImportedFile imported = fixture.imported(RECEIPTS, file);

        assertThat(imported.firstFaults()).isEmpty();
        assertThat(ImportFixture.receipt(fixture.sender().messages().get(0)))
                .isEqualTo(ImportFixture.receipt(only(RECEIPTS, ImportFixture.RECEIPTS + GOOD)));
    }

    @Test
    void whatIsMadeUpIsMarkedSo() throws IOException {
        ImportFixture fixture = new ImportFixture(folder, true);
        fixture.imported("stores", ImportFixture.STORES + "S1,当湖超市,330482001,2020-01-15\n");
        fixture.imported(RECEIPTS, ImportFixture.RECEIPTS + GOOD);

        assertThat(fixture.sender().messages())
                .satisfiesExactly(
                        store -> assertThat(ImportFixture.store(store).getSynthetic())
                                .isTrue(),
                        receipt -> assertThat(ImportFixture.receipt(receipt).getSynthetic())
                                .isTrue());
    }

    @Test
    void eachMistakeInAReceiptIsNamedWithItsColumn() throws IOException {
        assertReceiptFault("S1,1,2020-10-07T14:23,catering,0,store\n", "amount", "is zero");
        assertReceiptFault("S1,1,2020-10-07T14:23,catering,,store\n", "amount", "is empty");
        assertReceiptFault(
                "S1,1,2020-10-07T14:23,catering,1.005,store\n", "amount", "'1.005' has more than two decimals");
        assertReceiptFault("S1,1,2020-10-07T14:23,catering,99999999,store\n", "amount", "the most one receipt");
        assertReceiptFault("S1,1,2020-10-07T14:23,catering,-99999999,store\n", "amount", "the most one receipt");
        assertReceiptFault(
                "S1,1,2020-12-09T14:23,catering,1,store\n",
                "sold_at",
                "2020-12-09T14:23:00 is after the receipt was received, at 2020-12-01T08:00:00, by more than the 24 hours");
        assertReceiptFault("S1,1,1999-12-31T14:23,catering,1,store\n", "sold_at", "the first day that is counted");
        assertReceiptFault("S1,1,2020-10-07 14:23,catering,1,store\n", "sold_at", "is not a time like");
        assertReceiptFault("S1,1,2020-02-30T14:23:00,catering,1,store\n", "sold_at", "is not a time like");
        assertReceiptFault("S1,1,2020-10-07T24:00:00,catering,1,store\n", "sold_at", "is not a time like");
        assertReceiptFault("S1,A-1,2020-10-07T14:23,catering,1,store\n", "receipt_no", "'A-1' is not a whole number");
        assertReceiptFault("S1,-1,2020-10-07T14:23,catering,1,store\n", "receipt_no", "'-1' is not a whole number");
        assertReceiptFault("S1,,2020-10-07T14:23,catering,1,store\n", "receipt_no", "'' is not a whole number");
        assertReceiptFault(
                "S1,18446744073709551616,2020-10-07T14:23,catering,1,store\n", "receipt_no", "is not a whole number");
        assertReceiptFault(
                "S1,2.0201007E+13,2020-10-07T14:23,catering,1,store\n", "receipt_no", "a spreadsheet has shortened");
        assertReceiptFault("S1,1,2020-10-07T14:23,catering,1,phone\n", "channel", "'phone' is not a channel");
        assertReceiptFault(",1,2020-10-07T14:23,catering,1,store\n", "store_id", "an id has 1 to 64");
    }

    @Test
    void eachMistakeInAStoreIsNamedWithItsColumn() throws IOException {
        assertStoreFault("S1,a,330482999,2020-01-15\n", "unit", "'330482999' is not the code");
        assertStoreFault("S1,a,330482001,2020-01\n", "valid_from", "'2020-01' is not a day");
        assertStoreFault("S1,a,330482001,2020-02-30\n", "valid_from", "'2020-02-30' is not a day");
        assertStoreFault("S1,a,330482001,\n", "valid_from", "'' is not a day");
    }

    /** A workbook of one sheet that begins with the columns of a stream. */
    private Path workbook(String name, String header, Consumer<Worksheet> rows) throws IOException {
        Path file = folder.resolve(name);
        try (OutputStream bytes = Files.newOutputStream(file);
                Workbook book = new Workbook(bytes, "test", "1.0")) {
            Worksheet sheet = book.newWorksheet("表");
            String[] columns = header.strip().split(",", -1);
            for (int column = 0; column < columns.length; column++) {
                sheet.value(0, column, columns[column]);
            }
            rows.accept(sheet);
        }
        return file;
    }

    private static String inCategory(String category) {
        return "S1,1,2020-10-07T14:23," + category + ",1,store\n";
    }

    private Instant soldAt(String text) throws IOException {
        return receipt("S1,1," + text + ",catering,1,store\n").getSoldAt();
    }

    private RetailReceipt receipt(String row) throws IOException {
        return ImportFixture.receipt(only(RECEIPTS, ImportFixture.RECEIPTS + row));
    }

    private Message only(String stream, String text) throws IOException {
        ImportFixture fixture = new ImportFixture(folder, false);
        ImportedFile imported = fixture.imported(stream, text);
        assertThat(imported.firstFaults()).isEmpty();
        assertThat(fixture.sender().messages()).hasSize(1);
        return fixture.sender().messages().get(0);
    }

    private void assertReceiptFault(String row, String column, String reason) throws IOException {
        assertFault(RECEIPTS, ImportFixture.RECEIPTS + GOOD + row + GOOD, column, reason);
    }

    private void assertStoreFault(String row, String column, String reason) throws IOException {
        String good = "S1,a,330482001,2020-01-15\n";
        assertFault("stores", ImportFixture.STORES + good + row + good, column, reason);
    }

    private void assertFault(String stream, String text, String column, String reason) throws IOException {
        ImportedFile file = new ImportFixture(folder, false).imported(stream, text);

        assertThat(file.accepted()).as("good neighbours of %s", text).isEqualTo(2);
        assertThat(file.firstFaults()).singleElement().satisfies(fault -> {
            assertThat(fault.line()).isEqualTo(3);
            assertThat(fault.column()).isEqualTo(column);
            assertThat(fault.reason()).contains(reason);
        });
    }
}

package dev.pennant.load;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pennant.core.catalogue.Catalogue;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The receipts of two days, handed in again and again by {@code 2020-10-*.csv}, while their rejected rows are mended. */
class RejectedRowsTest {
    private static final String GOOD = "S1,1,2020-10-06T14:23:05,catering,38.50,store\n";
    private static final String FIRST = "2020-10-06.csv";
    private static final String REJECTED = FIRST + ".rejected.csv";
    private static final String SECOND_REJECTED = FIRST + ".rejected-2.csv";

    @TempDir
    private Path folder;

    private ImportFixture fixture;

    @BeforeEach
    void begin() throws IOException {
        fixture = new ImportFixture(folder, false);
        write(FIRST, ImportFixture.RECEIPTS + GOOD + receipt(2, "1x") + receipt(3, "y"));
        write("2020-10-07.csv", ImportFixture.RECEIPTS + receipt(4, "4"));
    }

    @Test
    void aMendedRowIsTakenByTheSameGlobAndStaysMended() throws IOException {
        importAll();
        mend("1x", "1");
        mend(",y,", ",2,");
        String mended = read(REJECTED);

        List<ImportedFile> again = importAll();

        assertThat(numbersTaken()).containsExactly(1L, 4L, 1L, 2L, 3L, 4L);
        assertThat(again).first().satisfies(original -> {
            assertThat(original.rejected()).isEqualTo(2);
            assertThat(original.rejectedRows()).contains(folder.resolve(SECOND_REJECTED));
        });
        assertThat(again).filteredOn(ImportedFile::isComplete).hasSize(2);
        assertThat(read(REJECTED)).isEqualTo(mended);
        assertThat(read(SECOND_REJECTED)).contains("S1,2,", ",1x,", "S1,3,", ",y,");
        assertThat(names()).containsExactly(FIRST, SECOND_REJECTED, REJECTED, "2020-10-07.csv");
    }

    @Test
    void whatIsMendedInPartLeavesTheRestInAFileOfItsOwn() throws IOException {
        importAll();
        mend("1x", "1");

        ImportedFile mended = imported(folder.resolve(REJECTED));

        assertThat(mended.accepted()).isEqualTo(1);
        assertThat(mended.rejectedRows()).contains(folder.resolve(SECOND_REJECTED));
        assertThat(read(SECOND_REJECTED).lines()).hasSize(2).last().asString().startsWith("S1,3,");
        assertThat(read(REJECTED)).contains("S1,2,2020-10-06T09:00:00,catering,1,store,");
    }

    @Test
    void noFurtherFilesComeHoweverOftenTheSameRowsAreRejected() throws IOException {
        importAll();
        mend("1x", "1");
        importAll();
        importAll();
        SortedMap<String, String> before = contents();

        List<ImportedFile> again = importAll();

        assertThat(contents()).isEqualTo(before);
        assertThat(before).hasSize(5);
        assertThat(again).filteredOn(file -> file.rejected() > 0).allSatisfy(file -> assertThat(file.rejectedRows())
                .isPresent());
    }

    @Test
    void rowsThatNobodyMendedStayWhereTheyAre() throws IOException {
        importAll();
        String before = read(REJECTED);

        List<ImportedFile> again = importAll();

        assertThat(again)
                .extracting(ImportedFile::rejectedRows)
                .containsExactly(
                        Optional.of(folder.resolve(REJECTED)), Optional.of(folder.resolve(REJECTED)), Optional.empty());
        assertThat(read(REJECTED)).isEqualTo(before);
        assertThat(names()).containsExactly(FIRST, REJECTED, "2020-10-07.csv");
    }

    @Test
    void aRowThatComesTooEarlyAtTwoTimesIsTheSameRow() throws IOException {
        Path early = write("2020-12-24.csv", ImportFixture.RECEIPTS + GOOD.replace("2020-10-06", "2020-12-24"));

        importedAt("2020-12-01T00:00:00Z", early);
        ImportedFile later = importedAt("2020-12-01T00:00:01Z", early);

        assertThat(later.rejectedRows()).contains(folder.resolve("2020-12-24.csv.rejected.csv"));
    }

    @Test
    void whateverHasTheNameIsKept() throws IOException {
        String notes = "notes\n\"of my own";
        write(REJECTED, notes);
        Files.createDirectory(folder.resolve(SECOND_REJECTED));

        ImportedFile file = imported(folder.resolve(FIRST));

        assertThat(file.rejectedRows()).contains(folder.resolve(FIRST + ".rejected-3.csv"));
        assertThat(read(REJECTED)).isEqualTo(notes);
    }

    @ParameterizedTest
    @CsvSource({
        "a.csv, a.csv.rejected.csv, a.csv.rejected-2.csv",
        "a.xlsx, a.xlsx.rejected.csv, a.xlsx.rejected-2.csv",
        "a.csv.rejected.csv, a.csv.rejected.csv, a.csv.rejected-2.csv",
        "a.csv.rejected-2.csv, a.csv.rejected-2.csv, a.csv.rejected-3.csv",
        "a.csv.rejected-9.csv, a.csv.rejected-9.csv, a.csv.rejected-10.csv",
        "a.rejected-.csv, a.rejected-.csv.rejected.csv, a.rejected-.csv.rejected-2.csv",
        ".rejected.csv, .rejected.csv.rejected.csv, .rejected.csv.rejected-2.csv",
    })
    void namesAreNumberedOnFromTheFilesOwn(String file, String first, String second) {
        RejectedNames names = RejectedNames.of(folder.resolve(file));

        assertThat(names.at(names.first())).isEqualTo(folder.resolve(first));
        assertThat(names.at(names.first() + 1)).isEqualTo(folder.resolve(second));
    }

    private List<ImportedFile> importAll() throws IOException {
        List<Path> files = new ArrayList<>();
        try (DirectoryStream<Path> glob = Files.newDirectoryStream(folder, "2020-10-*.csv")) {
            glob.forEach(files::add);
        }
        files.sort(null);
        List<ImportedFile> imported = new ArrayList<>();
        for (Path file : files) {
            imported.add(imported(file));
        }
        return imported;
    }

    private ImportedFile imported(Path file) throws IOException {
        return fixture.imported("retail-receipts", file);
    }

    private ImportedFile importedAt(String moment, Path file) throws IOException {
        ImportStream receipts = ImportStreams.of(
                        Catalogue.shipped(), Clock.fixed(Instant.parse(moment), ZoneOffset.UTC), false, AirFeed.USUAL)
                .named("retail-receipts")
                .orElseThrow();
        return new FileImport(receipts, fixture.sender()).run(file, Optional.empty(), (bytes, rows) -> {});
    }

    private void mend(String wrong, String right) throws IOException {
        String rows = read(REJECTED);
        assertThat(rows).contains(wrong);
        write(REJECTED, rows.replaceFirst(wrong, right));
    }

    private List<Long> numbersTaken() {
        return fixture.sender().messages().stream()
                .map(message -> ImportFixture.receipt(message).getReceiptNo())
                .toList();
    }

    private List<String> names() throws IOException {
        return List.copyOf(contents().keySet());
    }

    private SortedMap<String, String> contents() throws IOException {
        SortedMap<String, String> contents = new TreeMap<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                contents.put(file.getFileName().toString(), Files.readString(file));
            }
        }
        return contents;
    }

    private String read(String name) throws IOException {
        return Files.readString(folder.resolve(name), UTF_8);
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private static String receipt(int number, String amount) {
        return "S1," + number + ",2020-10-06T09:00:00,catering," + amount + ",store\n";
    }
}

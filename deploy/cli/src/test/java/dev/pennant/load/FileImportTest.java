package dev.pennant.load;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileImportTest {
    private static final String STREAM = "enterprise-reports";

    @TempDir
    private Path folder;

    private ImportFixture fixture;

    @BeforeEach
    void begin() {
        fixture = new ImportFixture(folder, false);
    }

    @Test
    void rejectedRowsLieBesideTheFileWithLineColumnAndReason() throws IOException {
        ImportedFile file = fixture.imported(
                STREAM,
                """
                revision,enterprise_id,period,revenue,revenue_last_year,retail_sales,retail_sales_last_year,reported_at
                0,E1,2020-10,1,1,,,2020-11-12T09:30
                0,"E
                2",2020-10,"1,000",1,,,2020-11-12T09:30
                0,E3,2020-10,1,1,,
                """);

        assertThat(file.accepted()).isEqualTo(1);
        assertThat(file.rejected()).isEqualTo(2);
        assertThat(file.isComplete()).isFalse();
        assertThat(file.rejectedRows()).contains(folder.resolve(STREAM + ".csv.rejected.csv"));
        assertThat(Files.readString(file.rejectedRows().orElseThrow(), UTF_8))
                .isEqualTo(
                        "\ufeffrevision,enterprise_id,period,revenue,revenue_last_year,retail_sales,retail_sales_last_year,"
                                + "reported_at,rejected_line,rejected_column,rejected_reason\r\n"
                                + "0,\"E\n2\",2020-10,\"1,000\",1,,,2020-11-12T09:30,3,revenue,"
                                + "\"'1,000' is not an amount in yuan like 1234.56, without thousands separators\"\r\n"
                                + "0,E3,2020-10,1,1,,,,5,,\"the row has 7 values, the header has 8\"\r\n");
    }

    @Test
    void aMendedFileOfRejectedRowsIsImportedAsItIs() throws IOException {
        ImportedFile first = fixture.imported(
                STREAM,
                ImportFixture.REPORTS
                        + "E1,2020-10,1,1,,,0,2020-11-12T09:30\nE2,2020-10,\"1,000\",1,,,0,2020-11-12T09:30\n");
        Path rejected = first.rejectedRows().orElseThrow();
        Files.writeString(rejected, Files.readString(rejected).replace("\"1,000\"", "1000"));

        ImportedFile second = fixture.imported(STREAM, rejected);

        assertThat(second.isComplete()).isTrue();
        assertThat(second.encoding()).isEqualTo("UTF-8 with byte order mark");
        assertThat(fixture.sender().messages())
                .extracting(message -> ImportFixture.report(message).getRevenue())
                .containsExactly(100L, 100_000L);
    }

    @Test
    void aFileOfRejectedRowsStaysWhenThereAreNoneAnyLongerForItMayBeMended() throws IOException {
        ImportedFile first = fixture.imported(STREAM, ImportFixture.REPORTS + "E2,2020-10,x,1,,,0,2020-11-12T09:30\n");
        Path rejected = first.rejectedRows().orElseThrow();
        String before = Files.readString(rejected);

        ImportedFile mended = fixture.imported(STREAM, ImportFixture.REPORTS + "E2,2020-10,1,1,,,0,2020-11-12T09:30\n");

        assertThat(mended.rejectedRows()).isEmpty();
        assertThat(names()).containsExactly(STREAM + ".csv", STREAM + ".csv.rejected.csv");
        assertThat(rejected).hasContent(before);
    }

    @Test
    void whatCannotBeReadToItsEndKeepsWhatCameBefore() throws IOException {
        ImportedFile file = fixture.imported(
                STREAM,
                ImportFixture.REPORTS + "E1,2020-10,1,1,,,0,2020-11-12T09:30\nE2,x,1,1,,,0,2020-11-12T09:30\n"
                        + "E3,2020-10,\"1\"5,1,,,0,2020-11-12T09:30\nE4,2020-10,1,1,,,0,2020-11-12T09:30\n");

        assertThat(file.accepted()).isEqualTo(1);
        assertThat(file.rejected()).isEqualTo(1);
        assertThat(file.broken()).get().satisfies(broken -> assertThat(broken).hasMessageContaining(", line 4: "));
        assertThat(names()).containsExactly(STREAM + ".csv", STREAM + ".csv.rejected.csv");
    }

    @Test
    void anUndeliveredImportNamesItsFileAndLeavesNoHalfFileBehind() throws IOException {
        Path file = Files.writeString(
                folder.resolve("reports.csv"),
                ImportFixture.REPORTS + "E1,x,1,1,,,0,2020-11-12T09:30\nE2,2020-10,1,1,,,0,2020-11-12T09:30\n");
        FileImport importing = new FileImport(ImportFixture.stream(STREAM, false), new DeafSender());

        assertThatThrownBy(() -> importing.run(file, Optional.empty(), (bytes, rows) -> {}))
                .isInstanceOf(UndeliveredException.class)
                .hasMessage(
                        file + ": gone; import this file again, and those after it: rows that were taken count once");

        assertThat(names()).containsExactly("reports.csv");
    }

    @Test
    void aKilledImportLeavesNoHalfFileBehind() throws Exception {
        Path file = Files.writeString(
                folder.resolve("reports.csv"),
                ImportFixture.REPORTS + "E1,x,1,1,,,0,2020-11-12T09:30\nE2,2020-10,1,1,,,0,2020-11-12T09:30\n");
        Process importing = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        EndlessImport.class.getName(),
                        file.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader said = importing.inputReader(UTF_8)) {
            assertThat(said.readLine()).isEqualTo(EndlessImport.WAITING);
            assertThat(names()).containsExactly("reports.csv", "reports.csv.rejected.csv.part");

            importing.destroy();
            assertThat(importing.waitFor()).isNotZero();
        } finally {
            importing.destroyForcibly();
        }

        assertThat(names()).containsExactly("reports.csv");
    }

    @Test
    void gb18030IsReadAndSaidSo() throws IOException {
        Path file = Files.write(
                folder.resolve("名录.csv"),
                (ImportFixture.REGISTRY + "E1,平湖市当湖街道商贸,330482001,trade-above-quota,零售业,2020-01,\n")
                        .getBytes(Charset.forName("GB18030")));

        ImportedFile imported = fixture.imported("enterprise-registry", file);

        assertThat(imported.encoding()).isEqualTo("GB18030");
        assertThat(imported.accepted()).isEqualTo(1);
    }

    @Test
    void aRefusedFileSendsNothing() {
        assertThatThrownBy(() -> fixture.imported(STREAM, "enterprise_id;period\nE1;2020-10\n"))
                .isInstanceOf(RefusedFileException.class);
        assertThatThrownBy(() -> fixture.imported(STREAM, "")).isInstanceOf(RefusedFileException.class);

        assertThat(fixture.sender().messages()).isEmpty();
    }

    @Test
    void howFarAnImportIsIsToldOnTheWay() throws IOException {
        Path file = GeneratedReports.write(folder.resolve("reports.csv"), 2_500);
        List<Long> told = new ArrayList<>();

        new FileImport(ImportFixture.stream(STREAM, false), fixture.sender())
                .run(file, Optional.empty(), (bytes, rows) -> {
                    assertThat(bytes)
                            .isPositive()
                            .isLessThanOrEqualTo(file.toFile().length());
                    told.add(rows);
                });

        assertThat(told).containsExactly(1_000L, 2_000L, 2_500L);
    }

    @Test
    void unknownStreamsAreNotFound() {
        ImportStreams streams = new ImportStreams(
                List.of(ImportFixture.stream("enterprise-registry", false), ImportFixture.stream(STREAM, false)));

        assertThat(streams.named("units")).isEmpty();
        assertThat(streams.names()).containsExactly("enterprise-registry", STREAM);
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    /** A broker that has gone away. */
    private static final class DeafSender implements EventSender {
        @Override
        public void send(Message message) {
            throw new UndeliveredException("gone", new IOException("gone"));
        }

        @Override
        public void awaitDelivery() {
            throw new UndeliveredException("gone", new IOException("gone"));
        }

        @Override
        public long acknowledged() {
            return 0;
        }
    }
}

package dev.pennant.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pennant.core.catalogue.Catalogue;
import dev.pennant.load.AirFeed;
import dev.pennant.load.ImportStreams;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class ImportCommandTest {
    @TempDir
    private Path folder;

    private final StringWriter errors = new StringWriter();

    @Test
    void anUnknownStreamIsAUsageErrorThatListsTheKnownOnes() {
        assertThat(run("unit", folder.toString())).isEqualTo(2);
        assertThat(errors.toString())
                .contains(
                        "There is no stream 'unit' to import into; there are enterprise-registry, enterprise-reports, stores, retail-receipts,"
                                + " units, indicator-reports, adjustments, air-stations, air-readings, air-dust-days.");
    }

    @Test
    void theHelpNamesEveryStream() {
        String help = new CommandLine(new ImportCommand(Clock.systemUTC()))
                .getUsageMessage(CommandLine.Help.Ansi.OFF)
                .replaceAll("\\s+", " ");

        assertThat(ImportStreams.of(Catalogue.shipped(), Clock.systemUTC(), false, AirFeed.USUAL)
                        .names())
                .allSatisfy(stream -> assertThat(help).contains(stream));
    }

    @Test
    void aFileThatIsNotThereIsAUsageError() {
        assertThat(run("enterprise-reports", folder.resolve("none.csv").toString()))
                .isEqualTo(2);
        assertThat(errors.toString()).contains("There is no file " + folder.resolve("none.csv") + " that can be read.");
    }

    @Test
    void aFolderIsNoFile() {
        assertThat(run("enterprise-reports", folder.toString())).isEqualTo(2);
    }

    @Test
    void withoutAFileThereIsNothingToImport() {
        assertThat(run("enterprise-reports")).isEqualTo(2);
        assertThat(run()).isEqualTo(2);
    }

    @Test
    void anUnknownEncodingIsAUsageError() {
        assertThat(run("enterprise-reports", folder.toString(), "--encoding", "klingon"))
                .isEqualTo(2);
    }

    private int run(String... arguments) {
        return new CommandLine(new ImportCommand(Clock.systemUTC()))
                .setErr(new PrintWriter(errors, true))
                .execute(arguments);
    }
}

package dev.pennant.bench.imports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pennant.bench.FreePortBase;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class ImportCommandIT {
    @Test
    void smallFilesAreImportedAndShownWhole() {
        StringWriter out = new StringWriter();
        StringWriter messages = new StringWriter();

        int status = new CommandLine(new ImportCommand())
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(messages, true))
                .execute("--readings=8000", "--receipts=20000", "--port-base=" + FreePortBase.find());

        assertThat(status).as(messages + "\n" + out).isZero();
        assertThat(out.toString())
                .contains("8 000 rows of air-readings imported", "20 000 rows of retail-receipts imported")
                .doesNotContain("missed");
    }
}

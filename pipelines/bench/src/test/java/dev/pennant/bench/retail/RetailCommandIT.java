package dev.pennant.bench.retail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pennant.bench.FreePortBase;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class RetailCommandIT {
    @TempDir
    private Path folder;

    @Test
    void aSmallBenchMeasuresTheFloorAndTheJobAndFindsEveryCellEqual() {
        StringWriter out = new StringWriter();
        StringWriter messages = new StringWriter();
        Path results = folder.resolve("retail.md");

        int status = new CommandLine(new RetailCommand())
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(messages, true))
                .execute(
                        "--receipts=200000",
                        "--stores=500",
                        "--cut-off=20000",
                        "--rounds=1",
                        "--turns=2",
                        "--warm-up=200000",
                        "--shape=dense",
                        "--only=seen,speed,rival",
                        "--heap=1",
                        "--data=" + folder.resolve("data"),
                        "--results=" + results,
                        "--port-base=" + FreePortBase.find());

        assertThat(status).as(messages + "\n" + out).isZero();
        assertThat(out.toString())
                .contains("`pennant bench retail --receipts 200000 --stores 500 --cut-off 20000 --rounds 1")
                .contains("dense, job, all tables, of the floor by CPU time")
                .contains("dense, job, all tables, times the plain job's rate")
                .containsPattern("plain job: [1-9]\\d \\d{3} receipts counted, as the oracle has")
                .containsPattern("job, all tables +dead-letters +[1-9]")
                .containsPattern("job, all tables: [1-9]\\d\\d \\d{3} cells equal the batch oracle's")
                .containsPattern(
                        "verify of job, all tables: 200 000 records are accounted for, of which [1-9]\\d* quarantined;"
                                + " [1-9][\\d ]* values equal what SQL makes of the details")
                .doesNotContain("DIFFER");
        assertThat(results).content().isEqualToIgnoringNewLines(out.toString());
    }
}

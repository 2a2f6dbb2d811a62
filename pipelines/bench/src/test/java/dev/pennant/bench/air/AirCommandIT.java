package dev.pennant.bench.air;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pennant.bench.FreePortBase;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class AirCommandIT {
    @TempDir
    private Path folder;

    @Test
    void aSmallBenchEvaluatesAHistoryTwiceAndFindsEveryFigureEqual() {
        StringWriter out = new StringWriter();
        StringWriter messages = new StringWriter();
        Path results = folder.resolve("air.md");

        int status = new CommandLine(new AirCommand())
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(messages, true))
                .execute(
                        "--years=1",
                        "--stations=3",
                        "--heap=1",
                        "--data=" + folder.resolve("data"),
                        "--results=" + results,
                        "--port-base=" + FreePortBase.find());

        assertThat(status).as(messages + "\n" + out).isZero();
        assertThat(out.toString())
                .contains("`pennant bench air --years 1 --stations 3 --heap 1`")
                .contains("core alone: ", "air job: ")
                .contains("equal the batch oracle's")
                .doesNotContain("DIFFER");
        assertThat(results).content().isEqualToIgnoringNewLines(out.toString());
    }
}

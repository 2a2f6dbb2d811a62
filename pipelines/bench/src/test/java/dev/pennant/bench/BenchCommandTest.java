package dev.pennant.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pennant.cli.AddedCommand;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class BenchCommandTest {
    @Test
    void theCommandFindsTheBenchmarks() {
        assertThat(ServiceLoader.load(AddedCommand.class)).hasOnlyElementsOfType(BenchCommand.class);
    }

    @Test
    void withoutANameItListsWhatCanBeMeasured() {
        StringWriter out = new StringWriter();

        int status = new CommandLine(new BenchCommand())
                .setOut(new PrintWriter(out, true))
                .execute();

        assertThat(status).isZero();
        assertThat(out.toString()).contains("pennant bench latency");
    }

    @Test
    void anUnknownNameIsAMistakeInTheCall() {
        StringWriter errors = new StringWriter();

        int status = new CommandLine(new BenchCommand())
                .setErr(new PrintWriter(errors, true))
                .execute("nosuch");

        assertThat(status).isEqualTo(2);
    }

    @Test
    void anUnknownShapeIsRefusedInWordsOfItsOwn() {
        StringWriter errors = new StringWriter();

        int status = new CommandLine(new BenchCommand())
                .setErr(new PrintWriter(errors, true))
                .execute("retail", "--shape", "round");

        assertThat(status).isEqualTo(2);
        assertThat(errors.toString())
                .contains("A shape is dense or sparse, not 'round'")
                .doesNotContain("java.lang");
    }
}

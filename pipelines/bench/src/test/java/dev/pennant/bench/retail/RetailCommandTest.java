package dev.pennant.bench.retail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;
import picocli.CommandLine.ExitCode;

class RetailCommandTest {
    @ParameterizedTest
    @CsvSource({
        "--cut-off=0, --cut-off has to be 1 or more: of how many records one cannot be read",
        "--only=variants, --only variants measures nothing without speed",
        "--warm-up=0, --warm-up has to be 1 or more: the sinks write what a job wrote before",
    })
    void whatCannotBeMeasuredIsRefusedBeforeAnythingStarts(String option, String reason) {
        StringWriter messages = new StringWriter();
        int status = new CommandLine(new RetailCommand())
                .setErr(new PrintWriter(messages, true))
                .execute(option);
        assertThat(status).isEqualTo(ExitCode.USAGE);
        assertThat(messages.toString()).startsWith(reason);
    }
}

package dev.pennant.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ExplainCommandTest {
    @TempDir
    private Path folder;

    @Test
    void whatCannotBeAskedForIsSaidBeforeAnythingIsAsked() {
        assertThat(explain("retail-receipt", "2020-10-07").errors())
                .startsWith("There is no indicator or competition 'retail-receipt'; there are service-revenue, ")
                .contains(", jiaxing-service");
        assertThat(explain("retail-receipts", "2020-02-30").errors())
                .startsWith("'2020-02-30' is neither a month like 2020-10 nor a day like 2020-10-07.");
        assertThat(explain("retail-receipts", "2020-02-30").status()).isEqualTo(2);
    }

    @Test
    void anIndicatorIsKnownByItsIdAndByItsTitle() {
        assertThat(explain("retail-receipts", "2020-10-07").errors()).startsWith("There is no stack in ");
        assertThat(explain("零售流水", "2020-10-07").errors()).startsWith("There is no stack in ");
    }

    private CommandCall explain(String indicator, String period) {
        return CommandCall.of("explain", "--data", folder.toString(), "当湖街道", indicator, period);
    }
}

package dev.pennant.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.awaitility.Awaitility;

/** A supplier's correction that takes the cause of an alert away: one trader of the township has sold half a billion yuan more. */
final class Correction {
    static final String ALERT = "growth-negative|retail-above-quota|330482001|2020-11";

    private static final String HEADER =
            "enterprise_id,period,revenue,revenue_last_year,retail_sales,retail_sales_last_year,revision,reported_at\n";
    private static final String CORRECTED =
            "SELECT enterprise, period, revenue + 500000000, base, retail_sales + 500000000, retail_base, revision + 1, '2020-12-20T09:00'"
                    + " FROM enterprise_contributions WHERE unit = '330482001' AND period = '2020-11' AND retail_sales > 0"
                    + " ORDER BY retail_sales DESC LIMIT 1";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Path data;

    Correction(Path data) {
        this.data = data;
    }

    /** Sends it as an import does, and gives how long it took from then until the alert was withdrawn for every reader. */
    Duration sent() throws IOException {
        assertThat(state()).isEqualTo("firing");
        Path file = Files.writeString(
                data.resolveSibling("correction.csv"),
                HEADER + query("analyst", "CSV", CORRECTED).replace("\"", "") + "\n",
                UTF_8);
        CommandCall imported = CommandCall.of(
                "import", "--data", data.toString(), "--synthetic", "enterprise-reports", file.toString());
        long start = System.nanoTime();
        assertThat(imported)
                .extracting(CommandCall::status)
                .as(imported.toString())
                .isEqualTo(0);
        Awaitility.await().atMost(PATIENCE).pollInterval(Duration.ofMillis(20)).until(() -> state().equals(
                        "withdrawn"));
        return Duration.ofNanos(System.nanoTime() - start);
    }

    private String state() {
        return query("wall", "TSV", "SELECT state FROM alerts WHERE alert_id = '" + ALERT + "'");
    }

    private String query(String user, String format, String query) {
        CommandCall answer =
                CommandCall.of("sql", "--data", data.toString(), "--user", user, "--format", format, query);
        assertThat(answer.status()).as(answer.toString()).isZero();
        return answer.out().strip();
    }
}

package dev.pennant.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.awaitility.Awaitility;

/** A result that is settled, and then adjusted: the ranks move, and what was settled stands beside them. */
final class Settled {
    private static final String KEY = "competition = 'jiaxing-service' AND period = '2020-09' AND unit = '330482001'";
    private static final String ADJUSTED =
            """
            competition,period,unit,points,reason,approver,adjusted_at
            jiaxing-service,2020-09,330482001,4.5,服务业大会加分,示例领导小组办公室,2020-12-20T09:00
            """;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Path data;

    Settled(Path data) {
        this.data = data;
    }

    /** Settles and adjusts, and gives how long it took from the import until every reader sees it restated. */
    Duration adjusted() throws IOException {
        assertThat(CommandCall.of("settle", "--data", data.toString(), "jiaxing-service", "2020-09"))
                .satisfies(call -> assertThat(call.status()).isZero())
                .satisfies(call -> assertThat(call.out()).startsWith("Settled: 71 units ranked, 0 not ranked, "));
        assertThat(CommandCall.of("settle", "--data", data.toString(), "jiaxing-service", "2020-09")
                        .status())
                .isEqualTo(1);
        assertThat(standing()).isEqualTo("3\t3\tfalse");
        Path file = Files.writeString(data.resolveSibling("adjustments.csv"), ADJUSTED, UTF_8);
        CommandCall imported =
                CommandCall.of("import", "--data", data.toString(), "--synthetic", "adjustments", file.toString());
        long start = System.nanoTime();
        assertThat(imported.status()).as(imported.toString()).isZero();
        Awaitility.await().atMost(PATIENCE).pollInterval(Duration.ofMillis(20)).until(() -> standing()
                .equals("2\t3\ttrue"));
        Duration taken = Duration.ofNanos(System.nanoTime() - start);
        CommandCall explained =
                CommandCall.of("explain", "--data", data.toString(), "当湖街道", "jiaxing-service", "2020-09");
        assertThat(explained.status()).as(explained.toString()).isZero();
        assertThat(explained.out())
                .containsPattern("rank +2\\n")
                .contains("restated since")
                .contains("服务业大会加分")
                .containsPattern("from 3 to 2: adjustment")
                .containsPattern("passed 曹桥街道 330482003: 2 to 3");
        return taken;
    }

    private String standing() {
        CommandCall answer = CommandCall.of(
                "sql",
                "--data",
                data.toString(),
                "--user",
                "wall",
                "--format",
                "TSV",
                "SELECT rank, settled_rank, restated FROM standings WHERE " + KEY);
        assertThat(answer.status()).as(answer.toString()).isZero();
        return answer.out().strip();
    }
}

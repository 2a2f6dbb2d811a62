package dev.pennant.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.pennant.stack.HouseFolder;
import dev.pennant.stack.Ports;
import dev.pennant.stack.clickhouse.ClickHouseCredentials;
import dev.pennant.stack.clickhouse.ClickHouseUser;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/**
 * The wall's tests in a real browser, of {@code npm run e2e} in {@code dashboards/viewer} those of keys, of contrast on every board and of figures, on
 * a stack that had its season and nothing else.
 */
final class BrowserSuite {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path data;
    private final Ports ports;

    BrowserSuite(Path data, Ports ports) {
        this.data = data;
        this.ports = ports;
    }

    /**
     * How it ended.
     *
     * @param status the exit status
     * @param passed how many tests have passed
     * @param others how many have not, or were left out
     */
    record Outcome(int status, int passed, int others) {}

    /** Runs them, and prints what they say. */
    Outcome run() throws IOException, InterruptedException {
        Path report = data.resolveSibling("wall.json");
        ProcessBuilder builder = new ProcessBuilder(
                        "npm",
                        "run",
                        "--silent",
                        "e2e",
                        "--",
                        "--reporter=verbose",
                        "--reporter=json",
                        "--outputFile.json=" + report,
                        "2-keys",
                        "3-access",
                        "4-figures")
                .directory(HouseFolder.find(Path.of("dashboards", "viewer")).toFile())
                .redirectErrorStream(true);
        builder.environment().putAll(environment());
        Process suite = builder.start();
        try (BufferedReader said = suite.inputReader(UTF_8)) {
            said.lines().forEach(System.out::println);
        }
        int status = suite.waitFor();
        JsonNode counted = JSON.readTree(report.toFile());
        int passed = counted.path("numPassedTests").asInt();
        return new Outcome(status, passed, counted.path("numTotalTests").asInt() - passed);
    }

    private Map<String, String> environment() throws IOException {
        return Map.of(
                "NO_COLOR",
                "1",
                "PENNANT_WALL",
                "http://localhost:" + ports.wall(),
                "PENNANT_CLICKHOUSE",
                ports.clickHouseUri().toString(),
                "PENNANT_WALL_PASSWORD",
                ClickHouseCredentials.read(data).password(ClickHouseUser.WALL));
    }
}

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
import java.util.List;
import java.util.Map;

/** The wall's tests in a real browser, {@code npm run e2e} in {@code dashboards/viewer}, on a stack that had its season. */
final class BrowserSuite {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path data;
    private final Ports ports;
    private final ProcessHandle database;

    /** @param database the process that is halted, and goes on, to see what a screen says in between */
    BrowserSuite(Path data, Ports ports, ProcessHandle database) {
        this.data = data;
        this.ports = ports;
        this.database = database;
    }

    /**
     * How it ended.
     *
     * @param status the exit status
     * @param passed how many tests have passed
     * @param others how many have not, or were left out
     */
    record Outcome(int status, int passed, int others) {}

    /** Runs all of it, and prints what it says. */
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
                        "--outputFile.json=" + report)
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
        String process = Long.toString(database.pid());
        return Map.of(
                "NO_COLOR",
                "1",
                "PENNANT_WALL",
                "http://localhost:" + ports.wall(),
                "PENNANT_CLICKHOUSE",
                ports.clickHouseUri().toString(),
                "PENNANT_WALL_PASSWORD",
                ClickHouseCredentials.read(data).password(ClickHouseUser.WALL),
                "PENNANT_IMPORT",
                words(DetachedStack.command("import", "--data", data.toString(), "indicator-reports")),
                "PENNANT_STOP_DATABASE",
                words(List.of("kill", "-STOP", process)),
                "PENNANT_START_DATABASE",
                words(List.of("kill", "-CONT", process)));
    }

    private static String words(List<String> command) throws IOException {
        return JSON.writeValueAsString(command);
    }
}

package dev.pennant.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pennant.stack.FreePortBase;
import dev.pennant.stack.Ports;
import dev.pennant.stack.RunningStack;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The stack as its user has it: real processes, real signals. */
@Timeout(300)
class StackIT {
    private static final Duration START_LIMIT = Duration.ofSeconds(60);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(10);
    private static final String REGISTRY_HEADER = "enterprise_id,name,unit,scope,industry,valid_from,valid_to\n";
    private static final String REPORTS_HEADER =
            "enterprise_id,period,revenue,revenue_last_year,retail_sales,retail_sales_last_year,revision,reported_at\n";
    private static final String DANGHU_REVENUE =
            "SELECT value, growth FROM indicators WHERE indicator = 'service-revenue-designated' AND unit = '330482001'"
                    + " AND period = '2020-10'";

    private final Ports ports = FreePortBase.find();

    @TempDir
    private Path folder;

    private Path data;

    @BeforeEach
    void nameDataFolder() {
        data = folder.resolve("data folder");
    }

    @AfterEach
    void leaveNothingRunning() {
        call("down");
    }

    @Test
    void aKilledStackStartsAgainOnItsFolderWithAllItsDataAndGoesOn() throws Exception {
        startDetached();
        bring("enterprise-registry", REGISTRY_HEADER + "E1,当湖物流,330482001,service-designated,物流,2019-01,\n");
        bring("enterprise-reports", REPORTS_HEADER + "E1,2020-10,200000000,160000000,,,0,2020-11-12T09:30\n");
        assertThat(danghu()).isEqualTo("2\t25");

        List<ProcessHandle> killed = processes();
        killed.get(0).destroyForcibly();
        awaitEnd(killed, Duration.ofSeconds(20));
        assertThat(call("status").status()).isEqualTo(1);

        startDetached();
        assertThat(danghu()).isEqualTo("2\t25");
        bring("enterprise-reports", REPORTS_HEADER + "E1,2020-10,240000000,160000000,,,1,2020-11-13T09:30\n");
        assertThat(danghu()).isEqualTo("2.4\t50");
        assertThat(call("verify").status()).isZero();

        List<ProcessHandle> stopped = processes();
        assertThat(call("down").status()).isZero();
        awaitEnd(stopped, Duration.ZERO);
    }

    @Test
    void controlCStopsEverythingInTimeAndLeavesNoProcess() throws Exception {
        Process stack = new ProcessBuilder(DetachedStack.command(data, ports))
                .redirectErrorStream(true)
                .start();
        try (BufferedReader said = stack.inputReader(UTF_8)) {
            String line = said.readLine();
            while (line != null && !line.startsWith("Ready in")) {
                line = said.readLine();
            }
            assertThat(line).contains("Ctrl-C");
            List<ProcessHandle> all = processes();
            assertThat(all).hasSize(2);

            interrupt(stack);

            assertThat(stack.waitFor(STOP_LIMIT.toSeconds(), TimeUnit.SECONDS)).isTrue();
            assertThat(stack.exitValue()).isZero();
            awaitEnd(all, Duration.ZERO);
            assertThat(said.lines().toList()).last().asString().startsWith("Stopped in");
        }
        assertThat(RunningStack.on(data)).isEmpty();
    }

    private void startDetached() {
        long start = System.nanoTime();
        CommandCall up = call("up", "--detach", "--port-base", Integer.toString(ports.base()));
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        System.out.println("The stack was ready in " + took.toSeconds() + " s.");
        assertThat(up.status()).as(up.toString()).isZero();
        assertThat(up.out()).contains("Ready in");
        assertThat(took).isLessThan(START_LIMIT);
        assertThat(call("status").out())
                .contains("revenue       RUNNING")
                .contains("dead-letters  RUNNING")
                .contains(ports.wallUri().toString());
        assertThat(firstBoard()).contains("\"uid\":\"pennant-overview\"", "\"templating\"");
    }

    private String firstBoard() {
        URI board = URI.create("http://127.0.0.1:" + ports.wall() + "/api/boards/pennant-overview");
        long start = System.nanoTime();
        try {
            return HttpClient.newHttpClient()
                    .send(HttpRequest.newBuilder(board).build(), HttpResponse.BodyHandlers.ofString(UTF_8))
                    .body();
        } catch (IOException | InterruptedException failed) {
            throw new AssertionError("The wall does not answer", failed);
        } finally {
            long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
            System.out.println("The first board was there " + millis + " ms after the stack was ready.");
        }
    }

    private void bring(String stream, String csv) throws IOException {
        Path file = Files.writeString(folder.resolve(stream + ".csv"), csv, UTF_8);
        CommandCall imported = call("import", stream, file.toString());
        assertThat(imported.status()).as(imported.toString()).isZero();
        CommandCall awaited = call("await");
        assertThat(awaited.status()).as(awaited.toString()).isZero();
    }

    private String danghu() {
        CommandCall answer = call("sql", "--format", "TSV", DANGHU_REVENUE);
        assertThat(answer.status()).as(answer.toString()).isZero();
        return answer.out().strip();
    }

    private CommandCall call(String command, String... arguments) {
        String[] call = new String[arguments.length + 3];
        call[0] = command;
        call[1] = "--data";
        call[2] = data.toString();
        System.arraycopy(arguments, 0, call, 3, arguments.length);
        return CommandCall.of(call);
    }

    /** The process of the stack, and its children. */
    private List<ProcessHandle> processes() {
        ProcessHandle stack =
                ProcessHandle.of(RunningStack.on(data).orElseThrow().pid()).orElseThrow();
        return Stream.concat(Stream.of(stack), stack.descendants()).toList();
    }

    private static void awaitEnd(List<ProcessHandle> processes, Duration limit) throws Exception {
        CompletableFuture.allOf(processes.stream().map(ProcessHandle::onExit).toArray(CompletableFuture[]::new))
                .get(limit.plusSeconds(1).toMillis(), TimeUnit.MILLISECONDS);
    }

    /** What Ctrl-C does; where that is ignored, as in what a shell runs in the background, what `pennant down` does. */
    private static void interrupt(Process process) throws Exception {
        long ignored = Files.readAllLines(Path.of("/proc/self/status"), UTF_8).stream()
                .filter(line -> line.startsWith("SigIgn:"))
                .mapToLong(line -> Long.parseUnsignedLong(
                        line.substring("SigIgn:".length()).strip(), 16))
                .findFirst()
                .orElse(0);
        String signal = (ignored & 2) == 0 ? "INT" : "TERM";
        new ProcessBuilder("kill", "-s", signal, Long.toString(process.pid()))
                .start()
                .waitFor();
    }
}

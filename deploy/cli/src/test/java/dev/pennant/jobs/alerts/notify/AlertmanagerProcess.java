package dev.pennant.jobs.alerts.notify;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.awaitility.Awaitility;

/**
 * A real Alertmanager on loopback. Its program is that of {@code PENNANT_ALERTMANAGER}, or the installed one; where there is neither, Debian's package is
 * installed by who may do so, and named to who may not.
 */
final class AlertmanagerProcess implements AutoCloseable {
    private static final String PACKAGE = "prometheus-alertmanager";
    private static final Path INSTALLED = Path.of("/usr/bin", PACKAGE);
    private static final String CONFIGURATION = "route:\n  receiver: nobody\nreceivers:\n  - name: nobody\n";

    private final Process process;
    private final String address;
    private final HttpClient client = HttpClient.newHttpClient();

    private AlertmanagerProcess(Process process, String address) {
        this.process = process;
        this.address = address;
    }

    static AlertmanagerProcess start(Path folder, int port) throws IOException, InterruptedException {
        Path configuration = Files.writeString(folder.resolve("alertmanager.yml"), CONFIGURATION);
        String listen = "127.0.0.1:" + port;
        Process process = new ProcessBuilder(
                        program().toString(),
                        "--config.file=" + configuration,
                        "--storage.path=" + folder.resolve("alertmanager"),
                        "--web.listen-address=" + listen,
                        "--cluster.listen-address=")
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("alertmanager.log").toFile())
                .start();
        AlertmanagerProcess started = new AlertmanagerProcess(process, "http://" + listen);
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .ignoreExceptions()
                .until(() -> started.get("/-/ready") != null);
        return started;
    }

    String address() {
        return address;
    }

    /** Its active alerts, as it tells them itself. */
    String active() throws IOException, InterruptedException {
        return get("/api/v2/alerts?active=true");
    }

    private String get(String path) throws IOException, InterruptedException {
        HttpResponse<String> response = client.send(
                HttpRequest.newBuilder(URI.create(address + path)).build(), HttpResponse.BodyHandlers.ofString());
        if (response.statusCode() != 200) {
            throw new IOException(path + " answered " + response.statusCode());
        }
        return response.body();
    }

    private static Path program() throws IOException, InterruptedException {
        Optional<Path> named =
                Optional.ofNullable(System.getenv("PENNANT_ALERTMANAGER")).map(Path::of);
        if (named.isPresent() || Files.isExecutable(INSTALLED)) {
            return named.orElse(INSTALLED);
        }
        boolean isInstalled = install("install") || (install("update") && install("install"));
        if (!isInstalled || !Files.isExecutable(INSTALLED)) {
            throw new IOException("This test needs an Alertmanager: install Debian's package " + PACKAGE
                    + ", or say where its program is with PENNANT_ALERTMANAGER.");
        }
        return INSTALLED;
    }

    private static boolean install(String step) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("apt-get", step, "--yes", "--quiet"));
        if (step.equals("install")) {
            command.addAll(List.of("--no-install-recommends", PACKAGE));
        }
        ProcessBuilder installation =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD);
        installation.environment().put("DEBIAN_FRONTEND", "noninteractive");
        try {
            return installation.start().waitFor() == 0;
        } catch (IOException noSuchProgram) {
            return false;
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            process.waitFor();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}

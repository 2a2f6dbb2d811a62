package dev.pennant.jobs.alerts.notify;

import java.io.File;
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
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/**
 * A real Alertmanager on loopback. Its program is that of {@code PENNANT_ALERTMANAGER}, or the installed one, or else that of Debian's package, which is
 * fetched and unpacked for the test, and not installed.
 */
final class AlertmanagerProcess implements AutoCloseable {
    private static final String PACKAGE = "prometheus-alertmanager";
    private static final Path UNPACKED = Path.of("target", PACKAGE).toAbsolutePath();
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
        List<Path> places = new ArrayList<>();
        Optional.ofNullable(System.getenv("PENNANT_ALERTMANAGER")).map(Path::of).ifPresent(places::add);
        places.add(Path.of("/usr/bin", PACKAGE));
        places.add(UNPACKED.resolve("usr/bin").resolve(PACKAGE));
        for (Path place : places) {
            if (Files.isExecutable(place)) {
                return place;
            }
        }
        Files.createDirectories(UNPACKED);
        if (!run("apt-get", "download", PACKAGE)) {
            run("apt-get", "update");
            run("apt-get", "download", PACKAGE);
        }
        try (Stream<Path> files = Files.list(UNPACKED)) {
            Optional<Path> fetched =
                    files.filter(file -> file.toString().endsWith(".deb")).findFirst();
            if (fetched.isEmpty() || !run("dpkg-deb", "-x", fetched.get().toString(), ".")) {
                throw new IOException("This test needs an Alertmanager: install Debian's package " + PACKAGE
                        + ", or say where its program is with PENNANT_ALERTMANAGER.");
            }
        }
        return places.get(places.size() - 1);
    }

    private static boolean run(String... command) throws IOException, InterruptedException {
        File output = UNPACKED.resolve("fetch.log").toFile();
        return new ProcessBuilder(command)
                        .directory(UNPACKED.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.appendTo(output))
                        .start()
                        .waitFor()
                == 0;
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

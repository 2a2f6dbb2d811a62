package dev.pennant.cluster;

import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A Flink cluster of real processes on loopback, from Flink's own jars alone: one job manager, and as many task managers as are started. The
 * project's classes reach it only in the job jar.
 */
final class FlinkProcesses implements AutoCloseable {
    private static final List<String> NOT_FLINKS = List.of(
            "/dev/pennant/",
            "/target/",
            "flink-connector-kafka",
            "flink-connector-base",
            "/org/apache/kafka/",
            "/org/scala-lang/",
            "/com/clickhouse/",
            "/org/apache/avro/",
            "/com/fasterxml/",
            "/org/junit/",
            "/org/assertj/",
            "/net/jqwik/");
    private static final Path OPTIONS =
            Path.of("../jvm.options").toAbsolutePath().normalize();
    private static final String RESULT = "BASH_JAVA_UTILS_EXEC_RESULT:";
    private static final Pattern JOB_ID = Pattern.compile("JobID ([0-9a-f]{32})");
    private final Path folder;
    private final URI rest;
    private final String classPath;
    private final List<Process> processes = new ArrayList<>();
    private int taskManagers;

    private FlinkProcesses(Path folder, int restPort) {
        this.folder = folder;
        rest = URI.create("http://127.0.0.1:" + restPort);
        classPath = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> NOT_FLINKS.stream().noneMatch(entry::contains))
                .collect(Collectors.joining(File.pathSeparator));
    }

    /**
     * Starts the job manager and waits until it answers.
     *
     * @param plugin a jar that every process has as a plug-in
     * @param more lines of the configuration, for it
     */
    static FlinkProcesses start(Path folder, int restPort, int rpcPort, Path plugin, List<String> more)
            throws IOException, InterruptedException {
        FlinkProcesses cluster = new FlinkProcesses(folder, restPort);
        Files.createDirectories(folder.resolve("conf"));
        Files.createDirectories(folder.resolve("tmp"));
        Files.createDirectories(folder.resolve("plugins/pennant"));
        Files.createSymbolicLink(folder.resolve("plugins/pennant").resolve(plugin.getFileName()), plugin);
        Files.writeString(
                folder.resolve("conf/config.yaml"),
                configuration(folder, restPort, rpcPort) + String.join("\n", more) + "\n");
        cluster.processes.add(cluster.java(
                "jobmanager",
                cluster.resources("GET_JM_RESOURCE_PARAMS"),
                List.of(
                        "org.apache.flink.runtime.entrypoint.StandaloneSessionClusterEntrypoint",
                        "--configDir",
                        folder.resolve("conf").toString())));
        await().atMost(Duration.ofMinutes(1))
                .until(() -> cluster.get("/overview").contains("taskmanagers"));
        return cluster;
    }

    /** Starts a task manager and waits until the job manager knows it. */
    Process startTaskManager() throws IOException, InterruptedException {
        List<String> resources = resources("GET_TM_RESOURCE_PARAMS");
        List<String> main = new ArrayList<>(List.of(
                "org.apache.flink.runtime.taskexecutor.TaskManagerRunner",
                "--configDir",
                folder.resolve("conf").toString()));
        if (resources.size() > 1) {
            main.addAll(Arrays.asList(resources.get(1).split(" ")));
        }
        Process process = java("taskmanager-" + ++taskManagers, resources, main);
        processes.add(process);
        await().atMost(Duration.ofMinutes(1)).until(() -> get("/overview").contains("\"taskmanagers\":" + alive()));
        return process;
    }

    private long alive() {
        return processes.stream().filter(Process::isAlive).count() - 1;
    }

    /** Submits a job with Flink's own command line and gives its id. */
    String submit(Path jar, String mainClass, List<String> arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(command());
        command.addAll(List.of(
                "org.apache.flink.client.cli.CliFrontend", "run", "--detached", "--class", mainClass, jar.toString()));
        command.addAll(arguments);
        String output = run(command);
        Matcher id = JOB_ID.matcher(output);
        if (!id.find()) {
            throw new IOException("the job was not submitted: " + output);
        }
        return id.group(1);
    }

    /** Flink's REST address. */
    URI rest() {
        return rest;
    }

    /** The answer of Flink's REST interface, or the empty text while it does not answer. */
    String get(String path) {
        try {
            return HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(rest.resolve(path))
                                    .timeout(Duration.ofSeconds(5))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8))
                    .body();
        } catch (IOException notYet) {
            return "";
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return "";
        }
    }

    @Override
    public void close() {
        processes.forEach(Process::destroyForcibly);
        processes.forEach(process -> process.onExit().join());
    }

    private List<String> resources(String which) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(command());
        command.addAll(List.of(
                "org.apache.flink.runtime.util.bash.BashJavaUtils",
                which,
                "--configDir",
                folder.resolve("conf").toString()));
        return run(command)
                .lines()
                .filter(line -> line.contains(RESULT))
                .map(line ->
                        line.substring(line.indexOf(RESULT) + RESULT.length()).strip())
                .toList();
    }

    private List<String> command() {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("@" + OPTIONS);
        command.addAll(List.of("-cp", classPath));
        return command;
    }

    private Process java(String name, List<String> resources, List<String> main) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(Arrays.asList(resources.get(0).split(" ")));
        command.add("@" + OPTIONS);
        command.addAll(List.of("-cp", classPath));
        command.addAll(main);
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve(name + ".log").toFile());
        builder.environment().put("FLINK_PLUGINS_DIR", folder.resolve("plugins").toString());
        return builder.start();
    }

    private String run(List<String> command) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("FLINK_CONF_DIR", folder.resolve("conf").toString());
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
        return output;
    }

    private static String configuration(Path folder, int restPort, int rpcPort) {
        return String.join(
                "\n",
                "jobmanager.rpc.address: 127.0.0.1",
                "jobmanager.rpc.port: " + rpcPort,
                "jobmanager.bind-host: 127.0.0.1",
                "jobmanager.memory.process.size: 768m",
                "taskmanager.bind-host: 127.0.0.1",
                "taskmanager.host: 127.0.0.1",
                "taskmanager.numberOfTaskSlots: 2",
                "taskmanager.memory.process.size: 1024m",
                "taskmanager.memory.managed.size: 64m",
                "rest.address: 127.0.0.1",
                "rest.bind-address: 127.0.0.1",
                "rest.port: " + restPort,
                "parallelism.default: 2",
                "heartbeat.interval: 1000",
                "heartbeat.timeout: 5000",
                "execution.checkpointing.interval: 1s",
                "execution.checkpointing.storage: filesystem",
                "execution.checkpointing.dir: file://" + folder.resolve("checkpoints"),
                "restart-strategy.type: fixed-delay",
                "restart-strategy.fixed-delay.attempts: 100",
                "restart-strategy.fixed-delay.delay: 1s",
                "io.tmp.dirs: " + folder.resolve("tmp"),
                "");
    }
}

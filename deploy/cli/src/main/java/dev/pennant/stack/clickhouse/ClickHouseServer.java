package dev.pennant.stack.clickhouse;

import dev.pennant.stack.Ports;
import dev.pennant.stack.StackException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/**
 * The ClickHouse server of a local stack: a process of its own on a data folder, listening on 127.0.0.1. It ends when it is
 * closed and when this process dies, and a server killed at any moment starts again on its folder with all that was inserted.
 */
public final class ClickHouseServer implements AutoCloseable {
    private static final Duration START_PATIENCE = Duration.ofSeconds(60);
    private static final long POLL_MILLIS = 25;

    private final EngineProcess process;
    private final URI url;
    private final ClickHouseCredentials credentials;

    private ClickHouseServer(EngineProcess process, URI url, ClickHouseCredentials credentials) {
        this.process = process;
        this.url = url;
        this.credentials = credentials;
    }

    /**
     * Starts a server and returns when it answers. Its files go to {@code clickhouse} and {@code logs} in the data folder, its
     * passwords, made on the first start, to {@code clickhouse/credentials.properties}.
     *
     * @throws StackException when it cannot start, with the reason as a sentence for whoever started it
     */
    public static ClickHouseServer start(Path dataFolder, int httpPort, int nativePort, Path engineLibrary) {
        if (!Files.isRegularFile(engineLibrary)) {
            throw new StackException("The ClickHouse engine is missing (" + engineLibrary
                    + "): run ./pennant, or npm ci in deploy/clickhouse/engine.");
        }
        Ports.requireFree("ClickHouse over HTTP", httpPort);
        Ports.requireFree("ClickHouse's native protocol", nativePort);
        EngineFolder folder = EngineFolder.prepare(dataFolder.toAbsolutePath());
        String displayName = "pennant-" + UUID.randomUUID();
        Map<String, String> environment = new HashMap<>(folder.credentials().environment());
        environment.put("PENNANT_CLICKHOUSE_DISPLAY_NAME", displayName);
        environment.put("PENNANT_CLICKHOUSE_HTTP_PORT", Integer.toString(httpPort));
        environment.put("PENNANT_CLICKHOUSE_NATIVE_PORT", Integer.toString(nativePort));
        EngineProcess process = EngineProcess.start(folder, engineLibrary.toAbsolutePath(), environment);
        ClickHouseServer server =
                new ClickHouseServer(process, URI.create("http://127.0.0.1:" + httpPort), folder.credentials());
        try {
            server.awaitAnswer(displayName);
            return server;
        } catch (RuntimeException e) {
            server.close();
            throw e;
        }
    }

    /** The HTTP interface, such as {@code http://127.0.0.1:8123}. */
    public URI url() {
        return url;
    }

    /** Where JDBC reaches its database. */
    public String jdbcUrl() {
        return "jdbc:clickhouse://" + url.getAuthority() + "/pennant";
    }

    /** The passwords of its users. */
    public ClickHouseCredentials credentials() {
        return credentials;
    }

    /** A client that signs in as the given user. */
    public ClickHouseClient client(ClickHouseUser user) {
        return new ClickHouseClient(url, user.id(), credentials.password(user));
    }

    /** The server's process, to measure or to watch it. */
    public ProcessHandle process() {
        return process.handle();
    }

    /** Completes with the exit code when the server ends, whoever ended it. */
    public CompletableFuture<Integer> onExit() {
        return process.onExit();
    }

    /** Stops the server within seconds, and returns when its process is gone. */
    @Override
    public void close() {
        process.close();
    }

    /** Another server may listen on the port: only the name tells that it is this one that answers. */
    private void awaitAnswer(String displayName) {
        ClickHouseClient client = client(ClickHouseUser.MIGRATOR);
        long start = System.nanoTime();
        while (process.isAlive() && System.nanoTime() - start < START_PATIENCE.toNanos()) {
            try {
                if (client.query("SELECT displayName()").equals(displayName)) {
                    return;
                }
            } catch (IOException | ClickHouseException notYet) {
                pause();
            }
        }
        throw EngineFailure.explain(process);
    }

    private static void pause() {
        try {
            Thread.sleep(POLL_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackException("The start of ClickHouse was interrupted.", e);
        }
    }
}

package dev.pennant.jobs.clickhouse;

import dev.pennant.stack.clickhouse.ClickHouseServer;
import dev.pennant.stack.clickhouse.ClickHouseUser;
import dev.pennant.stack.clickhouse.EngineLibrary;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** A real server on a folder of its own, with one table the writer may insert into, that can be killed and started again. */
final class RealDatabase implements AutoCloseable {
    /** The table of indicators as the jobs write it, with a constraint to offend against. */
    static final String TABLE = "pennant.indicator_log";

    private static final String COLUMNS =
            """
            (indicator LowCardinality(String), unit LowCardinality(String), period LowCardinality(String),
             period_label LowCardinality(String), value Decimal(38, 10), base Nullable(Decimal(38, 10)),
             growth Nullable(Decimal(38, 10)), growth_kind LowCardinality(String), measure LowCardinality(String),
             reported UInt32, expected UInt32, status LowCardinality(String), synthetic Bool, version UInt64,
             updated_at DateTime64(3, 'UTC'), CONSTRAINT coverage CHECK reported <= expected)
            ENGINE = ReplacingMergeTree ORDER BY (indicator, unit, period, version)""";

    private final Path folder;
    private final int http = freePort();
    private final int nativePort = freePort();
    private ClickHouseServer server;

    RealDatabase(Path folder) throws IOException {
        this.folder = folder;
        startAgain();
        execute("CREATE DATABASE pennant");
        createTable();
    }

    /** Empties the table, and gives it the columns the jobs know. */
    void createTable() throws IOException {
        execute("DROP TABLE IF EXISTS pennant.other SYNC");
        execute("DROP TABLE IF EXISTS " + TABLE + " SYNC");
        execute("CREATE TABLE " + TABLE + COLUMNS);
    }

    void startAgain() {
        server = ClickHouseServer.start(folder, http, nativePort, EngineLibrary.find());
    }

    /** As {@code kill -9} does: no goodbye to any client, nothing flushed. */
    void kill() {
        server.process().destroyForcibly();
        server.onExit().orTimeout(10, TimeUnit.SECONDS).join();
    }

    int port() {
        return http;
    }

    ClickHouseAccess access() {
        return accessThrough(http);
    }

    ClickHouseAccess accessThrough(int port) {
        return ClickHouseAccess.to("jdbc:clickhouse://127.0.0.1:" + port + "/pennant", ClickHouseUser.WRITER.id())
                .withPassword(server.credentials().password(ClickHouseUser.WRITER))
                .withTimeout(Duration.ofSeconds(20));
    }

    String execute(String sql) throws IOException {
        return server.client(ClickHouseUser.MIGRATOR).query(sql);
    }

    /** Rows as they count: each key and version once. */
    long rows() {
        return number("SELECT count() FROM " + TABLE + " FINAL");
    }

    long number(String sql) {
        try {
            return Long.parseLong(execute(sql));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public void close() {
        server.close();
    }

    private static int freePort() throws IOException {
        try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return probe.getLocalPort();
        }
    }
}

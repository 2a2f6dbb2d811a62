package dev.pennant.stack.clickhouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pennant.stack.StackException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
final class ClickHouseServerIT {
    private static final Path ENGINE = EngineLibrary.find();

    @TempDir
    private Path data;

    private int http;
    private int nativePort;

    @BeforeEach
    void choosePorts() throws IOException {
        http = FreePorts.next();
        nativePort = FreePorts.next();
    }

    @Test
    void answersInTheReportingZoneAndLeavesNoProcessWhenClosed() throws IOException {
        ProcessHandle process;
        try (ClickHouseServer server = start()) {
            process = server.process();
            assertThat(server.client(ClickHouseUser.ANALYST).query("SELECT currentUser(), timezone()"))
                    .isEqualTo("analyst\tAsia/Shanghai");
        }
        assertThat(process.isAlive()).isFalse();
        assertThat(Files.exists(data.resolve("logs/clickhouse.log"))).isTrue();
    }

    @Test
    void aKilledServerStartsAgainOnItsFolderWithAllThatWasInserted() throws IOException {
        try (ClickHouseServer server = start()) {
            ClickHouseClient migrator = server.client(ClickHouseUser.MIGRATOR);
            migrator.query("CREATE DATABASE pennant");
            migrator.query("CREATE TABLE pennant.kept (n UInt32) ENGINE = MergeTree ORDER BY n");
            migrator.query("INSERT INTO pennant.kept SELECT number FROM numbers(1000)");
            server.process().destroyForcibly();
            assertThat(server.onExit()).succeedsWithin(Duration.ofSeconds(10));
        }
        try (ClickHouseServer server = start()) {
            assertThat(server.client(ClickHouseUser.MIGRATOR).query("SELECT count(), sum(n) FROM pennant.kept"))
                    .isEqualTo("1000\t499500");
        }
    }

    @Test
    void theSamePasswordsServeEveryStartAndOnlyTheOwnerCanReadThem() throws IOException {
        String first;
        try (ClickHouseServer server = start()) {
            first = server.credentials().password(ClickHouseUser.WRITER);
        }
        assertThat(ClickHouseCredentials.readOrCreate(data).password(ClickHouseUser.WRITER))
                .isEqualTo(first)
                .hasSizeGreaterThanOrEqualTo(32);
        Path file = data.resolve("clickhouse/credentials.properties");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void nobodyButTheEngineItselfSignsInWithoutAPassword() throws IOException {
        try (ClickHouseServer server = start()) {
            ClickHouseClient nobody = new ClickHouseClient(server.url(), "default", "");
            assertThatThrownBy(() -> nobody.query("SELECT 1"))
                    .isInstanceOfSatisfying(ClickHouseException.class, refused -> assertThat(refused.code())
                            .isEqualTo(700));
            ClickHouseClient guesser = new ClickHouseClient(server.url(), "migrator", "guess");
            assertThatThrownBy(() -> guesser.query("SELECT 1"))
                    .isInstanceOfSatisfying(ClickHouseException.class, refused -> assertThat(refused.code())
                            .isEqualTo(516));
        }
    }

    @Test
    void aTakenPortIsNamed() throws IOException {
        try (ServerSocket taken = new ServerSocket(http, 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(this::start)
                    .isInstanceOf(StackException.class)
                    .hasMessageContaining("Port " + taken.getLocalPort() + " ")
                    .hasMessageContaining("--port-base");
        }
    }

    @Test
    void aMissingEngineIsNamedWithWhatInstallsIt() {
        assertThatThrownBy(() -> ClickHouseServer.start(data, http, nativePort, data.resolve("libchdb.so")))
                .isInstanceOf(StackException.class)
                .hasMessageContaining("run ./pennant, or npm ci in deploy/clickhouse/engine");
    }

    @Test
    void aFileThatIsNoEngineIsRefusedInOneSentence() throws IOException {
        Path broken = Files.writeString(data.resolve("libchdb.so"), "not a library");
        assertThatThrownBy(() -> ClickHouseServer.start(data, http, nativePort, broken))
                .isInstanceOf(StackException.class)
                .hasMessageStartingWith("ClickHouse did not start: its library cannot be loaded");
    }

    @Test
    void aDataFolderThatIsAFileIsRefused() throws IOException {
        Path file = Files.writeString(data.resolve("file"), "");
        assertThatThrownBy(() -> ClickHouseServer.start(file, http, nativePort, ENGINE))
                .isInstanceOf(StackException.class)
                .hasMessageContaining("cannot be written");
    }

    @Test
    void aSecondServerOnTheSameFolderIsRefused() throws IOException {
        try (ClickHouseServer first = start()) {
            assertThatThrownBy(() -> ClickHouseServer.start(data, FreePorts.next(), FreePorts.next(), ENGINE))
                    .isInstanceOf(StackException.class)
                    .hasMessageContaining("another ClickHouse is running on the same data folder");
            assertThat(first.client(ClickHouseUser.ANALYST).query("SELECT 1")).isEqualTo("1");
        }
    }

    @Test
    void theServerDiesWithAParentThatIsKilled() throws IOException {
        Process parent = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        StartedServer.class.getName(),
                        data.toString(),
                        Integer.toString(http),
                        Integer.toString(nativePort))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String line = parent.inputReader().readLine();
        Optional<ProcessHandle> engine = ProcessHandle.of(Long.parseLong(line));
        assertThat(engine).isPresent();
        parent.destroyForcibly();
        assertThat(engine.orElseThrow().onExit()).succeedsWithin(Duration.ofSeconds(20));
    }

    private ClickHouseServer start() {
        return ClickHouseServer.start(data, http, nativePort, ENGINE);
    }

    /** A parent to be killed: starts a server, prints its process id, and waits. */
    static final class StartedServer {
        private StartedServer() {}

        public static void main(String[] arguments) {
            ClickHouseServer server = ClickHouseServer.start(
                    Path.of(arguments[0]),
                    Integer.parseInt(arguments[1]),
                    Integer.parseInt(arguments[2]),
                    EngineLibrary.find());
            System.out.println(server.process().pid());
            server.onExit().join();
        }
    }
}

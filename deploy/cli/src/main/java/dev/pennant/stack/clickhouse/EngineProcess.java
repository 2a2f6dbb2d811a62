package dev.pennant.stack.clickhouse;

import com.sun.jna.Native;
import dev.pennant.core.ReportingZone;
import dev.pennant.stack.StackException;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The process in which the engine lives, seen from its parent. It ends with the parent. */
final class EngineProcess implements AutoCloseable {
    private static final long ORDERLY_SECONDS = 8;

    private final Process process;
    private final Path log;

    private EngineProcess(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    static EngineProcess start(EngineFolder folder, Path library, Map<String, String> environment) {
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx48m",
                "-Xrs",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:-UsePerfData",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                classPath(),
                ClickHouseEngine.class.getName(),
                library.toString(),
                EngineFolder.CONFIGURATION);
        builder.environment().putAll(environment);
        // The engine takes its time zone from here only; the configuration's is not read.
        builder.environment().put("TZ", ReportingZone.ZONE.getId());
        builder.directory(folder.home().toFile());
        builder.redirectErrorStream(true).redirectOutput(folder.processLog().toFile());
        try {
            return new EngineProcess(builder.start(), folder.processLog());
        } catch (IOException e) {
            throw new StackException("ClickHouse's process could not be started: " + e.getMessage() + ".", e);
        }
    }

    boolean isAlive() {
        return process.isAlive();
    }

    ProcessHandle handle() {
        return process.toHandle();
    }

    CompletableFuture<Integer> onExit() {
        return process.onExit().thenApply(Process::exitValue);
    }

    Path log() {
        return log;
    }

    /** What the process printed, or nothing when its log cannot be read. */
    String printed() {
        try {
            return new String(Files.readAllBytes(log), StandardCharsets.UTF_8);
        } catch (IOException e) {
            return "";
        }
    }

    /** Ends the engine's standard input, which stops it in order; after that time, or when interrupted, kills it. */
    @Override
    public void close() {
        try {
            process.getOutputStream().close();
            if (process.waitFor(ORDERLY_SECONDS, TimeUnit.SECONDS)) {
                return;
            }
        } catch (IOException e) {
            // The pipe is gone, so the process has seen its end already, or never will.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        process.destroyForcibly();
        process.onExit().join();
    }

    /** Nothing but the engine's main and JNA, so that the process stays small. */
    private static String classPath() {
        return Stream.of(ClickHouseEngine.class, Native.class)
                .map(EngineProcess::origin)
                .distinct()
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static String origin(Class<?> type) {
        try {
            return Path.of(type.getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .toString();
        } catch (URISyntaxException e) {
            throw new IllegalStateException("A class path entry without a place", e);
        }
    }
}

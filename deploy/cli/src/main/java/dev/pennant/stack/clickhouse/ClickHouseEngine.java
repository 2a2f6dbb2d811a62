package dev.pennant.stack.clickhouse;

import com.sun.jna.Library;
import com.sun.jna.Native;
import com.sun.jna.Pointer;
import com.sun.jna.StringArray;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * The child process that is the ClickHouse server: a small JVM around {@code libchdb}, the whole engine as one shared library.
 *
 * <p>It serves until its standard input ends, and the parent holds the other end of that pipe: so a parent that is closed, and a
 * parent that is killed, both stop the engine in order. Arguments: the engine's library, then its configuration file.
 */
public final class ClickHouseEngine {
    /** Opens the ports, then lives as long as the pipe from the parent does: the last query ends when standard input ends. */
    private static final String SERVE = "SYSTEM START LISTEN HTTP; SYSTEM START LISTEN TCP; "
            + "SELECT 'keep-alive', count() FROM file('/dev/stdin', 'LineAsString', 'line String') "
            + "SETTINGS max_execution_time = 0 FORMAT Null";

    /** Longer than an orderly stop takes: the engine gives idle connections five seconds. */
    private static final int ORPHAN_SECONDS = 15;

    private static final long ENGINE_STACK_BYTES = 64L << 20;
    private static final int SIGHUP = 1;
    private static final int SIGINT = 2;

    private ClickHouseEngine() {}

    /** libchdb, as far as a server needs it. */
    interface Chdb extends Library {
        void chdb_set_signal_handlers_enabled(int enabled);

        Pointer chdb_query_cmdline(int argumentCount, StringArray arguments);

        String chdb_result_error(Pointer result);

        void chdb_destroy_query_result(Pointer result);
    }

    /** The C library, for the signals of a terminal. */
    interface Signals extends Library {
        Pointer signal(int number, Pointer handler);
    }

    /** Runs the engine; exits 0 after an orderly stop, and 1 with the engine's words on standard error otherwise. */
    public static void main(String[] arguments) throws InterruptedException {
        leaveTheTerminalToTheParent();
        endWithTheParent();
        Chdb engine = Native.load(arguments[0], Chdb.class);
        // Before anything else: the engine's handlers would take the faults that the JVM itself lives by.
        engine.chdb_set_signal_handlers_enabled(0);
        List<String> commandLine =
                List.of("clickhouse", "--config-file=" + arguments[1], "--log-level=warning", "--query", SERVE);
        CompletableFuture<Optional<String>> error = new CompletableFuture<>();
        new Thread(null, () -> error.complete(serve(engine, commandLine)), "engine", ENGINE_STACK_BYTES).start();
        error.join().ifPresent(System.err::println);
        Runtime.getRuntime().halt(error.join().isPresent() ? 1 : 0);
    }

    private static Optional<String> serve(Chdb engine, List<String> commandLine) {
        StringArray arguments = new StringArray(commandLine.toArray(new String[0]), StandardCharsets.UTF_8.name());
        Pointer result = engine.chdb_query_cmdline(commandLine.size(), arguments);
        if (result == null) {
            return Optional.of("The engine returned nothing.");
        }
        Optional<String> error = Optional.ofNullable(engine.chdb_result_error(result));
        engine.chdb_destroy_query_result(result);
        return error;
    }

    /** Ctrl-C and a closing terminal reach the whole process group, but it is the parent that decides when the engine stops. */
    private static void leaveTheTerminalToTheParent() {
        Signals signals = Native.load("c", Signals.class);
        Pointer ignore = new Pointer(1);
        signals.signal(SIGINT, ignore);
        signals.signal(SIGHUP, ignore);
    }

    /** The pipe ends with the parent and stops the engine; this is for an engine that does not come to its end. */
    private static void endWithTheParent() {
        ProcessHandle.current().parent().ifPresent(parent -> {
            Thread watch = new Thread(() -> haltAfter(parent), "parent");
            watch.setDaemon(true);
            watch.start();
        });
    }

    private static void haltAfter(ProcessHandle parent) {
        try {
            parent.onExit().join();
            TimeUnit.SECONDS.sleep(ORPHAN_SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Runtime.getRuntime().halt(1);
    }
}

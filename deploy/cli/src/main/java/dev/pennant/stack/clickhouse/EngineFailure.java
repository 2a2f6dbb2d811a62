package dev.pennant.stack.clickhouse;

import dev.pennant.stack.StackException;
import java.util.Map;

/** Why an engine did not start, as a sentence for whoever started it. */
final class EngineFailure {
    /** Words of the engine, and what they mean. */
    private static final Map<String, String> KNOWN = Map.of(
            "Address already in use", "a port it needs is taken; choose other ports with --port-base N",
            "No space left on device", "the disk is full",
            "Read-only file system", "the data folder cannot be written",
            "Permission denied", "the data folder cannot be written",
            "already running", "another ClickHouse is running on the same data folder; stop it first",
            "cannot open shared object file", "its library does not fit this machine",
            "UnsatisfiedLinkError", "its library cannot be loaded on this machine");

    private EngineFailure() {}

    static StackException explain(EngineProcess process) {
        String printed = process.printed();
        String reason = KNOWN.entrySet().stream()
                .filter(known -> printed.contains(known.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseGet(() -> process.isAlive() ? "it does not answer" : firstError(printed));
        return new StackException("ClickHouse did not start: " + reason + " (see " + process.log() + ").");
    }

    private static String firstError(String printed) {
        return printed.lines()
                .filter(line -> line.contains("Exception") || line.contains("Error"))
                .findFirst()
                .orElse("its process ended");
    }
}

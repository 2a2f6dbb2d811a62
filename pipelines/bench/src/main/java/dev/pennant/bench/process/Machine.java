package dev.pennant.bench.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What a result was measured on.
 *
 * @param processor its model, as the system names it
 * @param cores as many as this process may use
 * @param memoryGibibytes rounded
 */
public record Machine(String processor, int cores, long memoryGibibytes) {
    private static final double KIBIBYTES_A_GIBIBYTE = 1 << 20;

    /** This one. */
    public static Machine read() throws IOException {
        String memory =
                field(Path.of("/proc/meminfo"), "MemTotal").replace("kB", "").strip();
        return new Machine(
                field(Path.of("/proc/cpuinfo"), "model name"),
                Runtime.getRuntime().availableProcessors(),
                Math.round(Long.parseLong(memory) / KIBIBYTES_A_GIBIBYTE));
    }

    @Override
    public String toString() {
        return processor + ", " + cores + " cores, " + memoryGibibytes + " GiB";
    }

    private static String field(Path file, String name) throws IOException {
        return Files.readAllLines(file, StandardCharsets.UTF_8).stream()
                .filter(line -> line.startsWith(name))
                .findFirst()
                .map(line -> line.substring(line.indexOf(':') + 1).strip())
                .orElseThrow(() -> new IOException(file + " names no " + name));
    }
}

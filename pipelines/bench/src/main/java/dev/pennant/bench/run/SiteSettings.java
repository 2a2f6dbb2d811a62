package dev.pennant.bench.run;

import dev.pennant.stack.Ports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where and how runs are measured.
 *
 * @param data where loads are kept
 * @param ports where the parts listen
 * @param heapGibibytes of the JVM of a run, the floor's and the job's alike
 * @param warmUp how many records each process reads at the least before it is measured
 * @param profiles folder for a recording of what each process measures, by Java's Flight Recorder, which slows it down
 */
public record SiteSettings(Path data, Ports ports, int heapGibibytes, long warmUp, Optional<Path> profiles) {
    private static final Path HUGE_PAGES = Path.of("/sys/kernel/mm/transparent_hugepage/enabled");

    /**
     * Flags of the JVM of a run. A throughput collector of fixed size, half of it for what is new: a stream of short-lived batches, beside the state.
     * In huge pages where the kernel gives them: state is looked up all over the heap, and each page is a miss in the table of pages.
     */
    public List<String> runMemory() {
        String heap = heapGibibytes + "g";
        Stream<String> memory =
                Stream.of("-Xms" + heap, "-Xmx" + heap, "-Xmn" + 512 * heapGibibytes + "m", "-XX:+UseParallelGC");
        Stream<String> pages = hugePages() ? Stream.of("-XX:+UseTransparentHugePages") : Stream.empty();
        return Stream.concat(memory, pages).toList();
    }

    private static boolean hugePages() {
        try {
            return Files.exists(HUGE_PAGES) && !Files.readString(HUGE_PAGES).contains("[never]");
        } catch (IOException unreadable) {
            return false;
        }
    }

    /** The same with another warm-up. */
    public SiteSettings withWarmUp(long other) {
        return new SiteSettings(data, ports, heapGibibytes, other, profiles);
    }

    /** The same for one load, whose recordings are in a folder of its own. */
    SiteSettings withRecordingsOf(String load) {
        return new SiteSettings(data, ports, heapGibibytes, warmUp, profiles.map(folder -> folder.resolve(load)));
    }

    /** How often a run over so many records is done before it is measured. */
    int warmUps(long records) {
        return Math.toIntExact((warmUp + records - 1) / records);
    }
}

package dev.pennant.bench.run;

import dev.pennant.stack.Folders;
import dev.pennant.stack.Ports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import picocli.CommandLine.Option;

/** What every benchmark is told of the parts that it starts: where they keep things, and where they listen. */
public final class SiteOptions {
    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Where to keep what is generated; a fresh folder that is removed in the end, unless given.")
    private Optional<Path> data;

    @Option(
            names = "--profile",
            paramLabel = "DIR",
            description =
                    "Where to keep a recording of what each process measures, by Java's Flight Recorder, which slows it down.")
    private Optional<Path> profiles;

    @Option(
            names = "--port-base",
            paramLabel = "N",
            defaultValue = "" + Ports.DEFAULT_BASE,
            description = "Base of the parts' ports; ${DEFAULT-VALUE} unless given.")
    private int portBase;

    /** What is done on a site. */
    @FunctionalInterface
    public interface Measurement {
        /** Measures, and gives the command's exit status. */
        int on(SiteSettings site) throws IOException, InterruptedException, ExecutionException;
    }

    /**
     * Measures in the folder that was named, or in a fresh one.
     *
     * @param heapGibibytes of the JVM of a run
     * @param warmUp how many records each process reads at the least before it is measured
     */
    public int measure(int heapGibibytes, long warmUp, Measurement measurement)
            throws IOException, InterruptedException, ExecutionException {
        if (data.isPresent()) {
            return measurement.on(site(data.get().toAbsolutePath().normalize(), heapGibibytes, warmUp));
        }
        Path fresh = Files.createTempDirectory("pennant-bench-");
        try {
            return measurement.on(site(fresh, heapGibibytes, warmUp));
        } finally {
            Folders.delete(fresh);
        }
    }

    private SiteSettings site(Path folder, int heapGibibytes, long warmUp) {
        return new SiteSettings(folder, new Ports(portBase), heapGibibytes, warmUp, profiles);
    }
}

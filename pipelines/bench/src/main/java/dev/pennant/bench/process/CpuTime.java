package dev.pennant.bench.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The CPU time that a process has taken, all its threads together, those of the collector and the compiler too: {@code utime + stime} of
 * {@code /proc/PID/stat} (Linux, proc(5)), in steps of 10 ms.
 */
public final class CpuTime {
    private static final double TICKS_A_SECOND = 100;
    private static final int UTIME = 11;
    private static final int STIME = 12;

    private CpuTime() {}

    /**
     * Seconds of CPU time.
     *
     * @throws IOException when there is no such process, or no such file system
     */
    public static double of(long pid) throws IOException {
        return inStat(Files.readString(Path.of("/proc", Long.toString(pid), "stat"), StandardCharsets.UTF_8));
    }

    /** The name of the command stands in parentheses and may hold anything; the fields are counted from behind it. */
    static double inStat(String stat) {
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
        return (Long.parseLong(fields[UTIME]) + Long.parseLong(fields[STIME])) / TICKS_A_SECOND;
    }
}

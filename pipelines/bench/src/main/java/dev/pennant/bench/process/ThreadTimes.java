package dev.pennant.bench.process;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** The CPU time of this process by what its threads are for: each kind of Java thread by its name, the JVM's own by their trade. */
public final class ThreadTimes {
    /** What the JVM's own threads are called by the system (fifteen letters), and what they do. */
    private static final Map<String, String> TRADES = Map.of(
            "C1 Comp",
            "compiling",
            "C2 Comp",
            "compiling",
            "GC Thre",
            "collecting garbage",
            "VM Thre",
            "collecting garbage");

    private static final int TRADE_LETTERS = 7;
    private static final double NANOS = 1e9;

    private ThreadTimes() {}

    /** CPU seconds by kind of thread, of the threads that live. */
    public static Map<String, Double> read() throws IOException {
        Map<String, Double> seconds = new TreeMap<>();
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        for (ThreadInfo thread : threads.getThreadInfo(threads.getAllThreadIds())) {
            if (thread != null) {
                seconds.merge(
                        kind(thread.getThreadName()),
                        threads.getThreadCpuTime(thread.getThreadId()) / NANOS,
                        Double::sum);
            }
        }
        try (DirectoryStream<Path> tasks = Files.newDirectoryStream(Path.of("/proc/self/task"))) {
            for (Path task : tasks) {
                addOwn(task, seconds);
            }
        }
        return seconds;
    }

    /** What was taken from one reading to another, where that is anything. */
    public static Map<String, Double> between(Map<String, Double> earlier, Map<String, Double> later) {
        Map<String, Double> taken = new TreeMap<>();
        later.forEach((kind, seconds) -> {
            double since = seconds - earlier.getOrDefault(kind, 0.0);
            if (since > 0) {
                taken.put(kind, since);
            }
        });
        return taken;
    }

    /** A name without what tells subtasks, pools and clients apart: the numbers at its end, and what stands in parentheses. */
    static String kind(String name) {
        return name.replaceAll("\\s*\\(\\d+/\\d+\\)#\\d+.*", "").replaceAll("[-#]?\\d+$", "");
    }

    private static void addOwn(Path task, Map<String, Double> seconds) throws IOException {
        try {
            String stat = Files.readString(task.resolve("stat"), StandardCharsets.UTF_8);
            String name = stat.substring(stat.indexOf('(') + 1, stat.lastIndexOf(')'));
            String trade = TRADES.get(name.substring(0, Math.min(TRADE_LETTERS, name.length())));
            if (trade != null) {
                seconds.merge(trade, CpuTime.inStat(stat), Double::sum);
            }
        } catch (NoSuchFileException endedMeanwhile) {
            // A thread that is gone has no time any more.
        }
    }
}

package dev.pennant.bench.process;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A JVM of its own on the class path of this one, so that its CPU time is measured apart. It is asked and answers in lines over its standard
 * streams, see {@link Parent}, and ends when it is closed and when this process dies.
 */
public final class ChildJvm implements AutoCloseable {
    private static final long ORDERLY_SECONDS = 20;
    private static final int LOG_LINES = 12;

    private final String name;
    private final Process process;
    private final Path log;
    private final BufferedReader answers;
    private final Writer questions;

    private ChildJvm(String name, Process process, Path log) {
        this.name = name;
        this.process = process;
        this.log = log;
        answers = process.inputReader(StandardCharsets.UTF_8);
        questions = process.outputWriter(StandardCharsets.UTF_8);
    }

    /**
     * Starts a JVM.
     *
     * @param main whose main method it runs
     * @param memory its heap and collector
     * @param environment variables besides those of this process
     * @param folder takes its logs
     * @param arguments of the main method
     */
    public static ChildJvm start(
            Class<?> main, List<String> memory, Map<String, String> environment, Path folder, List<String> arguments)
            throws IOException {
        Files.createDirectories(folder);
        Path log = folder.resolve("process.log");
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(flagsOfThisJvm());
        command.addAll(memory);
        command.add("-Dpennant.logs=" + folder);
        command.add("-Dlog4j2.configurationFile=log4j2-stack.xml");
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(log.toFile());
        builder.environment().putAll(environment);
        return new ChildJvm(main.getSimpleName(), builder.start(), log);
    }

    /** Its process, to read its CPU time. */
    public long pid() {
        return process.pid();
    }

    /**
     * Asks, and waits for the answer.
     *
     * @throws IOException when it has ended, with the end of its log
     */
    public String ask(String question) throws IOException {
        questions.write(question + "\n");
        questions.flush();
        return hear();
    }

    /**
     * Waits for what it says next.
     *
     * @throws IOException when it has ended, with the end of its log
     */
    public String hear() throws IOException {
        String line = answers.readLine();
        if (line == null) {
            throw new IOException(name + " has ended: " + endOfLog());
        }
        return line;
    }

    /** Lets it end in order, and ends it where that takes too long. */
    @Override
    public void close() {
        try {
            questions.close();
            if (process.waitFor(ORDERLY_SECONDS, TimeUnit.SECONDS)) {
                return;
            }
        } catch (IOException gone) {
            // It has ended already, or never reads again.
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        process.destroyForcibly();
        process.onExit().join();
    }

    /** What opens the JDK's packages and says how this program is set up, but not how much memory this process has. */
    private static List<String> flagsOfThisJvm() {
        return ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(flag -> flag.startsWith("--add-") || flag.startsWith("-D"))
                .toList();
    }

    private String endOfLog() {
        try {
            List<String> lines = Files.readAllLines(log, StandardCharsets.UTF_8);
            return String.join("\n", lines.subList(Math.max(0, lines.size() - LOG_LINES), lines.size()));
        } catch (IOException unreadable) {
            return "its log " + log + " cannot be read";
        }
    }
}

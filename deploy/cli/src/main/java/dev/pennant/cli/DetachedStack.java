package dev.pennant.cli;

import dev.pennant.stack.Ports;
import dev.pennant.stack.RunningStack;
import dev.pennant.stack.StackException;
import dev.pennant.stack.StackFolder;
import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.RandomAccessFile;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Starts a stack in a process of its own, which outlives this one and its terminal. */
final class DetachedStack {
    private static final long POLL_MILLIS = 100;

    private DetachedStack() {}

    /** Where the stack of a folder that runs in a process of its own says what it says, the last word included. */
    static Path said(Path folder) {
        return folder.resolve("logs/up.log");
    }

    /**
     * Starts the stack and returns when it is ready, or has failed; passes on what it says in the meantime.
     *
     * @return the exit status to end with
     */
    static int start(Path data, Ports ports, PrintWriter out) throws IOException, InterruptedException {
        Path folder = StackFolder.prepare(data);
        RunningStack.on(folder).ifPresent(other -> {
            throw new StackException("A stack is running on " + folder + " already, as process " + other.pid()
                    + ": stop it with `pennant down`, or choose another folder with --data.");
        });
        Path said = said(folder);
        Files.deleteIfExists(said);
        List<String> command = new ArrayList<>();
        ownSession().ifPresent(command::add);
        command.addAll(command(folder, ports));
        Process process = new ProcessBuilder(command)
                .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        long passedOn = 0;
        while (process.isAlive() && !isReady(folder, process.pid())) {
            TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
            passedOn = passOn(said, passedOn, out);
        }
        passOn(said, passedOn, out);
        return process.isAlive() ? 0 : 1;
    }

    private static boolean isReady(Path folder, long pid) {
        return RunningStack.on(folder)
                .filter(stack -> stack.pid() == pid && stack.ready())
                .isPresent();
    }

    /** The command that runs a stack in the foreground, in a JVM like this one. */
    static List<String> command(Path folder, Ports ports) {
        return command("up", "--data", folder.toString(), "--port-base", Integer.toString(ports.base()));
    }

    /** The command that calls Pennant in a JVM like this one, where no terminal watches. */
    static List<String> command(String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.add("-Dpennant.terminal.results=false");
        command.add("-Dpennant.terminal.messages=false");
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Pennant.class.getName()));
        command.addAll(List.of(arguments));
        return command;
    }

    /** In a session of its own no terminal reaches it, neither by Ctrl-C nor by being closed. */
    private static Optional<String> ownSession() {
        return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .map(folder -> Path.of(folder, "setsid"))
                .filter(Files::isExecutable)
                .map(Path::toString)
                .findFirst();
    }

    private static long passOn(Path said, long from, PrintWriter out) throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(said.toFile(), "r")) {
            byte[] news = new byte[(int) (file.length() - from)];
            file.seek(from);
            file.readFully(news);
            int whole = lastLineEnd(news);
            out.print(new String(news, 0, whole, StandardCharsets.UTF_8));
            out.flush();
            return from + whole;
        }
    }

    private static int lastLineEnd(byte[] text) {
        int end = text.length;
        while (end > 0 && text[end - 1] != '\n') {
            end--;
        }
        return end;
    }
}

package dev.pennant.cli;

import dev.pennant.stack.RunningStack;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Stops the stack on a data folder, whoever started it. */
@Command(name = "down", description = "Stop the stack; all its data stays in the data folder.")
final class DownCommand implements Callable<Integer> {
    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final long END_SECONDS = 2;
    private static final long POLL_MILLIS = 50;

    @Mixin
    private StackOptions options;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        Path data = options.data();
        Optional<RunningStack> running = RunningStack.on(data);
        if (running.isEmpty()) {
            out.println("No stack is running on " + data + ".");
            return 0;
        }
        StackConsole console = new StackConsole(out);
        Optional<ProcessHandle> process = ProcessHandle.of(running.get().pid());
        console.stopping();
        long start = System.nanoTime();
        process.ifPresent(ProcessHandle::destroy);
        while (RunningStack.on(data).isPresent()) {
            if (System.nanoTime() - start > PATIENCE.toNanos()) {
                process.ifPresent(DownCommand::kill);
            }
            TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
        }
        // The folder is free a moment before the process ends; one that nobody reaps looks alive for ever.
        process.ifPresent(ended -> ended.onExit()
                .completeOnTimeout(ended, END_SECONDS, TimeUnit.SECONDS)
                .join());
        console.stopped(Duration.ofNanos(System.nanoTime() - start));
        return 0;
    }

    private static void kill(ProcessHandle process) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }
}

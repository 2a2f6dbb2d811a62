package dev.pennant.cli;

import dev.pennant.stack.Ports;
import dev.pennant.stack.Stack;
import dev.pennant.stack.StackFolder;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Starts the local stack, and keeps it running until it is told to stop. */
@Command(
        name = "up",
        description = "Start the stack on its data folder; Ctrl-C stops it.",
        footer = {
            "",
            "Everything it knows is in the data folder: started on it again, it goes on where it stopped, or was killed.",
        })
final class UpCommand implements Callable<Integer> {
    private final Clock clock;

    @Mixin
    private StackOptions options;

    @Option(names = "--detach", description = "Return when the stack is ready; `pennant down` stops it.")
    private boolean detach;

    @Spec
    private CommandSpec spec;

    /** @param clock tells when the stack was started */
    UpCommand(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        Path data = options.data();
        Ports ports = options.portsToListenOn();
        if (detach) {
            return DetachedStack.start(data, ports, out);
        }
        StackConsole console = new StackConsole(out);
        StackLogs.into(StackFolder.prepare(data));
        console.starting(data, ports);
        Stack stack = Stack.on(data, ports, console, clock);
        try (StopAtExit stop = StopAtExit.of(stack, console)) {
            stack.start(started -> InterruptedRebuilds.finish(started, out, clock));
            spec.commandLine().getErr().println(stop.awaitComplaint());
        }
        return 1;
    }
}

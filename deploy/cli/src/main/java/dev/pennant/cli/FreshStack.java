package dev.pennant.cli;

import dev.pennant.stack.Ports;
import dev.pennant.stack.Stack;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Clock;
import java.util.Optional;

/** A stack on a folder of its own, for as long as one command takes: it stops, and its folder is gone, at the end and at Ctrl-C. */
public final class FreshStack implements AutoCloseable {
    private final Stack stack;
    private final StopAtExit stop;

    private FreshStack(Stack stack, StopAtExit stop) {
        this.stack = stack;
        this.stop = stop;
    }

    /**
     * Starts it, and returns when it is ready.
     *
     * @param messages hears how it comes up and goes down
     */
    public static FreshStack start(Ports ports, PrintWriter messages, Clock clock) throws IOException {
        StackConsole console = new StackConsole(messages);
        DemoFolder folder = DemoFolder.of(Optional.empty());
        Stack stack = folder.claim(ports, console, clock);
        FreshStack fresh = new FreshStack(stack, StopAtExit.of(stack, console, folder));
        try {
            stack.start();
            return fresh;
        } catch (RuntimeException failed) {
            fresh.close();
            throw failed;
        }
    }

    /** The stack that runs. */
    public Stack stack() {
        return stack;
    }

    @Override
    public void close() {
        stop.close();
    }
}

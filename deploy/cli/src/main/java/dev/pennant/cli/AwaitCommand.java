package dev.pennant.cli;

import dev.pennant.audit.AuditException;
import dev.pennant.audit.Await;
import dev.pennant.stack.Ports;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Waits until all that was sent is visible. */
@Command(name = "await", description = "Return when all that was sent by now is visible in ClickHouse.")
final class AwaitCommand implements Callable<Integer> {
    private final InstantSource clock;

    @Mixin
    private StackOptions stack;

    @Option(
            names = "--timeout",
            paramLabel = "SECONDS",
            defaultValue = "120",
            description = "The longest to wait; ${DEFAULT-VALUE} unless given.")
    private int timeoutSeconds;

    AwaitCommand(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public Integer call() throws IOException, AuditException {
        Ports ports = stack.ports();
        new Await(ports.bootstrapServers(), ports.flinkUri(), clock).untilVisible(Duration.ofSeconds(timeoutSeconds));
        return 0;
    }
}

package dev.pennant.cli;

import dev.pennant.stack.Ports;
import dev.pennant.stack.RunningStack;
import dev.pennant.stack.StackException;
import dev.pennant.stack.clickhouse.ClickHouseClient;
import dev.pennant.stack.clickhouse.ClickHouseCredentials;
import dev.pennant.stack.clickhouse.ClickHouseUser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Which stack a command has to do with. */
final class StackOptions {
    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = ".pennant",
            description = "Data folder of the stack; ${DEFAULT-VALUE} unless given.")
    private Path data;

    @Option(
            names = "--port-base",
            paramLabel = "N",
            description = "Base of the stack's ports; 8000 for a new stack, and that of the running one otherwise.")
    private Integer portBase;

    /** The data folder. */
    Path data() {
        return data.toAbsolutePath().normalize();
    }

    /**
     * The ports of a stack that runs: as given, or those of the stack on the data folder.
     *
     * @throws StackException when none runs there
     */
    Ports ports() {
        return portBase == null ? running().ports() : new Ports(portBase);
    }

    /** The ports for a stack that is to be started: as given, or the usual ones. */
    Ports portsToListenOn() {
        return new Ports(portBase == null ? Ports.DEFAULT_BASE : portBase);
    }

    /**
     * The stack that runs on the data folder.
     *
     * @throws StackException when none runs there
     */
    RunningStack running() {
        return RunningStack.on(data())
                .orElseThrow(() -> new StackException("No stack is running on " + data()
                        + ": start it with `pennant up`, or name the folder of the one that you mean with --data."
                        + lastWords()));
    }

    private String lastWords() {
        Path said = DetachedStack.said(data());
        return Files.exists(said) ? " What the last one in the background said is in " + said + "." : "";
    }

    /** The stack's database, as one of its users. */
    ClickHouseClient clickHouse(ClickHouseUser user) throws IOException {
        try {
            ClickHouseCredentials credentials = ClickHouseCredentials.read(data());
            return new ClickHouseClient(ports().clickHouseUri(), user.id(), credentials.password(user));
        } catch (NoSuchFileException none) {
            throw new IOException(
                    "There is no stack in " + data() + "; start one with `pennant up`, or name another --data.", none);
        }
    }
}

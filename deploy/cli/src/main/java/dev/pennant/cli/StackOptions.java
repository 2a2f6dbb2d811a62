package dev.pennant.cli;

import dev.pennant.stack.Ports;
import dev.pennant.stack.clickhouse.ClickHouseClient;
import dev.pennant.stack.clickhouse.ClickHouseCredentials;
import dev.pennant.stack.clickhouse.ClickHouseUser;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Properties;
import picocli.CommandLine.Option;

/** Which stack a command has to do with. */
final class StackOptions {
    private static final String SETTINGS = "stack.properties";
    private static final String PORT_BASE = "port-base";

    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = ".pennant",
            description = "Data folder of the stack; ${DEFAULT-VALUE} unless given.")
    private Path data;

    @Option(
            names = "--port-base",
            paramLabel = "N",
            description = "Base of the stack's ports; that of the stack in the data folder, or 8000, unless given.")
    private Integer portBase;

    /** The data folder. */
    Path data() {
        return data.toAbsolutePath().normalize();
    }

    /** The ports: as given, as the stack in the data folder was started with, or the usual ones. */
    Ports ports() throws IOException {
        if (portBase != null) {
            return new Ports(portBase);
        }
        Path settings = data().resolve(SETTINGS);
        if (!Files.exists(settings)) {
            return new Ports(Ports.DEFAULT_BASE);
        }
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(settings, StandardCharsets.UTF_8)) {
            properties.load(reader);
        }
        return new Ports(Integer.parseInt(properties.getProperty(PORT_BASE, Integer.toString(Ports.DEFAULT_BASE))));
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

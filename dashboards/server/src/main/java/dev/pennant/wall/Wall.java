package dev.pennant.wall;

import dev.pennant.wall.http.WallServer;
import dev.pennant.wall.query.Database;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/** The wall as a process of its own, beside a ClickHouse that runs elsewhere. The local stack has it inside. */
public final class Wall {
    private static final String USAGE =
            """
            Usage: java -cp LIB/* dev.pennant.wall.Wall --clickhouse-url URL --boards DIR --viewer DIR [OPTION VALUE]…
              --clickhouse-url URL             ClickHouse over HTTP, such as http://clickhouse:8123
              --clickhouse-user USER           who reads; wall unless given
              --clickhouse-password-file FILE  its password; PENNANT_CLICKHOUSE_PASSWORD of the environment unless given
              --boards DIR                     the dashboards' JSON
              --viewer DIR                     the built viewer
              --host ADDRESS                   where to listen; 0.0.0.0 unless given
              --port PORT                      8080 unless given""";

    private static final List<String> NAMES = List.of(
            "--clickhouse-url",
            "--clickhouse-user",
            "--clickhouse-password-file",
            "--boards",
            "--viewer",
            "--host",
            "--port");

    private final Map<String, String> options;

    private Wall(Map<String, String> options) {
        this.options = options;
    }

    /** Serves until the process is told to end. Exit code 2 for options that make no sense, 1 when it cannot listen. */
    public static void main(String[] arguments) throws InterruptedException {
        try {
            WallServer wall = of(arguments).start(System.getenv());
            Runtime.getRuntime().addShutdownHook(new Thread(wall::close, "stop"));
            System.out.println("The wall is at port " + wall.port() + ".");
            new CountDownLatch(1).await();
        } catch (IllegalArgumentException wrong) {
            System.err.println(wrong.getMessage() + "\n" + USAGE);
            System.exit(2);
        } catch (IOException failed) {
            System.err.println("The wall did not start: " + failed.getMessage());
            System.exit(1);
        }
    }

    /**
     * The wall that options describe.
     *
     * @throws IllegalArgumentException naming the option that is unknown, or has no value
     */
    static Wall of(String... arguments) {
        Map<String, String> options = new HashMap<>();
        for (int at = 0; at < arguments.length; at += 2) {
            if (!NAMES.contains(arguments[at])) {
                throw new IllegalArgumentException("There is no option " + arguments[at] + ".");
            }
            if (at + 1 == arguments.length) {
                throw new IllegalArgumentException(arguments[at] + " needs a value.");
            }
            options.put(arguments[at], arguments[at + 1]);
        }
        return new Wall(options);
    }

    /**
     * Starts to serve.
     *
     * @throws IllegalArgumentException when an option is missing or makes no sense
     * @throws IOException when it cannot listen, or the password not be read
     */
    WallServer start(Map<String, String> environment) throws IOException {
        return WallServer.start(
                new Database(
                        URI.create(required("--clickhouse-url")),
                        options.getOrDefault("--clickhouse-user", "wall"),
                        password(environment)),
                Path.of(required("--boards")),
                Path.of(required("--viewer")),
                options.getOrDefault("--host", "0.0.0.0"),
                port(),
                Clock.systemUTC());
    }

    private String required(String name) {
        String value = options.get(name);
        if (value == null) {
            throw new IllegalArgumentException(name + " is missing.");
        }
        return value;
    }

    private String password(Map<String, String> environment) throws IOException {
        String file = options.get("--clickhouse-password-file");
        return file == null
                ? environment.getOrDefault("PENNANT_CLICKHOUSE_PASSWORD", "")
                : Files.readString(Path.of(file), StandardCharsets.UTF_8).strip();
    }

    private int port() {
        String port = options.getOrDefault("--port", "8080");
        if (!port.matches("\\d{1,5}") || Integer.parseInt(port) > 65_535) {
            throw new IllegalArgumentException("--port is a number up to 65535, not " + port + ".");
        }
        return Integer.parseInt(port);
    }
}

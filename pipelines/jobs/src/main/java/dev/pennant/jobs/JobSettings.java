package dev.pennant.jobs;

import dev.pennant.core.catalogue.Catalogue;
import dev.pennant.jobs.clickhouse.ClickHouseAccess;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What a job is told at its start.
 *
 * @param bootstrapServers Kafka's addresses
 * @param clickHouse where and as whom it writes
 * @param catalogue folder of one's own catalogue files, or nothing for the shipped ones
 * @param emissionInterval at most how often a changed value is emitted
 * @param tables which of its tables it writes
 * @param rebuild what part it has in a rebuild
 * @param notifications file that says who is told of alerts, or nothing where nobody is
 */
public record JobSettings(
        String bootstrapServers,
        ClickHouseAccess clickHouse,
        Optional<Path> catalogue,
        Duration emissionInterval,
        Tables tables,
        Rebuild rebuild,
        Optional<Path> notifications) {
    /** The environment variable of the task managers that holds the writer's password where no file does. */
    public static final String PASSWORD_VARIABLE = "PENNANT_CLICKHOUSE_PASSWORD";

    /** Emission at most every 200 ms: fast to the eye, and few enough rows for the database. */
    private static final Duration EMISSION_INTERVAL = Duration.ofMillis(200);

    private static final String BOOTSTRAP_SERVERS = "--bootstrap-servers";
    private static final String CLICKHOUSE_URL = "--clickhouse-url";
    private static final String CLICKHOUSE_USER = "--clickhouse-user";
    private static final String CLICKHOUSE_PASSWORD_FILE = "--clickhouse-password-file";
    private static final String CATALOGUE = "--catalogue";
    private static final String EMISSION_INTERVAL_MS = "--emission-interval-ms";
    private static final String TABLES = "--tables";
    private static final String REBUILD = "--rebuild";
    private static final String NOTIFICATIONS = "--notifications";
    private static final List<String> OPTIONS = List.of(
            BOOTSTRAP_SERVERS,
            CLICKHOUSE_URL,
            CLICKHOUSE_USER,
            CLICKHOUSE_PASSWORD_FILE,
            CATALOGUE,
            EMISSION_INTERVAL_MS,
            TABLES,
            REBUILD,
            NOTIFICATIONS);

    /** Which tables a job writes. */
    public enum Tables {
        /** All. */
        ALL,
        /** The indicators, how far it has read, and what registers hold; not the details they are made of. */
        INDICATORS
    }

    /** What part a job has in a rebuild. */
    public enum Rebuild {
        /** None: it is the job that everybody reads. */
        NONE,
        /** It applies its topics again from the beginning, into tables of its own beside those that are read. */
        SHADOW,
        /** It applies its topics again from the beginning, into another database, and tells its values to topics that nobody else reads. */
        REPLAY
    }

    /** The usual job on these parts. */
    public static JobSettings on(String bootstrapServers, ClickHouseAccess clickHouse) {
        return new JobSettings(
                bootstrapServers,
                clickHouse,
                Optional.empty(),
                EMISSION_INTERVAL,
                Tables.ALL,
                Rebuild.NONE,
                Optional.empty());
    }

    /** The same with other tables. */
    public JobSettings with(Tables written) {
        return new JobSettings(
                bootstrapServers, clickHouse, catalogue, emissionInterval, written, rebuild, notifications);
    }

    /** The same with a part in a rebuild. */
    public JobSettings with(Rebuild part) {
        return new JobSettings(bootstrapServers, clickHouse, catalogue, emissionInterval, tables, part, notifications);
    }

    /**
     * Reads the arguments of a job's main. The password is never among them, where every user of the machine could read it: it stands in a
     * file, or in the environment of the task managers.
     *
     * @throws IllegalArgumentException when an option is unknown, lacks its value, or is missing
     */
    public static JobSettings of(String... arguments) {
        Map<String, String> options = new HashMap<>();
        for (int i = 0; i < arguments.length; i += 2) {
            if (!OPTIONS.contains(arguments[i]) || i + 1 == arguments.length) {
                throw new IllegalArgumentException(
                        "'" + arguments[i] + "' is no option with a value; options are " + String.join(", ", OPTIONS));
            }
            options.put(arguments[i], arguments[i + 1]);
        }
        ClickHouseAccess writer =
                ClickHouseAccess.to(required(options, CLICKHOUSE_URL), options.getOrDefault(CLICKHOUSE_USER, "writer"));
        String passwordFile = options.get(CLICKHOUSE_PASSWORD_FILE);
        ClickHouseAccess access = passwordFile == null
                ? writer.withPasswordFromEnvironment(PASSWORD_VARIABLE)
                : writer.withPasswordFile(Path.of(passwordFile));
        return new JobSettings(
                required(options, BOOTSTRAP_SERVERS),
                access,
                Optional.ofNullable(options.get(CATALOGUE)).map(Path::of),
                Optional.ofNullable(options.get(EMISSION_INTERVAL_MS))
                        .map(millis -> Duration.ofMillis(Long.parseLong(millis)))
                        .orElse(EMISSION_INTERVAL),
                constant(options, TABLES, Tables.ALL),
                constant(options, REBUILD, Rebuild.NONE),
                Optional.ofNullable(options.get(NOTIFICATIONS)).map(Path::of));
    }

    /** The same, with people told of alerts as a file of settings says. */
    public JobSettings notifyingBy(Path settings) {
        return new JobSettings(
                bootstrapServers, clickHouse, catalogue, emissionInterval, tables, rebuild, Optional.of(settings));
    }

    /** The catalogue, read and checked. */
    public Catalogue readCatalogue() {
        return catalogue.map(Catalogue::in).orElseGet(Catalogue::shipped);
    }

    private static <E extends Enum<E>> E constant(Map<String, String> options, String option, E usual) {
        String value = options.get(option);
        if (value == null) {
            return usual;
        }
        List<String> spellings = new ArrayList<>();
        for (E constant : usual.getDeclaringClass().getEnumConstants()) {
            String spelling = constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
            if (spelling.equals(value)) {
                return constant;
            }
            spellings.add(spelling);
        }
        throw new IllegalArgumentException(
                option + " is one of " + String.join(", ", spellings) + ", not '" + value + "'");
    }

    private static String required(Map<String, String> options, String option) {
        String value = options.get(option);
        if (value == null) {
            throw new IllegalArgumentException(option + " is missing");
        }
        return value;
    }
}

package dev.pennant.stack.clickhouse;

import dev.pennant.stack.HouseFolder;
import java.nio.file.Path;
import java.util.Locale;

/** Where the ClickHouse engine lies on this machine. */
public final class EngineLibrary {
    /** Names the file itself, on a machine where npm does not put it into its place. */
    private static final String VARIABLE = "PENNANT_CLICKHOUSE_ENGINE";

    private static final String PROPERTY = "pennant.clickhouse.engine";

    private EngineLibrary() {}

    /**
     * The engine's library: what the system property {@code pennant.clickhouse.engine} or the variable
     * {@code PENNANT_CLICKHOUSE_ENGINE} says; else what {@code npm ci} put into {@code deploy/clickhouse/engine} of the house
     * around the working directory, or around this program. The path is given also when nothing is there.
     */
    public static Path find() {
        String named = System.getProperty(PROPERTY, System.getenv(VARIABLE));
        if (named != null && !named.isBlank()) {
            return Path.of(named).toAbsolutePath();
        }
        return HouseFolder.find(Path.of("deploy/clickhouse/engine/node_modules/@chdb", packageName(), "libchdb.so"));
    }

    private static String packageName() {
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        String processor = System.getProperty("os.arch").contains("64") && !isArm() ? "x64" : "arm64";
        return system.contains("mac") ? "lib-darwin-" + processor : "lib-linux-" + processor + "-gnu";
    }

    private static boolean isArm() {
        return System.getProperty("os.arch").equals("aarch64");
    }
}

package dev.pennant.stack.clickhouse;

import java.util.Locale;

/** Who signs in to Pennant's database; what each may do stands in {@code users.xml}. */
public enum ClickHouseUser {
    /** Inserts into the tables that the jobs fill, and nothing else. */
    WRITER,
    /** Owns the database and its views. */
    MIGRATOR,
    /** Reads every view. */
    GRAFANA,
    /** Reads the views that show no single enterprise. */
    WALL,
    /** Reads every view and the detail tables. */
    ANALYST;

    /** The name to sign in with. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The variable by which {@code users.xml} is told the SHA-256 of the password. */
    String passwordVariable() {
        return "PENNANT_CLICKHOUSE_" + name() + "_SHA256";
    }
}

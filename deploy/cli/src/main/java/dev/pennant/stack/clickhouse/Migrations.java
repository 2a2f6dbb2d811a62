package dev.pennant.stack.clickhouse;

import dev.pennant.stack.StackException;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Brings the database to where this program needs it: runs the numbered migrations that it has not seen yet, in their order.
 * There is no way back, and an applied migration is never edited: its checksum stands in {@code pennant.schema_migrations}.
 */
public final class Migrations {
    private static final Duration STALE_AFTER = Duration.ofSeconds(8);
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private static final String CREATE_RECORD =
            """
            CREATE TABLE IF NOT EXISTS pennant.schema_migrations
            (
                number UInt32 COMMENT 'Place in the order, from 1',
                name String COMMENT 'Name of the file',
                checksum String COMMENT 'SHA-256 of the file as it was applied',
                applied_at DateTime64(3, 'UTC') DEFAULT now64(3, 'UTC') COMMENT 'When its last statement had run'
            )
            ENGINE = ReplacingMergeTree(applied_at)
            ORDER BY number
            COMMENT 'The migrations that this database has seen'""";

    /** What has to be done to a database of an earlier version before it is brought further. */
    @FunctionalInterface
    public interface Preparation {
        /** Does it. */
        void prepare() throws IOException;
    }

    private final List<Migration> migrations;

    /** @throws IllegalArgumentException when the numbers of the migrations do not rise; one may be left out */
    Migrations(List<Migration> migrations) {
        this.migrations = List.copyOf(migrations);
        for (int i = 1; i < migrations.size(); i++) {
            if (migrations.get(i).number() <= migrations.get(i - 1).number()) {
                throw new IllegalArgumentException(migrations.get(i).name() + " has to have a higher number than "
                        + migrations.get(i - 1).name());
            }
        }
    }

    /** The migrations that come with this program. */
    public static Migrations packed() {
        return new Migrations(MigrationFiles.packed());
    }

    /**
     * Runs what the database has not seen. Starters that do so at once wait for one another.
     *
     * @param migrator signs in as the migrator
     * @return the names of those that were applied now, in their order
     * @throws StackException when an applied one was edited, when the database is newer than this program, or when one fails
     * @throws IOException when the server cannot be reached
     */
    public List<String> apply(ClickHouseClient migrator) throws IOException {
        return apply(migrator, () -> {});
    }

    /**
     * The same, with something to be done before the first of them, where the database has seen earlier ones: once it is known that it is neither newer
     * nor another, and not when nothing is to be applied.
     */
    public List<String> apply(ClickHouseClient migrator, Preparation preparation) throws IOException {
        migrator.query(
                "CREATE DATABASE IF NOT EXISTS pennant COMMENT 'Running indicators of the township competition'");
        try (MigrationLock lock = MigrationLock.acquire(migrator, STALE_AFTER, PATIENCE)) {
            migrator.query(CREATE_RECORD);
            int seen = seen(migrator);
            if (seen > 0 && seen < migrations.size()) {
                preparation.prepare();
            }
            List<String> applied = new ArrayList<>();
            for (Migration migration : migrations.subList(seen, migrations.size())) {
                lock.requireHeld();
                run(migrator, migration);
                applied.add(migration.name());
            }
            return applied;
        }
    }

    /** How many the database has seen, each of which must be the one that this program has. */
    private int seen(ClickHouseClient migrator) throws IOException {
        List<String> rows = migrator.query(
                        "SELECT number, name, checksum FROM pennant.schema_migrations FINAL ORDER BY number")
                .lines()
                .toList();
        for (int i = 0; i < rows.size(); i++) {
            String[] row = rows.get(i).split("\t", -1);
            if (i >= migrations.size()) {
                throw new StackException("The database has seen migration " + row[1]
                        + ", which this Pennant does not know: it is older than the database, so start a newer one.");
            }
            Migration known = migrations.get(i);
            if (!row[1].equals(known.name()) || !row[2].equals(known.checksum())) {
                throw new StackException(
                        "Migration " + known.name() + " is not the one that was applied to this database (" + row[1]
                                + "): restore it as it was, and write the change into a new migration.");
            }
        }
        return rows.size();
    }

    private static void run(ClickHouseClient migrator, Migration migration) throws IOException {
        int position = 0;
        try {
            for (String statement : migration.statements()) {
                position++;
                migrator.query(statement);
            }
        } catch (ClickHouseException e) {
            throw new StackException(
                    "Migration " + migration.name() + " failed at statement " + position + ": " + e.getMessage(), e);
        }
        migrator.query(
                "INSERT INTO pennant.schema_migrations (number, name, checksum) SELECT {number:UInt32}, {name:String}, {checksum:String}",
                Map.of(
                        "param_number", Integer.toString(migration.number()),
                        "param_name", migration.name(),
                        "param_checksum", migration.checksum()));
    }
}

package dev.pennant.stack.clickhouse;

import dev.pennant.stack.StackException;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/**
 * The right to change the database, for one starter at a time: a table that only one can create. Its holder touches it every
 * second; one that has not been touched for a while belongs to a starter that died, and is taken over. Ages are by the
 * server's clock.
 */
final class MigrationLock implements AutoCloseable {
    static final String TABLE = "schema_migrations_lock";
    private static final int TABLE_EXISTS = 57;
    private static final int UNKNOWN_TABLE = 60;
    private static final long POLL_MILLIS = 100;

    private final ClickHouseClient client;
    private final String table;
    private final ScheduledExecutorService heartbeat;

    private MigrationLock(ClickHouseClient client, String table) {
        this.client = client;
        this.table = table;
        this.heartbeat = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "migration-lock");
            thread.setDaemon(true);
            return thread;
        });
    }

    /** The table that is the lock now, by its UUID, and for how long its holder has been silent. */
    private record Holder(String table, long silentSeconds) {}

    /**
     * Waits for the lock and takes it.
     *
     * @param staleAfter how long a holder may be silent before it counts as dead; whole seconds, several
     * @param patience how long to wait for one that lives
     * @throws StackException when another holder keeps it for longer
     */
    static MigrationLock acquire(ClickHouseClient client, Duration staleAfter, Duration patience) throws IOException {
        long start = System.nanoTime();
        while (System.nanoTime() - start < patience.toNanos()) {
            if (created(client)) {
                MigrationLock lock =
                        new MigrationLock(client, holder(client).orElseThrow().table());
                lock.keepAlive();
                return lock;
            }
            Optional<Holder> holder = holder(client);
            if (holder.isPresent() && holder.get().silentSeconds() > staleAfter.toSeconds()) {
                setAside(client, holder.get());
            } else {
                pause();
            }
        }
        throw new StackException("Another Pennant is changing the database; try again when it is done.");
    }

    /**
     * Makes sure that nobody has taken this lock over, as could happen to a process that was stopped for long.
     *
     * @throws StackException when somebody has
     */
    void requireHeld() throws IOException {
        if (holder(client).filter(holder -> holder.table().equals(table)).isEmpty()) {
            throw new StackException("Another Pennant has taken over the change of the database from this one.");
        }
    }

    /** Gives the lock back, and clears away those that dead starters left. */
    @Override
    public void close() throws IOException {
        heartbeat.shutdownNow();
        if (holder(client).filter(holder -> holder.table().equals(table)).isPresent()) {
            String abandoned = client.query("SELECT name FROM system.tables WHERE database = 'pennant' AND name LIKE '"
                    + TABLE.replace("_", "\\\\_") + "\\\\_%'");
            for (String name : abandoned.lines().toList()) {
                client.query("DROP TABLE IF EXISTS pennant." + name + " SYNC");
            }
            client.query("DROP TABLE IF EXISTS pennant." + TABLE + " SYNC");
        }
    }

    private static boolean created(ClickHouseClient client) throws IOException {
        return succeeds(
                client,
                "CREATE TABLE pennant." + TABLE
                        + " (touched UInt64 COMMENT 'Never written: the table itself is the lock')"
                        + " ENGINE = Memory COMMENT 'Somebody is changing the database'",
                TABLE_EXISTS);
    }

    /** Under a name of its own the dead holder's table can be set aside once only, however many starters try. */
    private static void setAside(ClickHouseClient client, Holder dead) throws IOException {
        String aside = TABLE + "_" + dead.table().replace('-', '_');
        succeeds(client, "RENAME TABLE pennant." + TABLE + " TO pennant." + aside, TABLE_EXISTS, UNKNOWN_TABLE);
    }

    private static boolean succeeds(ClickHouseClient client, String sql, int... refusals) throws IOException {
        try {
            client.query(sql);
            return true;
        } catch (ClickHouseException e) {
            for (int refusal : refusals) {
                if (e.code() == refusal) {
                    return false;
                }
            }
            throw e;
        }
    }

    private static Optional<Holder> holder(ClickHouseClient client) throws IOException {
        String row =
                client.query("SELECT uuid, dateDiff('second', metadata_modification_time, now()) FROM system.tables "
                        + "WHERE database = 'pennant' AND name = '" + TABLE + "'");
        if (row.isEmpty()) {
            return Optional.empty();
        }
        String[] columns = row.split("\t", -1);
        return Optional.of(new Holder(columns[0], Long.parseLong(columns[1])));
    }

    private void keepAlive() {
        long[] beats = new long[1];
        ScheduledFuture<?> unused = heartbeat.scheduleAtFixedRate(() -> touch(beats[0]++), 1, 1, TimeUnit.SECONDS);
    }

    private void touch(long beat) {
        try {
            client.query("ALTER TABLE pennant." + TABLE + " MODIFY COMMENT 'Somebody is changing the database: " + beat
                    + "'");
        } catch (IOException | ClickHouseException missed) {
            // A holder that cannot reach the server cannot change the database either; the next beat may succeed.
        }
    }

    private static void pause() throws IOException {
        try {
            Thread.sleep(POLL_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while another Pennant changes the database", e);
        }
    }
}

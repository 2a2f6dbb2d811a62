package dev.pennant.wall.live;

import dev.pennant.wall.query.Answer;
import dev.pennant.wall.query.Database;
import dev.pennant.wall.query.DatabaseException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks a few times a second whether the data has changed. A change is told at once, and what follows within a second together, so
 * that a stream of changes does not make screens ask without end. A database that comes back counts as changed.
 */
public final class DataWatch implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(DataWatch.class);
    private static final String VERSION = "SELECT version FROM pennant.data_version";
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);
    private static final Duration BETWEEN_CALLS = Duration.ofSeconds(1);

    private final Database database;
    private final InstantSource clock;
    private final Runnable changed;
    private final AtomicLong version = new AtomicLong();
    private final Ticker looks = new Ticker("wall-watch", BETWEEN_LOOKS, this::look);
    private volatile String seen;
    private boolean untold;
    private Instant told = Instant.EPOCH;

    /**
     * @param clock tells when the last change was told
     * @param changed hears of changes, on the thread that looks
     */
    public DataWatch(Database database, InstantSource clock, Runnable changed) {
        this.database = database;
        this.clock = clock;
        this.changed = changed;
    }

    /** Begins to look. */
    public void start() {
        looks.start();
    }

    /** Another number after every change that was seen. */
    public long version() {
        return version.get();
    }

    /** Whether the database has answered the last time. */
    public boolean isAnswered() {
        return seen != null;
    }

    @Override
    public void close() {
        looks.close();
    }

    private void look() {
        String now = read();
        if (now != null && !now.equals(seen)) {
            untold |= version.getAndIncrement() > 0;
        }
        if (now == null && seen != null) {
            LOG.info("The wall has lost its database");
        }
        seen = now;
        if (untold && now != null && !clock.instant().isBefore(told.plus(BETWEEN_CALLS))) {
            untold = false;
            told = clock.instant();
            changed.run();
        }
    }

    /** What the database says of its state, or null where it says nothing. */
    private String read() {
        try {
            Answer answer = database.query(VERSION);
            return answer.columns().get(0).cells().get(0);
        } catch (DatabaseException | RuntimeException silent) {
            return null;
        }
    }
}

package dev.pennant.wall.live;

import dev.pennant.wall.query.Answer;
import dev.pennant.wall.query.DatabaseException;
import dev.pennant.wall.query.Queryable;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks a few times a second whether the data has changed, and every other second while nobody would hear of it. A change is told
 * at once, and what follows within a second together; if what the screens then ask takes the database longer than that, the next
 * waits as long. So a stream of changes never costs it more than one processor's time. A database that comes back counts as changed,
 * and so does what was told while nobody heard, as soon as somebody does: it may have been asked for just before.
 */
public final class DataWatch implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(DataWatch.class);
    private static final String VERSION = "SELECT version FROM pennant.data_version";
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);
    private static final int TICKS_BETWEEN_UNHEARD = 10;
    private static final Duration SHORTEST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);

    private final Queryable database;
    private final InstantSource clock;
    private final Supplier<Duration> spent;
    private final BooleanSupplier heard;
    private final Runnable changed;
    private final AtomicLong version = new AtomicLong();
    private final Ticker looks = new Ticker("wall-watch", BETWEEN_LOOKS, this::tick);
    private volatile String seen;
    private boolean everSeen;
    private boolean untold;
    private int unheardTicks;
    private boolean toldNobody;
    private Instant told = Instant.EPOCH;
    private Duration spentBefore = Duration.ZERO;

    /**
     * @param clock tells when the last change was told
     * @param spent how long all that the screens have asked has taken the database until now
     * @param heard whether anybody hears of changes
     * @param changed hears of changes, on the thread that looks
     */
    public DataWatch(
            Queryable database,
            InstantSource clock,
            Supplier<Duration> spent,
            BooleanSupplier heard,
            Runnable changed) {
        this.database = database;
        this.clock = clock;
        this.spent = spent;
        this.heard = heard;
        this.changed = changed;
    }

    /** Begins to look. */
    public void start() {
        looks.start();
    }

    /** Another number whenever a change was told. */
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

    void tick() {
        if (heard.getAsBoolean()) {
            unheardTicks = 0;
            untold |= toldNobody;
            toldNobody = false;
            look();
        } else if (unheardTicks++ % TICKS_BETWEEN_UNHEARD == 0) {
            look();
        }
    }

    private void look() {
        String now = read();
        if (now != null && !now.equals(seen)) {
            untold |= everSeen;
            everSeen = true;
        }
        if (now == null && seen != null) {
            LOG.info("The wall has lost its database");
        }
        seen = now;
        if (untold && now != null && !clock.instant().isBefore(told.plus(pause()))) {
            tell();
        }
    }

    private void tell() {
        untold = false;
        told = clock.instant();
        spentBefore = spent.get();
        version.incrementAndGet();
        toldNobody = !heard.getAsBoolean();
        changed.run();
    }

    private Duration pause() {
        Duration used = spent.get().minus(spentBefore);
        return used.compareTo(SHORTEST_PAUSE) < 0
                ? SHORTEST_PAUSE
                : used.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : used;
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

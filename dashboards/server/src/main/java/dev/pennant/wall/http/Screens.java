package dev.pennant.wall.http;

import dev.pennant.wall.live.Ticker;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.util.Callback;

/** The screens that listen for changes, by server-sent events. None of them holds a thread. */
final class Screens implements AutoCloseable {
    private static final int MOST = 2_000;
    private static final Duration BETWEEN_BEATS = Duration.ofSeconds(10);
    private static final String BEAT = ": still here\n\n";

    private final InstantSource clock;
    private final Set<Screen> screens = ConcurrentHashMap.newKeySet();
    private final Ticker heart = new Ticker("wall-heart", BETWEEN_BEATS, this::beat);

    /** @param clock tells when a change was */
    Screens(InstantSource clock) {
        this.clock = clock;
    }

    void start() {
        heart.start();
    }

    /** Takes a screen in; it hears of every change from now on. */
    void join(Exchange exchange) {
        if (screens.size() >= MOST) {
            exchange.send(Problem.TOO_MANY);
            return;
        }
        exchange.response().setStatus(200);
        exchange.response().getHeaders().put(HttpHeader.CONTENT_TYPE, "text/event-stream; charset=utf-8");
        exchange.response().getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
        Screen screen = new Screen(exchange);
        screens.add(screen);
        screen.tell("retry: 1000\n\n");
    }

    /** Whether any listens. */
    boolean areThere() {
        return !screens.isEmpty();
    }

    /** Tells all that the data has changed. */
    void changed() {
        String event = "event: changed\ndata: {\"at\":" + clock.millis() + "}\n\n";
        screens.forEach(screen -> screen.tell(event));
    }

    private void beat() {
        screens.forEach(screen -> screen.tell(BEAT));
    }

    /** Lets all go. */
    @Override
    public void close() {
        heart.close();
        screens.forEach(Screen::end);
    }

    /** One screen. While it is slow to take something, only the latest of what follows is kept for it. */
    private final class Screen {
        private final Exchange exchange;
        private String next;
        private boolean writing;
        private boolean ending;

        Screen(Exchange exchange) {
            this.exchange = exchange;
        }

        synchronized void tell(String text) {
            if (ending) {
                return;
            }
            // A heartbeat has nothing to say where a change waits.
            if (next == null || !text.equals(BEAT)) {
                next = text;
            }
            writeNext();
        }

        synchronized void end() {
            ending = true;
            if (!writing) {
                finish();
            }
        }

        private void writeNext() {
            if (writing || next == null) {
                return;
            }
            ByteBuffer content = ByteBuffer.wrap(next.getBytes(StandardCharsets.UTF_8));
            next = null;
            writing = true;
            exchange.response().write(false, content, Callback.from(this::written, this::gone));
        }

        private synchronized void written() {
            writing = false;
            if (ending) {
                finish();
            } else {
                writeNext();
            }
        }

        private void finish() {
            screens.remove(this);
            exchange.response().write(true, null, exchange.callback());
        }

        private void gone(Throwable closed) {
            screens.remove(this);
            synchronized (this) {
                ending = true;
            }
            exchange.callback().failed(closed);
        }
    }
}

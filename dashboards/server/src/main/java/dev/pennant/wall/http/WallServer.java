package dev.pennant.wall.http;

import dev.pennant.wall.board.BoardFolder;
import dev.pennant.wall.live.DataWatch;
import dev.pennant.wall.live.Ticker;
import dev.pennant.wall.query.Database;
import dev.pennant.wall.query.SharedAnswers;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The wall: boards, the data of their panels and the viewer that draws them over HTTP, for as many screens as there are. It goes on
 * while its database is away, says so, and shows data again when it is back.
 */
public final class WallServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(WallServer.class);
    private static final int THREADS = 16;
    private static final int IDLE_MILLIS = 60_000;
    private static final int STOP_MILLIS = 1_000;
    private static final int STOP_IDLE_MILLIS = 100;

    private final Server server;
    private final ServerConnector connector;
    private final Screens screens;
    private final SharedAnswers answers;
    private final DataWatch watch;
    private final Ticker sweeper;

    private WallServer(Database database, Path boards, Path viewer, String host, int port, InstantSource clock) {
        screens = new Screens(clock);
        answers = new SharedAnswers(database, this::version, clock);
        watch = new DataWatch(database, clock, answers::spent, screens::areThere, screens::changed);
        sweeper = new Ticker("wall-sweeper", SharedAnswers.FRESH, answers::forgetOld);
        QueuedThreadPool threads = new QueuedThreadPool(THREADS, 2);
        threads.setName("wall");
        threads.setDaemon(true);
        server = new Server(threads);
        HttpConfiguration http = new HttpConfiguration();
        http.setSendServerVersion(false);
        connector = new ServerConnector(server, 1, 1, new HttpConnectionFactory(http));
        connector.setHost(host);
        connector.setPort(port);
        connector.setIdleTimeout(IDLE_MILLIS);
        connector.setShutdownIdleTimeout(STOP_IDLE_MILLIS);
        server.addConnector(connector);
        server.setErrorHandler(new ErrorPages());
        server.setHandler(new WallHandler(
                new BoardFolder(boards, clock),
                new BoardPages(answers),
                new ViewerFiles(viewer),
                screens,
                watch,
                clock));
        server.setStopTimeout(STOP_MILLIS);
    }

    /**
     * Starts to serve.
     *
     * @param database as a user who can only read
     * @param boards the folder of the dashboards' JSON
     * @param viewer the folder of the built viewer
     * @param host the address to listen on
     * @param port the port, 0 for any free one
     * @param clock what now is for the boards
     * @throws IOException when it cannot listen there
     */
    public static WallServer start(
            Database database, Path boards, Path viewer, String host, int port, InstantSource clock)
            throws IOException {
        WallServer wall = new WallServer(database, boards, viewer, host, port, clock);
        try {
            wall.server.start();
        } catch (Exception failed) {
            wall.close();
            throw failed instanceof IOException known ? known : new IOException("The wall did not start", failed);
        }
        wall.screens.start();
        wall.watch.start();
        wall.sweeper.start();
        return wall;
    }

    private long version() {
        return watch.version();
    }

    /** The port it listens on. */
    public int port() {
        return connector.getLocalPort();
    }

    /** Lets every screen go, and stops within seconds. */
    @Override
    public void close() {
        watch.close();
        screens.close();
        sweeper.close();
        answers.close();
        try {
            server.stop();
        } catch (Exception failed) {
            // Whoever still read something has been cut off; everything has stopped all the same.
            LOG.info("The wall did not stop in order", failed);
        }
    }
}

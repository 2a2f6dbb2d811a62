package dev.pennant.wall.http;

import dev.pennant.wall.board.Board;
import dev.pennant.wall.board.BoardFolder;
import dev.pennant.wall.board.Panel;
import dev.pennant.wall.live.DataWatch;
import dev.pennant.wall.variable.AskedException;
import java.io.IOException;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.Fields;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds what an address means, and sends it. */
final class WallHandler extends Handler.Abstract {
    private static final Logger LOG = LoggerFactory.getLogger(WallHandler.class);
    private static final Pattern BOARD = Pattern.compile("/api/boards/([^/]+)");
    private static final Pattern PANEL = Pattern.compile("/api/boards/([^/]+)/panels/(\\d{1,9})/data");

    private final BoardFolder boards;
    private final BoardPages pages;
    private final ViewerFiles viewer;
    private final Screens screens;
    private final DataWatch watch;
    private final InstantSource clock;

    WallHandler(
            BoardFolder boards,
            BoardPages pages,
            ViewerFiles viewer,
            Screens screens,
            DataWatch watch,
            InstantSource clock) {
        this.boards = boards;
        this.pages = pages;
        this.viewer = viewer;
        this.screens = screens;
        this.watch = watch;
        this.clock = clock;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        Exchange exchange = new Exchange(request, response, callback);
        Exchange.SECURITY.forEach((name, value) -> response.getHeaders().put(name, value));
        if (!request.getMethod().equals("GET") && !request.getMethod().equals("HEAD")) {
            exchange.send(Problem.ONLY_GET);
            return true;
        }
        try {
            route(exchange, Request.getPathInContext(request));
        } catch (ProblemException known) {
            exchange.send(known.problem());
        } catch (AskedException | IOException | RuntimeException failed) {
            fail(exchange, failed);
        }
        return true;
    }

    private void route(Exchange exchange, String path) throws ProblemException, AskedException, IOException {
        if (path.equals("/health")) {
            exchange.send(pages.health(watch.isAnswered()));
        } else if (path.equals("/api/events")) {
            screens.join(exchange);
        } else if (path.equals("/api/boards")) {
            exchange.send(pages.list(boards.boards()));
        } else if (path.startsWith("/api/")) {
            routeBoard(exchange, path);
        } else if (path.equals("/") || path.startsWith("/d/")) {
            exchange.send(viewer.start());
        } else {
            exchange.send(viewer.file(path.substring(1)).orElseThrow(() -> new ProblemException(Problem.NO_SUCH_PAGE)));
        }
    }

    private void routeBoard(Exchange exchange, String path) throws ProblemException, AskedException, IOException {
        Matcher panel = PANEL.matcher(path);
        if (panel.matches()) {
            Board board = board(panel.group(1));
            Panel shown = board.panel(Integer.parseInt(panel.group(2)))
                    .orElseThrow(() -> new ProblemException(Problem.NO_SUCH_PANEL));
            send(exchange, pages.data(board, shown, asked(exchange, board)));
            return;
        }
        Matcher board = BOARD.matcher(path);
        if (!board.matches()) {
            throw new ProblemException(Problem.NO_SUCH_PAGE);
        }
        Board shown = board(board.group(1));
        send(exchange, pages.board(shown, asked(exchange, shown)));
    }

    private Board board(String uid) throws ProblemException, IOException {
        return boards.boards().board(uid).orElseThrow(() -> new ProblemException(Problem.NO_SUCH_BOARD));
    }

    private Asked asked(Exchange exchange, Board board) throws ProblemException, AskedException {
        Fields parameters;
        try {
            parameters = Request.extractQueryParameters(exchange.request());
        } catch (RuntimeException garbled) {
            throw new ProblemException(Problem.BAD_ADDRESS);
        }
        return Asked.of(board, parameters, clock.instant());
    }

    private static void send(Exchange exchange, CompletableFuture<Page> page) {
        CompletableFuture<Page> unused = page.whenComplete((made, failed) -> {
            if (failed == null) {
                exchange.send(made);
            } else {
                fail(exchange, failed);
            }
        });
    }

    private static void fail(Exchange exchange, Throwable failed) {
        Problem problem = Problem.of(failed);
        if (problem.isOurs()) {
            LOG.info("{} was not answered: {}", exchange.request().getHttpURI().getPath(), failed.toString());
        }
        exchange.send(problem);
    }
}

package dev.pennant.jobs.alerts.notify;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A real HTTP server on loopback that misbehaves as it is told, request by request, and behaves when it is told no more. */
public final class TrainedServer implements AutoCloseable {
    public final List<Call> calls = new CopyOnWriteArrayList<>();

    private final Queue<Manner> manners = new ConcurrentLinkedQueue<>();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpServer server;

    /** A request as it came. */
    public record Call(String query, String key, String body) {}

    /** How a request is answered. */
    public enum Manner {
        /** Never, as long as the server lives. */
        SLOW,
        /** With status 500. */
        BROKEN,
        /** With status 200 and an error in the body, as robots do. */
        REFUSING,
        /** By closing the connection. */
        HANGING_UP,
        /** With the body of an answer that all kinds of receivers give. */
        KIND
    }

    public TrainedServer() throws IOException {
        this(0);
    }

    TrainedServer(int port) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    public TrainedServer willBe(Manner... next) {
        manners.addAll(List.of(next));
        return this;
    }

    int port() {
        return server.getAddress().getPort();
    }

    public String address() {
        return "http://127.0.0.1:" + port() + "/robot?key=4711";
    }

    private void answer(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        calls.add(new Call(
                exchange.getRequestURI().getQuery(),
                exchange.getRequestHeaders().getFirst("Idempotency-Key"),
                body));
        Manner manner = manners.isEmpty() ? Manner.KIND : manners.remove();
        switch (manner) {
            case SLOW -> await();
            case BROKEN -> respond(exchange, 500, "broken");
            case REFUSING -> respond(exchange, 200, "{\"errcode\":45009,\"errmsg\":\"freq out of limit\"}");
            case HANGING_UP -> exchange.close();
            case KIND -> respond(exchange, 200, "{\"errcode\":0,\"errmsg\":\"ok\"}");
        }
    }

    private static void respond(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private void await() {
        try {
            closing.await();
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closing.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}

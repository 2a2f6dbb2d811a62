package dev.pennant.stack;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Stands before a real ClickHouse, hands every query on, and counts how often each has come. */
final class CountingProxy implements AutoCloseable {
    private static final String CODE = "X-ClickHouse-Exception-Code";

    private final HttpClient http = HttpClient.newHttpClient();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Map<String, Integer> counts = new ConcurrentHashMap<>();
    private final HttpServer server;
    private final URI database;

    CountingProxy(URI database) throws IOException {
        this.database = database;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::handOn);
        server.start();
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    int count(String sql) {
        return counts.getOrDefault(sql, 0);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void handOn(HttpExchange exchange) throws IOException {
        try (exchange) {
            String sql = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            counts.merge(sql, 1, Integer::sum);
            HttpRequest.Builder request = HttpRequest.newBuilder(database.resolve(exchange.getRequestURI()))
                    .POST(HttpRequest.BodyPublishers.ofString(sql, StandardCharsets.UTF_8));
            for (String header : new String[] {"X-ClickHouse-User", "X-ClickHouse-Key"}) {
                request.header(header, exchange.getRequestHeaders().getFirst(header));
            }
            HttpResponse<byte[]> response = http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            response.headers().firstValue(CODE).ifPresent(code -> exchange.getResponseHeaders()
                    .set(CODE, code));
            exchange.sendResponseHeaders(response.statusCode(), response.body().length);
            exchange.getResponseBody().write(response.body());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}

package dev.pennant.stack.clickhouse;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;

/** Queries over ClickHouse's HTTP interface, as one user. */
public final class ClickHouseClient {
    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final URI server;
    private final String user;
    private final String password;

    /** A client of the server at a URL such as {@code http://127.0.0.1:8123}. */
    public ClickHouseClient(URI server, String user, String password) {
        this.server = server;
        this.user = user;
        this.password = password;
    }

    /**
     * The whole answer to a query, in the format it asks for, tab-separated by default and without the last line end.
     *
     * @throws ClickHouseException when the server refuses or fails the query
     * @throws IOException when the server cannot be reached
     */
    public String query(String sql) throws IOException {
        return query(sql, Map.of());
    }

    /**
     * The whole answer to a query with settings, or with parameters: {@code param_unit} stands for <code>{unit:String}</code>.
     *
     * @throws ClickHouseException when the server refuses or fails the query
     * @throws IOException when the server cannot be reached
     */
    public String query(String sql, Map<String, String> settings) throws IOException {
        HttpResponse<String> response = send(sql, settings);
        if (response.statusCode() != 200) {
            int code = response.headers()
                    .firstValue("X-ClickHouse-Exception-Code")
                    .map(Integer::parseInt)
                    .orElse(0);
            throw new ClickHouseException(code, response.body().strip());
        }
        return response.body().endsWith("\n")
                ? response.body().substring(0, response.body().length() - 1)
                : response.body();
    }

    private HttpResponse<String> send(String sql, Map<String, String> settings) throws IOException {
        // Waiting for the end of the query makes the status tell whether the whole answer is good.
        String parameters = settings.entrySet().stream()
                .map(entry -> "&" + encoded(entry.getKey()) + "=" + encoded(entry.getValue()))
                .collect(Collectors.joining("", "/?wait_end_of_query=1", ""));
        HttpRequest request = HttpRequest.newBuilder(server.resolve(parameters))
                .timeout(PATIENCE)
                .header("X-ClickHouse-User", user)
                .header("X-ClickHouse-Key", password)
                .POST(HttpRequest.BodyPublishers.ofString(sql, StandardCharsets.UTF_8))
                .build();
        try {
            return sendOnce(request);
        } catch (IOException e) {
            if (!metAClosingConnection(e)) {
                throw e;
            }
            return sendOnce(request);
        }
    }

    private static HttpResponse<String> sendOnce(HttpRequest request) throws IOException {
        try {
            return HTTP.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while waiting for ClickHouse", e);
        }
    }

    /** The server closes idle connections, and may do so in the very moment in which a query takes one up. */
    private static boolean metAClosingConnection(IOException failure) {
        return String.valueOf(failure.getMessage()).contains("received no bytes");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}

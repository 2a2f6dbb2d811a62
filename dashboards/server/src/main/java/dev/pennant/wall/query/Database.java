package dev.pennant.wall.query;

import dev.pennant.wall.query.DatabaseException.Cause;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs queries over ClickHouse's HTTP interface as one user, each within limits of time and size. */
public final class Database implements Queryable {
    private static final Logger LOG = LoggerFactory.getLogger(Database.class);
    private static final Duration LONGEST_QUERY = Duration.ofSeconds(10);
    private static final int MOST_CONNECTIONS = 8;
    private static final int MOST_ROWS = 20_000;
    private static final int MOST_BYTES = 16 << 20;

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();
    private final URI address;
    private final String user;
    private final String password;

    /** The database behind a URL such as {@code http://127.0.0.1:8123}. */
    public Database(URI server, String user, String password) {
        this.address = server.resolve("/?" + settings());
        this.user = user;
        this.password = password;
    }

    @Override
    public Answer query(String sql) throws DatabaseException {
        HttpRequest request = HttpRequest.newBuilder(address)
                .timeout(LONGEST_QUERY.plusSeconds(2))
                .header("X-ClickHouse-User", user)
                .header("X-ClickHouse-Key", password)
                .POST(HttpRequest.BodyPublishers.ofString(sql, StandardCharsets.UTF_8))
                .build();
        try {
            HttpResponse<byte[]> response = send(request);
            if (response.statusCode() != 200) {
                throw refusal(response, sql);
            }
            return AnswerReader.read(new ByteArrayInputStream(response.body()));
        } catch (HttpTimeoutException late) {
            throw new DatabaseException(Cause.TOO_SLOW, "No answer in time to: " + sql, late);
        } catch (IOException unreachable) {
            throw new DatabaseException(Cause.UNREACHABLE, "ClickHouse does not answer: " + unreachable, unreachable);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new DatabaseException(Cause.UNREACHABLE, "The wall is stopping", stopped);
        }
    }

    /** The server closes idle connections, and each of those that are kept may turn out to be one when a query takes it up. */
    private HttpResponse<byte[]> send(HttpRequest request) throws IOException, InterruptedException {
        for (int kept = 0; kept < MOST_CONNECTIONS; kept++) {
            try {
                return http.send(request, HttpResponse.BodyHandlers.ofByteArray());
            } catch (HttpTimeoutException | ConnectException noServer) {
                throw noServer;
            } catch (IOException closed) {
                LOG.debug("A connection to ClickHouse was closed", closed);
            }
        }
        return http.send(request, HttpResponse.BodyHandlers.ofByteArray());
    }

    private static DatabaseException refusal(HttpResponse<byte[]> response, String sql) {
        int code = response.headers()
                .firstValue("X-ClickHouse-Exception-Code")
                .map(Integer::parseInt)
                .orElse(0);
        String reason = new String(response.body(), StandardCharsets.UTF_8).strip();
        return new DatabaseException(DatabaseException.ofCode(code), reason + "\nin: " + sql);
    }

    private static String settings() {
        Map<String, Object> settings = new TreeMap<>();
        settings.put("database", "pennant");
        settings.put("default_format", "JSONCompact");
        // The status then tells whether the whole answer is good.
        settings.put("wait_end_of_query", 1);
        settings.put("max_execution_time", LONGEST_QUERY.toSeconds());
        settings.put("max_result_rows", MOST_ROWS);
        settings.put("max_result_bytes", MOST_BYTES);
        settings.put("date_time_output_format", "unix_timestamp");
        settings.put("output_format_json_quote_64bit_integers", 0);
        settings.put("output_format_json_quote_decimals", 0);
        // What is no number is not the same as what is missing.
        settings.put("output_format_json_quote_denormals", 1);
        return settings.entrySet().stream()
                .map(setting -> setting.getKey() + "="
                        + URLEncoder.encode(String.valueOf(setting.getValue()), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}

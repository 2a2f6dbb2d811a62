package dev.pennant.wall.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pennant.wall.query.Database;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the wall says where there is no database. */
@Timeout(30)
final class WallServerTest {
    private static final String BOARD =
            """
            {"uid": "one", "title": "一", "schemaVersion": 42, "tags": ["wall"], "panels": [
              {"id": 1, "type": "text"},
              {"id": 2, "type": "table", "targets": [{"refId": "A", "format": 1, "rawSql": "SELECT secret"}]}],
             "templating": {"list": [{"type": "custom", "name": "kind", "query": "a,b"}]}}
            """;

    private final HttpClient http = HttpClient.newHttpClient();

    @TempDir
    private Path folder;

    private WallServer wall;

    @BeforeEach
    void start() throws IOException {
        Files.createDirectories(folder.resolve("viewer/assets"));
        Files.createDirectories(folder.resolve("boards"));
        Files.writeString(folder.resolve("secret.txt"), "secret");
        Files.writeString(folder.resolve("viewer/index.html"), "<!doctype html>" + " ".repeat(2_000));
        Files.writeString(folder.resolve("viewer/assets/index-1f3a.js"), "// " + "x".repeat(2_000));
        Files.writeString(folder.resolve("viewer/assets/odd.exe"), "x");
        Files.createSymbolicLink(folder.resolve("viewer/link.txt"), folder.resolve("secret.txt"));
        Files.writeString(folder.resolve("boards/one.json"), BOARD);
        wall = WallServer.start(
                new Database(URI.create("http://127.0.0.1:" + nobodysPort()), "wall", ""),
                folder.resolve("boards"),
                folder.resolve("viewer"),
                "127.0.0.1",
                0,
                InstantSource.system());
    }

    @AfterEach
    void stop() {
        wall.close();
    }

    @Test
    void theListNamesEveryBoard() throws Exception {
        assertThat(get("/api/boards").body())
                .isEqualTo("[{\"uid\":\"one\",\"title\":\"一\",\"tags\":[\"wall\"],\"order\":1}]");
    }

    @Test
    void aBoardThatNeedsNoDatabaseIsShownWithoutOneAndWithoutQueries() throws Exception {
        HttpResponse<String> board = get("/api/boards/one?var-kind=b");
        assertThat(board.statusCode()).isEqualTo(200);
        assertThat(board.body())
                .contains("\"current\":{\"text\":\"b\",\"value\":\"b\"}")
                .contains("{\"text\":\"a\",\"value\":\"a\",\"selected\":false}")
                .doesNotContain("secret");
    }

    @Test
    void withoutADatabaseDataIsRefusedInASentence() throws Exception {
        HttpResponse<String> data = get("/api/boards/one/panels/2/data");
        assertThat(data.statusCode()).isEqualTo(503);
        assertThat(data.body()).isEqualTo("{\"error\":\"数据库暂时连接不上，恢复后会自动刷新\"}");
        assertThat(get("/api/boards/one/panels/1/data").body()).isEqualTo("{\"results\":{}}");
    }

    @Test
    void itsHealthTellsOfTheDatabaseAndIsItsOwn() throws Exception {
        HttpResponse<String> health = get("/health");
        assertThat(health.statusCode()).isEqualTo(200);
        assertThat(health.body()).isEqualTo("{\"status\":\"ok\",\"database\":false}");
    }

    @ParameterizedTest
    @CsvSource({
        "/api/boards/two, 404",
        "/api/boards/one/panels/9/data, 404",
        "/api/boards/one/panels/x/data, 404",
        "/api/boards/one/panels/99999999999/data, 404",
        "/api/nothing, 404",
        "/nothing.js, 404",
        "/assets/odd.exe, 404",
        "/assets, 404",
        "/link.txt, 404",
        "/api/boards/one?var-kind=c, 400",
        "/api/boards/one?var-kind=a&var-kind=b, 400",
        "/api/boards/one?var-other=a, 400",
        "/api/boards/one?from=then, 400",
        "/api/boards/one?from=now&to=now-1h, 400",
        "/api/boards/one/panels/2/data?width=wide, 400",
        "/api/boards/one?from=%zz, 400",
        "/api/boards/one?var-kind=%ff%fe, 400"
    })
    void whatMakesNoSenseGetsAStatusAndASentence(String address, int status) throws Exception {
        String answer = raw("GET " + address + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
        assertThat(answer).startsWith("HTTP/1.1 " + status);
        assertThat(answer).contains("{\"error\":\"", "Content-Security-Policy: default-src 'none'");
        assertThat(answer).doesNotContainIgnoringCase("jetty").doesNotContain("Exception", "java.", "at dev.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/../secret.txt",
                "/%2e%2e/secret.txt",
                "/..%2fsecret.txt",
                "/assets/../../secret.txt",
                "/assets/..%2f..%2fsecret.txt",
                "/assets/%2e%2e/%2e%2e/secret.txt",
                "/..;/secret.txt",
                "/..\\secret.txt",
                "/%00/../secret.txt",
                "//secret.txt",
                "/%252e%252e/secret.txt"
            })
    void nothingOutsideOfTheViewerIsSent(String path) throws Exception {
        String answer = raw("GET " + path + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
        assertThat(answer).startsWith("HTTP/1.1 40").doesNotContain("\r\n\r\nsecret");
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "PROPFIND"})
    void onlyReadingIsAllowed(String method) throws Exception {
        HttpResponse<String> refused = http.send(
                HttpRequest.newBuilder(address("/api/boards"))
                        .method(method, HttpRequest.BodyPublishers.ofString("{}"))
                        .build(),
                BodyHandlers.ofString());
        assertThat(refused.statusCode()).isEqualTo(405);
        assertThat(refused.headers().firstValue("Allow")).contains("GET, HEAD");
    }

    @Test
    void theHostInTheAddressChangesNothing() throws Exception {
        String answer = raw("GET / HTTP/1.1\r\nHost: evil.example:1\r\nConnection: close\r\n\r\n");
        assertThat(answer).startsWith("HTTP/1.1 200").doesNotContain("evil");
    }

    @Test
    void hashedFilesAreKeptAndTheRestIsAskedForAgain() throws Exception {
        assertThat(get("/assets/index-1f3a.js").headers().firstValue("Cache-Control"))
                .contains("public, max-age=31536000, immutable");
        assertThat(get("/assets/index-1f3a.js").headers().firstValue("Content-Type"))
                .contains("text/javascript; charset=utf-8");
        HttpResponse<String> page = get("/");
        assertThat(page.headers().firstValue("Cache-Control")).contains("no-cache");
        assertThat(page.headers().firstValue("Server")).isEmpty();
        assertThat(page.body()).startsWith("<!doctype html>");
        assertThat(get("/d/one").body()).isEqualTo(page.body());
    }

    @Test
    void whatABrowserKnowsIsNotSentAgain() throws Exception {
        for (String path : List.of("/", "/assets/index-1f3a.js", "/api/boards", "/api/boards/one")) {
            String tag = get(path).headers().firstValue("ETag").orElseThrow();
            HttpResponse<String> again = get(path, "If-None-Match", "\"other\", " + tag);
            assertThat(again.statusCode()).as(path).isEqualTo(304);
            assertThat(again.body()).isEmpty();
            assertThat(again.headers().firstValue("ETag")).contains(tag);
            assertThat(get(path, "If-None-Match", "\"other\"").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void whoeverTakesItGetsItCompressed() throws Exception {
        HttpResponse<byte[]> compressed = http.send(
                HttpRequest.newBuilder(address("/assets/index-1f3a.js"))
                        .header("Accept-Encoding", "br, gzip")
                        .build(),
                BodyHandlers.ofByteArray());
        assertThat(compressed.headers().firstValue("Content-Encoding")).contains("gzip");
        assertThat(compressed.headers().firstValue("Vary")).contains("Accept-Encoding");
        assertThat(compressed.body()).hasSizeLessThan(100);
        assertThat(new String(
                        new GZIPInputStream(new ByteArrayInputStream(compressed.body())).readAllBytes(),
                        StandardCharsets.UTF_8))
                .isEqualTo(get("/assets/index-1f3a.js").body());
        assertThat(get("/assets/index-1f3a.js", "Accept-Encoding", "gzip;q=0")
                        .headers()
                        .firstValue("Content-Encoding"))
                .isEmpty();
    }

    @Test
    void headSendsTheHeadersAlone() throws Exception {
        HttpResponse<String> head = http.send(
                HttpRequest.newBuilder(address("/"))
                        .method("HEAD", HttpRequest.BodyPublishers.noBody())
                        .build(),
                BodyHandlers.ofString());
        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
        assertThat(head.headers().firstValue("Content-Length")).contains("2015");
    }

    @Test
    void aViewerThatIsNotBuiltSaysHowToBuildIt() throws Exception {
        Files.delete(folder.resolve("viewer/index.html"));
        HttpResponse<String> page = get("/");
        assertThat(page.statusCode()).isEqualTo(503);
        assertThat(page.body()).contains("npm run build");
    }

    @Test
    void screensThatListenAreLetGoWhenTheWallStops() throws Exception {
        HttpResponse<InputStream> events =
                http.send(HttpRequest.newBuilder(address("/api/events")).build(), BodyHandlers.ofInputStream());
        assertThat(events.headers().firstValue("Content-Type")).contains("text/event-stream; charset=utf-8");
        long start = System.nanoTime();
        wall.close();
        assertThat(new String(events.body().readAllBytes(), StandardCharsets.UTF_8))
                .startsWith("retry: 1000\n\n");
        assertThat(System.nanoTime() - start).isLessThan(5_000_000_000L);
    }

    private HttpResponse<String> get(String path, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(address(path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return http.send(request.build(), BodyHandlers.ofString());
    }

    private URI address(String path) {
        return URI.create("http://127.0.0.1:" + wall.port() + path);
    }

    /** An answer to a request that no well-behaved client would write. */
    private String raw(String request) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), wall.port())) {
            OutputStream out = socket.getOutputStream();
            out.write(request.getBytes(StandardCharsets.ISO_8859_1));
            out.flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static int nobodysPort() throws IOException {
        try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return probe.getLocalPort();
        }
    }
}

package dev.pennant.stack;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.pennant.core.catalogue.Catalogue;
import dev.pennant.stack.clickhouse.CatalogueTables;
import dev.pennant.stack.clickhouse.ClickHouseServer;
import dev.pennant.stack.clickhouse.ClickHouseUser;
import dev.pennant.stack.clickhouse.EngineLibrary;
import dev.pennant.stack.clickhouse.FreePorts;
import dev.pennant.stack.clickhouse.Migrations;
import dev.pennant.wall.http.WallServer;
import dev.pennant.wall.query.Database;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The wall before a real database, as the user who reads for it. */
@Timeout(120)
final class WallIT {
    private static final String OF_ONE_UNIT =
            "SELECT unit_name, value, growth FROM indicators WHERE unit = '330482001' ORDER BY indicator";
    private static final String BOARD =
            """
            {"uid": "one", "title": "${name} 一览", "schemaVersion": 42, "tags": ["wall"], "timezone": "Asia/Shanghai",
             "time": {"from": "2020-01-01", "to": "2021-01-01"},
             "templating": {"list": [
               {"type": "query", "name": "unit", "query": "SELECT DISTINCT unit, unit_name FROM indicators ORDER BY unit"},
               {"type": "query", "name": "name", "query": "SELECT any(unit_name) FROM indicators WHERE unit = ${unit:singlequote}"},
               {"type": "textbox", "name": "free", "query": "330482001"}]},
             "panels": [
               {"id": 1, "type": "table", "targets": [{"refId": "A", "format": 1, "rawSql":
                 "SELECT unit_name, value, growth FROM indicators WHERE unit = '$unit' ORDER BY indicator"}]},
               {"id": 2, "type": "timeseries", "targets": [{"refId": "A", "format": 0, "rawSql":
                 "SELECT toDateTime(concat(period, '-01 00:00:00'), 'UTC') AS time, unit_name, value FROM indicators WHERE $__timeFilter(time) ORDER BY time"}]},
               {"id": 3, "type": "table", "targets": [{"refId": "A", "format": 1, "rawSql":
                 "SELECT count() AS n FROM indicators WHERE unit = '${free}'"}]},
               {"id": 4, "type": "table", "targets": [{"refId": "A", "format": 1, "rawSql": "SELECT * FROM enterprise_reports"}]},
               {"id": 5, "type": "table", "targets": [{"refId": "A", "format": 1, "rawSql":
                 "SELECT number FROM numbers(100000)"}]},
               {"id": 6, "type": "table", "targets": [{"refId": "A", "format": 1, "rawSql": "SELECT nothing_like_it"}]},
               {"id": 7, "type": "table", "targets": [{"refId": "A", "format": 1, "rawSql": "SELECT %s"}]}]}
            """
                    .formatted(String.join(
                            ", ",
                            "18446744073709551615 AS u",
                            "toInt64('-9223372036854775808') AS i",
                            "toDecimal128('1435512.0123456789', 10) AS d",
                            "toDateTime64('2020-11-25 11:04:05.678901', 6, 'Asia/Shanghai') AS t6",
                            "toDateTime('2020-11-25 11:04:05', 'Asia/Shanghai') AS t",
                            "toDate('2020-11-25') AS day",
                            "[1.5, nan] AS list",
                            "true AS yes",
                            "nan AS none",
                            "-1 / 0 AS infinite",
                            "CAST(NULL AS Nullable(Int8)) AS missing",
                            "toLowCardinality('当湖') AS name",
                            "toString(t) AS text",
                            "CAST(day AS String) AS dayText"));

    @TempDir
    private static Path data;

    @TempDir
    private static Path boards;

    private static ClickHouseServer server;
    private static CountingProxy proxy;
    private static WallServer wall;
    private static int http;
    private static int nativePort;

    private final HttpClient client = HttpClient.newHttpClient();

    @BeforeAll
    static void start() throws IOException {
        http = FreePorts.next();
        nativePort = FreePorts.next();
        server = ClickHouseServer.start(data, http, nativePort, EngineLibrary.find());
        Migrations.packed().apply(server.client(ClickHouseUser.MIGRATOR));
        CatalogueTables.load(server.client(ClickHouseUser.MIGRATOR), Catalogue.shipped());
        proxy = new CountingProxy(server.url());
        Files.writeString(boards.resolve("one.json"), BOARD);
        Database database = new Database(
                proxy.url(), ClickHouseUser.WALL.id(), server.credentials().password(ClickHouseUser.WALL));
        wall = WallServer.start(database, boards, boards, "127.0.0.1", 0, Clock.systemUTC());
    }

    @AfterAll
    static void stop() {
        wall.close();
        proxy.close();
        server.close();
    }

    @BeforeEach
    void fill() throws IOException {
        server.client(ClickHouseUser.MIGRATOR).query("TRUNCATE TABLE pennant.indicator_log");
        server.client(ClickHouseUser.MIGRATOR).query("TRUNCATE TABLE pennant.indicator_latest");
        insert("330482001", "2020-10", "1.0123456789", 1);
        await().until(() -> get("/panels/1/data").body().contains("1.0123456789"));
    }

    @Test
    void aPanelShowsWhatTheDatabaseHasToTheLastDigit() throws Exception {
        assertThat(get("/panels/1/data").body())
                .isEqualTo("{\"results\":{\"A\":{\"frames\":[{\"schema\":{\"refId\":\"A\",\"meta\":"
                        + "{\"preferredVisualisationType\":\"table\"},\"fields\":["
                        + "{\"name\":\"unit_name\",\"type\":\"string\",\"typeInfo\":{\"frame\":\"string\"}},"
                        + "{\"name\":\"value\",\"type\":\"number\",\"typeInfo\":{\"frame\":\"float64\"}},"
                        + "{\"name\":\"growth\",\"type\":\"number\",\"typeInfo\":{\"frame\":\"float64\",\"nullable\":true}}]},"
                        + "\"data\":{\"values\":[[\"当湖街道\"],[1.0123456789],[null]]}}]}}}");
    }

    @Test
    void everyTypeComesAsItIs() throws Exception {
        assertThat(get("/panels/7/data").body())
                .contains("\"data\":{\"values\":[[18446744073709551615],[-9223372036854775808],[1435512.0123456789],"
                        + "[1606273445678],[1606273445000],[1606262400000],[[1.5,null]],[true],[null],[null],[null],[\"当湖\"],"
                        + "[\"2020-11-25 11:04:05\"],[\"2020-11-25\"]]")
                .contains("\"nanos\":[null,null,null,[901000],");
    }

    @Test
    void aSeriesHasAFieldForEveryUnitAndOnlyTheTimesOfTheRange() throws Exception {
        insert("330482001", "2020-11", "3", 1);
        insert("330482102", "2020-11", "4", 1);
        insert("330482102", "2019-11", "5", 1);
        await().untilAsserted(() -> assertThat(get("/panels/2/data").body())
                .contains("\"labels\":{\"unit_name\":\"当湖街道\"}")
                .contains("\"values\":[[1601510400000,1604188800000],[1.0123456789,3],[null,4]]"));
        assertThat(get("/panels/2/data?from=2020-10-15&to=2021-01-01").body())
                .contains("\"values\":[[1604188800000],[3],[4]]");
    }

    @Test
    void aBoardHasTheChoicesThatTheDatabaseOffersAndItsTitle() throws Exception {
        insert("330482102", "2020-10", "2", 1);
        await().untilAsserted(() -> assertThat(get("?var-unit=330482102").body())
                .contains("\"title\":\"新埭镇 一览\"")
                .contains("{\"text\":\"当湖街道\",\"value\":\"330482001\",\"selected\":false}")
                .contains("\"current\":{\"text\":\"新埭镇\",\"value\":\"330482102\"}")
                .doesNotContain("SELECT"));
    }

    @Test
    void aHundredScreensCostOneQuery() throws Exception {
        int before = proxy.count(OF_ONE_UNIT);
        insert("330482001", "2020-10", "2.5", 2);
        await().until(() -> get("/panels/1/data").body().contains("[2.5]"));
        int asked = proxy.count(OF_ONE_UNIT);
        assertThat(asked).isGreaterThan(before);
        insert("330482001", "2020-10", "3.5", 3);
        await().until(() ->
                proxy.count(OF_ONE_UNIT) > asked || get("/panels/1/data").body().contains("[3.5]"));
        int settled = proxy.count(OF_ONE_UNIT);
        long start = System.nanoTime();
        List<CompletableFuture<HttpResponse<String>>> screens = IntStream.range(0, 100)
                .mapToObj(screen ->
                        client.sendAsync(request("/panels/1/data"), HttpResponse.BodyHandlers.ofString(UTF_8)))
                .toList();
        for (CompletableFuture<HttpResponse<String>> screen : screens) {
            assertThat(screen.get().body()).contains("[3.5]");
        }
        long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
        System.out.println("A hundred screens had their answer in " + millis + " ms.");
        assertThat(proxy.count(OF_ONE_UNIT) - settled).isLessThanOrEqualTo(1);
    }

    @Test
    void aPanelThatWasJustAskedForIsThereAtOnce() throws Exception {
        long[] micros = new long[200];
        for (int call = 0; call < micros.length; call++) {
            long start = System.nanoTime();
            assertThat(get("/panels/1/data").statusCode()).isEqualTo(200);
            micros[call] = TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - start);
        }
        Arrays.sort(micros);
        System.out.println("A panel took " + micros[100] + " µs, 95 of 100 times at most " + micros[190] + " µs.");
        assertThat(micros[100]).isLessThan(100_000);
    }

    @Test
    void anInsertIsToldToEveryScreenWithinTwoSeconds() throws Exception {
        BlockingQueue<String> first = listen();
        BlockingQueue<String> second = listen();
        long start = System.nanoTime();
        insert("330482001", "2020-10", "7.5", 2);
        assertThat(first.poll(2, TimeUnit.SECONDS)).isEqualTo("event: changed");
        assertThat(second.poll(2, TimeUnit.SECONDS)).isEqualTo("event: changed");
        assertThat(get("/panels/1/data").body()).contains("[7.5]");
        long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
        System.out.println("An insert was on the screen after " + millis + " ms.");
    }

    @Test
    void whatAReaderWritesReadsNothingElse() throws Exception {
        assertThat(get("/panels/3/data").body()).contains("\"values\":[[1]]");
        for (String hostile : List.of("' OR 1=1 --", "\\' OR 1=1 --", "x' UNION ALL SELECT 5 --", "'", "\\")) {
            HttpResponse<String> answer = get("/panels/3/data?var-free=" + URLEncoder.encode(hostile, UTF_8));
            assertThat(answer.body()).as(hostile).contains("\"values\":[[0]]");
        }
        assertThat(get("/panels/1/data?var-unit=" + URLEncoder.encode("' OR 1=1 --", UTF_8))
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void whatTheWallMayNotReadOrIsTooMuchIsRefusedWithoutAWordOfTheQuery() throws Exception {
        assertThat(get("/panels/4/data"))
                .returns(403, HttpResponse::statusCode)
                .returns("{\"error\":\"大屏无权查看这项数据\"}", HttpResponse::body);
        assertThat(get("/panels/5/data"))
                .returns(500, HttpResponse::statusCode)
                .returns("{\"error\":\"查询结果过大\"}", HttpResponse::body);
        assertThat(get("/panels/6/data"))
                .returns(500, HttpResponse::statusCode)
                .returns("{\"error\":\"查询有误，详见日志\"}", HttpResponse::body);
    }

    @Test
    void theWallSaysThatItsDatabaseIsAwayAndGoesOnWhenItIsBack() throws Exception {
        BlockingQueue<String> screen = listen();
        server.process().destroyForcibly();
        server.onExit().orTimeout(10, TimeUnit.SECONDS).join();
        await().untilAsserted(
                        () -> assertThat(get("/panels/3/data").statusCode()).isEqualTo(503));
        assertThat(get("/panels/3/data").body()).contains("恢复后会自动刷新");
        assertThat(get("").statusCode()).isEqualTo(503);

        server = ClickHouseServer.start(data, http, nativePort, EngineLibrary.find());
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(get("/panels/3/data").body()).contains("\"values\":[[1]]"));
        assertThat(screen.poll(5, TimeUnit.SECONDS)).isEqualTo("event: changed");
    }

    private static void insert(String unit, String period, String value, int version) throws IOException {
        server.client(ClickHouseUser.WRITER)
                .query(
                        "INSERT INTO pennant.indicator_log FORMAT JSONEachRow {\"indicator\":\"service-revenue\",\"unit\":\""
                                + unit + "\",\"period\":\"" + period + "\",\"value\":" + value
                                + ",\"reported\":1,\"expected\":2,\"version\":" + version + "}");
    }

    private HttpResponse<String> get(String ofBoard) throws IOException, InterruptedException {
        return client.send(request(ofBoard), HttpResponse.BodyHandlers.ofString(UTF_8));
    }

    private static HttpRequest request(String ofBoard) {
        return HttpRequest.newBuilder(address("/api/boards/one" + ofBoard)).build();
    }

    private static URI address(String path) {
        return URI.create("http://127.0.0.1:" + wall.port() + path);
    }

    /** The names of the events that a screen hears, as they come. */
    private BlockingQueue<String> listen() throws Exception {
        HttpResponse<InputStream> events = client.send(
                HttpRequest.newBuilder(address("/api/events")).build(), HttpResponse.BodyHandlers.ofInputStream());
        BlockingQueue<String> heard = new LinkedBlockingQueue<>();
        BufferedReader lines = new BufferedReader(new InputStreamReader(events.body(), UTF_8));
        assertThat(lines.readLine()).isEqualTo("retry: 1000");
        Thread reader = new Thread(
                () -> lines.lines().filter(line -> line.startsWith("event:")).forEach(heard::add));
        reader.setDaemon(true);
        reader.start();
        return heard;
    }
}

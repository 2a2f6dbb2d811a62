package dev.pennant.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pennant.stack.FreePortBase;
import dev.pennant.stack.Ports;
import dev.pennant.stack.StackFolder;
import java.io.BufferedReader;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A store's move that is registered after its sales, and the rebuild that mends it, as their user has them. */
@Timeout(600)
class RebuildIT {
    private static final String STORES =
            """
            store_id,name,unit,valid_from
            S1,一,330482001,2019-01-01
            S2,二,330482001,2019-01-01
            S3,三,330482002,2019-01-01
            """;
    private static final String MOVE = "store_id,name,unit,valid_from\nS1,一,330482003,2020-03-01\n";
    private static final String REPORT =
            """
            unit,indicator,period,value,base,growth,revision,reported_at
            330482001,service-value-added,2020-09,20,19,5.5,0,2020-10-20T09:00:00
            """;
    private static final String NUMBERS =
            "SELECT unit, period, value, base, growth, reported, expected, status FROM indicators"
                    + " WHERE indicator = 'retail-receipts' ORDER BY unit, period";
    private static final String HOURS = "SELECT unit, category, hour, sales, refunds, receipts FROM retail_sales_hourly"
            + " ORDER BY unit, category, hour";
    private static final String DAYS =
            "SELECT unit, store, day, sales, refunds, receipts FROM retail_store_days ORDER BY unit, store, day";

    @TempDir
    private Path folder;

    private final Map<Path, Ports> started = new LinkedHashMap<>();

    @AfterEach
    void leaveNothingRunning() {
        started.keySet().forEach(stack -> call(stack, "down"));
    }

    @Test
    void aRebuiltBackdatedMoveGivesTheNumbersOfASeasonInWhichItWasKnownFromTheStart() throws Exception {
        Path knowing = start("knowing");
        bring(knowing, "stores", STORES);
        bring(knowing, "stores", MOVE);
        bring(knowing, "retail-receipts", receipts());
        List<String> right = numbers(knowing);
        long rightValues = sql(knowing, NUMBERS).lines().count();
        call(knowing, "down");

        Path late = start("late");
        bring(late, "stores", STORES);
        bring(late, "retail-receipts", receipts());
        bring(late, "stores", MOVE);
        List<String> before = numbers(late);
        assertThat(before).isNotEqualTo(right);
        assertThat(call(late, "verify").out())
                .contains("; for 16 of them, of 1 store, the store is no longer registered there")
                .contains("`pennant rebuild retail` places them anew");

        CommandCall impatient = call(late, "rebuild", "retail", "--timeout", "0");
        assertThat(impatient.status()).isEqualTo(1);
        assertThat(impatient.errors()).contains("The rebuild failed; the job 'retail' and its tables are as they were");
        assertThat(numbers(late)).isEqualTo(before);

        long valuesBefore = sql(late, NUMBERS).lines().count();
        CompletableFuture<CommandCall> rebuild = CompletableFuture.supplyAsync(() -> call(late, "rebuild", "retail"));
        while (!rebuild.isDone()) {
            assertThat(sql(late, NUMBERS).lines().count()).isIn(valuesBefore, rightValues);
        }
        assertThat(rebuild.join().status()).as(rebuild.join().toString()).isZero();
        assertThat(numbers(late)).isEqualTo(right);
        assertVerified(late);
        assertThat(call(late, "verify").out()).contains("receipts count in a unit, each where its store is registered");

        call(late, "down");
        start("late");
        bring(late, "retail-receipts", oneMore());
        assertThat(sql(late, "SELECT value FROM indicators WHERE unit = '330482003' AND period = '2020-04-30'"))
                .isNotEmpty();
        assertVerified(late);
    }

    @Test
    void aRebuildThatIsToldToEndLeavesNothingBehindAndOneKilledInItsSwapIsFinished() throws Exception {
        Path stack = start("killed");
        bring(stack, "stores", STORES);
        bring(stack, "retail-receipts", receipts());
        bring(stack, "stores", MOVE);
        List<String> before = numbers(stack);

        Process stopped = rebuild(stack);
        awaitLine(stopped, "Replaying");
        // A process that is asked itself would have its messages closed.
        stopped.toHandle().destroy();
        awaitLine(stopped, "The rebuild failed; the job 'retail' and its tables are as they were: it was stopped");
        stopped.waitFor();
        assertThat(call(stack, "status").out().lines().filter(line -> line.startsWith("retail-rebuild ")))
                .singleElement()
                .asString()
                .endsWith("CANCELED");
        assertThat(numbers(stack)).isEqualTo(before);

        killInSwap(stack);
        CommandCall next = call(stack, "rebuild", "retail");

        assertThat(next.status()).as(next.toString()).isZero();
        assertThat(next.out()).contains("Rebuilt retail");
        assertThat(sql(stack, "SELECT sum(receipts) FROM retail_sales_hourly WHERE unit = '330482003'"))
                .isNotEqualTo("0");
        assertVerified(stack);

        killInSwap(stack);
        assertThat(pendingSwap(stack)).exists();
        call(stack, "down");
        start("killed");
        Awaitility.await().atMost(Duration.ofMinutes(1)).untilAsserted(() -> assertThat(pendingSwap(stack))
                .doesNotExist());
        assertVerified(stack);
    }

    private static void killInSwap(Path stack) throws Exception {
        Process killed = rebuild(stack);
        awaitLine(killed, "Swapping");
        killed.destroyForcibly().waitFor();
    }

    private static Path pendingSwap(Path stack) {
        return StackFolder.checkpointsIn(stack).resolve("retail.swap");
    }

    @Test
    void rebuiltAirAndReportsStandAsBeforeInNewVersionsAndGoOn() throws Exception {
        Path stack = start("air");
        bring(stack, "air-stations", "station_id,name,unit\nA1,一,330482001\nA2,二,330482002\n");
        bring(stack, "air-readings", readings(LocalDate.of(2020, 1, 1), 33));
        bring(stack, "indicator-reports", REPORT);
        for (String job : List.of("air", "reports")) {
            List<String> before = air(stack);
            String version = greatestVersion(stack, job);
            CommandCall rebuilt = call(stack, "rebuild", job);

            assertThat(rebuilt.status()).as(rebuilt.toString()).isZero();
            assertThat(rebuilt.out()).contains("Rebuilt " + job).contains("; 0 values");
            assertThat(air(stack)).isEqualTo(before);
            assertThat(new BigInteger(greatestVersion(stack, job))).isGreaterThan(new BigInteger(version));
            assertThat(toldPeriods(started.get(stack)))
                    .hasSizeGreaterThan(20)
                    .allSatisfy((series, periods) ->
                            assertThat(lastTelling(periods)).isSorted());
        }
        bring(stack, "air-readings", readings(LocalDate.of(2020, 2, 3), 1));
        assertThat(sql(stack, "SELECT count() FROM indicators WHERE indicator = 'air-pm25' AND period = '2020-02-03'"))
                .isEqualTo("4");
        assertVerified(stack);
    }

    /** The periods of each unit's indicator in the order in which the topic of values has them, by the one partition in which they all are. */
    private static Map<String, List<String>> toldPeriods(Ports ports) {
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", ports.bootstrapServers()),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            List<TopicPartition> all = consumer.partitionsFor("indicator-values").stream()
                    .map(partition -> new TopicPartition("indicator-values", partition.partition()))
                    .toList();
            consumer.assign(all);
            consumer.seekToBeginning(all);
            Map<TopicPartition, Long> ends = consumer.endOffsets(all);
            Map<String, Integer> partitions = new HashMap<>();
            Map<String, List<String>> found = new TreeMap<>();
            while (all.stream().anyMatch(partition -> consumer.position(partition) < ends.get(partition))) {
                consumer.poll(Duration.ofSeconds(1)).forEach(told -> {
                    String key = new String(told.key(), UTF_8);
                    String series = key.substring(0, key.lastIndexOf('|'));
                    assertThat(partitions.computeIfAbsent(series, first -> told.partition()))
                            .as(key)
                            .isEqualTo(told.partition());
                    found.computeIfAbsent(series, first -> new ArrayList<>())
                            .add(key.substring(key.lastIndexOf('|') + 1));
                });
            }
            return found;
        }
    }

    /** Of a series that was told again, whole, in the end. */
    private static List<String> lastTelling(List<String> periods) {
        return periods.subList(periods.size() - Set.copyOf(periods).size(), periods.size());
    }

    /** Two stations, every hour of some days. */
    private static String readings(LocalDate first, int days) {
        StringBuilder rows = new StringBuilder("station_id,hour,pm2_5,pm10,so2,no2,co,o3,revision\n");
        for (int hour = 0; hour < 24 * days; hour++) {
            String time = first.atStartOfDay().plusHours(hour).toString();
            rows.append("A1," + time + "," + (20 + hour % 31) + ",80,9,30,0.7,90,0\n");
            rows.append("A2," + time + "," + (25 + hour % 17) + ",85,8,28,0.8,95,0\n");
        }
        return rows.toString();
    }

    private static List<String> air(Path stack) {
        List<String> rows = new ArrayList<>();
        for (String query : List.of(
                "SELECT unit, indicator, period, value, base, growth, reported, expected, status FROM indicators"
                        + " ORDER BY unit, indicator, period",
                "SELECT station, unit, day, aqi, pm2_5, o3 FROM air_days ORDER BY station, unit, day",
                "SELECT * EXCEPT updated_at FROM air_statistics ORDER BY unit, period")) {
            sql(stack, query).lines().forEach(rows::add);
        }
        assertThat(rows).hasSizeGreaterThan(300);
        return rows;
    }

    private static String greatestVersion(Path stack, String job) {
        return sql(
                stack,
                "SELECT max(version) FROM indicator_latest WHERE startsWith(indicator, 'air-') = " + job.equals("air"));
    }

    private Path start(String name) {
        Path data = folder.resolve(name);
        Ports ports = FreePortBase.find();
        started.put(data, ports);
        CommandCall up = call(data, "up", "--detach", "--port-base", Integer.toString(ports.base()));
        assertThat(up.status()).as(up.toString()).isZero();
        return data;
    }

    /** Three stores, every fourth day of January through April of two years, a refund now and then. */
    private static String receipts() {
        StringBuilder rows = new StringBuilder("store_id,receipt_no,sold_at,category,amount,channel\n");
        int number = 0;
        for (int year = 2019; year <= 2020; year++) {
            for (LocalDate day = LocalDate.of(year, 1, 1);
                    day.isBefore(LocalDate.of(year, 5, 1));
                    day = day.plusDays(4)) {
                for (int store = 1; store <= 3; store++) {
                    number++;
                    String amount = (number % 10 == 0 ? "-" : "") + (1_000_000 + number * 37) + ".5";
                    rows.append("S" + store + "," + number + "," + day + "T1" + store + ":30:00,catering," + amount
                            + ",store\n");
                }
            }
        }
        return rows.toString();
    }

    private static String oneMore() {
        return "store_id,receipt_no,sold_at,category,amount,channel\nS1,9999,2020-04-30T12:00:00,catering,5000000,store\n";
    }

    private static List<String> numbers(Path stack) {
        List<String> numbers = new ArrayList<>();
        for (String query : List.of(NUMBERS, HOURS, DAYS)) {
            sql(stack, query).lines().forEach(numbers::add);
        }
        return numbers;
    }

    private void bring(Path stack, String stream, String csv) throws IOException {
        Path file = Files.writeString(folder.resolve(stream + ".csv"), csv, UTF_8);
        CommandCall imported = call(stack, "import", stream, file.toString());
        assertThat(imported.status()).as(imported.toString()).isZero();
        CommandCall awaited = call(stack, "await");
        assertThat(awaited.status()).as(awaited.toString()).isZero();
    }

    private static void assertVerified(Path stack) {
        CommandCall verified = call(stack, "verify");
        assertThat(verified.status()).as(verified.toString()).isZero();
    }

    private static Process rebuild(Path stack) throws IOException {
        return new ProcessBuilder(DetachedStack.command("rebuild", "--data", stack.toString(), "retail")).start();
    }

    private static void awaitLine(Process process, String beginning) throws IOException {
        BufferedReader messages = process.errorReader(UTF_8);
        String line = messages.readLine();
        while (line != null && !line.startsWith(beginning)) {
            line = messages.readLine();
        }
        assertThat(line).isNotNull();
    }

    private static String sql(Path stack, String query) {
        CommandCall answer = call(stack, "sql", "--format", "TSV", query);
        assertThat(answer.status()).as(answer.toString()).isZero();
        return answer.out().strip();
    }

    private static CommandCall call(Path stack, String command, String... arguments) {
        List<String> call = new ArrayList<>(List.of(command, "--data", stack.toString()));
        call.addAll(List.of(arguments));
        return CommandCall.of(call.toArray(String[]::new));
    }
}

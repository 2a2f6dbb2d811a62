package dev.pennant.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pennant.jobs.kafka.Partitions;
import dev.pennant.jobs.kafka.Topics;
import dev.pennant.load.RecordSender;
import dev.pennant.schemas.EventCodec;
import dev.pennant.schemas.event.RetailReceipt;
import dev.pennant.schemas.event.StoreRegistration;
import dev.pennant.stack.FreePortBase;
import dev.pennant.stack.Ports;
import dev.pennant.stack.clickhouse.ClickHouseClient;
import dev.pennant.stack.clickhouse.ClickHouseCredentials;
import dev.pennant.stack.clickhouse.ClickHouseUser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Records that were refused, and sent again by their operator. */
@Timeout(300)
class ReplayIT {
    /** So much ahead of its record's time a receipt may be. */
    private static final Duration TOLERANCE = Duration.ofHours(24);

    private static final String STORES = "store_id,name,unit,valid_from\nS1,一,330482001,2019-01-01\n";
    private static final byte[] POISON = {1, 2, 3};

    /** One refused record of the receipts less, and one repeated more. */
    private static final String ANEW =
            "(partition, next_offset, read, counted, repeated, refused, other_category, version)"
                    + " SELECT partition, next_offset, read, counted, repeated + 1, refused - 1, other_category, version"
                    + " FROM pennant.retail_reading_latest FINAL WHERE refused > 0";

    private final Ports ports = FreePortBase.find();

    @TempDir
    private Path folder;

    private Path data;

    @AfterEach
    void leaveNothingRunning() {
        CommandCall.of("down", "--data", data.toString());
    }

    @Test
    void whatWasRefusedIsSentAgainOnceAndReplacesNothingThatCameSince() throws Exception {
        data = folder.resolve("data");
        call("up", "--detach", "--port-base", Integer.toString(ports.base()));
        bring("stores", STORES);
        Instant plausible = Instant.now().plusSeconds(15);
        try (RecordSender sender = new RecordSender(ports.bootstrapServers())) {
            sender.send(sent(Topics.RETAIL_RECEIPTS.name(), "S1", encoded(receipt(plausible.plus(TOLERANCE)))));
            sender.send(sent(Topics.RETAIL_RECEIPTS.name(), "S1", POISON));
            sender.send(sent(Topics.STORES.name(), "S2|2020-01-01", encoded(registration("S2", "999999999"))));
            sender.awaitDelivery();
        }
        call("await");
        bring("stores", "store_id,name,unit,valid_from\nS2,二,330482002,2020-01-01\n");
        assertThat(letters("replayed_at IS NULL"))
                .containsExactly(
                        "retail-receipts no-marker", "retail-receipts sold-in-the-future", "stores unknown-unit");

        assertThat(call("replay", "--reason", "no-value").out())
                .startsWith("Nothing to send again. Waiting are, by reason: ")
                .contains("sold-in-the-future (1)");
        assertThat(CommandCall.of("replay", "--data", data.toString(), "--topic", "receipts")
                        .status())
                .isEqualTo(2);
        assertThat(CommandCall.of("replay", "--data", data.toString(), "--reason", "")
                        .status())
                .isEqualTo(2);
        assertThat(letters("replayed_at IS NOT NULL")).isEmpty();

        Awaitility.await().atMost(Duration.ofMinutes(1)).until(() -> Instant.now()
                .isAfter(plausible.plusSeconds(1)));
        assertThat(call("replay", "--reason", "sold-in-the-future").out())
                .startsWith("retail-receipts: 1 sent again" + System.lineSeparator());
        call("await");
        assertThat(sql("SELECT unit, sales, receipts FROM retail_sales_hourly")).isEqualTo("330482001\t10\t1");
        assertThat(letters("replayed_at IS NOT NULL")).containsExactly("retail-receipts sold-in-the-future");

        assertThat(call("replay").out())
                .startsWith("retail-receipts: 1 sent again" + System.lineSeparator()
                        + "stores: 0 sent again, 1 left, as a later message of their key has come"
                        + System.lineSeparator());
        call("await");
        assertThat(letters("replayed_at IS NULL")).containsExactly("retail-receipts no-marker");
        assertThat(letters("replay = 'replaced'")).containsExactly("stores unknown-unit");
        assertThat(sql("SELECT count(), uniqExact(offset), uniqExact(partition), groupUniqArray(hex(payload))"
                        + " FROM dead_letters WHERE reason = 'no-marker'"))
                .isEqualTo("2\t2\t1\t['010203']");
        assertThat(sql("SELECT unit FROM store_registry WHERE store = 'S2'")).isEqualTo("330482002");
        call("verify");
    }

    @Test
    void aJobThatBeganAnewMayHaveTakenWhatWasSentAgainButNothingElseThatWasRefused() throws Exception {
        data = folder.resolve("data");
        call("up", "--detach", "--port-base", Integer.toString(ports.base()));
        try (RecordSender sender = new RecordSender(ports.bootstrapServers())) {
            sender.send(sent(Topics.RETAIL_RECEIPTS.name(), "S1", POISON));
            sender.send(sent(Topics.ADJUSTMENTS.name(), "A", POISON));
            sender.awaitDelivery();
        }
        call("await");
        call("verify");

        takeAnew();
        assertThat(outOfBalance()).containsExactly("adjustments", "retail-receipts");
        assertThat(call("replay").out())
                .startsWith("adjustments: 1 sent again")
                .contains("retail-receipts: 1 sent again");
        call("await");
        takeAnew();
        call("verify");

        take("retail_reading_latest", ANEW);
        assertThat(outOfBalance()).containsExactly("retail-receipts");
    }

    private List<String> outOfBalance() {
        CommandCall verified = CommandCall.of("verify", "--data", data.toString());
        assertThat(verified.status()).isEqualTo(1);
        return verified.out()
                .lines()
                .filter(line -> line.endsWith("DOES NOT BALANCE"))
                .map(line -> line.replaceFirst(" .*", ""))
                .toList();
    }

    /** As a job would have written that read its topics from the beginning again, and took the first record that had been refused. */
    private void takeAnew() throws IOException {
        take("retail_reading_latest", ANEW);
        take(
                "adjustment_log",
                "(partition, offset, outcome) SELECT partition, min(offset), 'superseded' FROM pennant.dead_letters"
                        + " WHERE topic = 'adjustments' GROUP BY partition");
    }

    private void take(String table, String rows) throws IOException {
        ClickHouseCredentials credentials = ClickHouseCredentials.read(data);
        ClickHouseUser migrator = ClickHouseUser.MIGRATOR;
        new ClickHouseClient(ports.clickHouseUri(), migrator.id(), credentials.password(migrator))
                .query("INSERT INTO pennant." + table + " " + rows);
    }

    private static RetailReceipt receipt(Instant soldAt) {
        return RetailReceipt.newBuilder()
                .setStoreId("S1")
                .setReceiptNo(1)
                .setSoldAt(soldAt)
                .setCategory("catering")
                .setAmount(1000)
                .setChannel("store")
                .setSynthetic(false)
                .build();
    }

    private static StoreRegistration registration(String store, String unit) {
        return StoreRegistration.newBuilder()
                .setStoreId(store)
                .setName("二")
                .setUnit(unit)
                .setValidFrom("2020-01-01")
                .setSynthetic(false)
                .build();
    }

    @SuppressWarnings("unchecked")
    private static <T extends SpecificRecord> byte[] encoded(T event) {
        return EventCodec.of((Class<T>) event.getClass()).encode(event);
    }

    /** A record where that of its owner, which its key begins with, belongs. */
    private static ProducerRecord<byte[], byte[]> sent(String topic, String key, byte[] value) {
        byte[] owner = key.replaceFirst("\\|.*", "").getBytes(UTF_8);
        return new ProducerRecord<>(topic, Partitions.of(owner, Topics.LOCAL_PARTITIONS), key.getBytes(UTF_8), value);
    }

    private List<String> letters(String condition) {
        return sql("SELECT topic || ' ' || reason FROM dead_letters WHERE " + condition + " ORDER BY topic, reason")
                .lines()
                .toList();
    }

    private String sql(String query) {
        return call("sql", "--format", "TSV", query).out().strip();
    }

    private void bring(String stream, String csv) throws IOException {
        call(
                "import",
                stream,
                Files.writeString(folder.resolve(stream + ".csv"), csv, UTF_8).toString());
        call("await");
    }

    private CommandCall call(String command, String... arguments) {
        List<String> call = new ArrayList<>(List.of(command, "--data", data.toString()));
        call.addAll(List.of(arguments));
        CommandCall answer = CommandCall.of(call.toArray(String[]::new));
        assertThat(answer.status()).as(answer.toString()).isZero();
        return answer;
    }
}

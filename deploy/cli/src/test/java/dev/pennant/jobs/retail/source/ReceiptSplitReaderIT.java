package dev.pennant.jobs.retail.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pennant.core.catalogue.Catalogue;
import dev.pennant.core.retail.RetailRules;
import dev.pennant.jobs.kafka.Topics;
import dev.pennant.schemas.EventCodec;
import dev.pennant.schemas.event.RetailReceipt;
import dev.pennant.stack.FreePortBase;
import dev.pennant.stack.kafka.KafkaBroker;
import dev.pennant.stack.kafka.TopicSetup;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.apache.flink.connector.base.source.reader.RecordsWithSplitIds;
import org.apache.flink.connector.base.source.reader.splitreader.SplitsAddition;
import org.apache.flink.connector.kafka.source.split.KafkaPartitionSplit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The reader against a real broker: what is committed, where it begins, and how it is woken. */
final class ReceiptSplitReaderIT {
    private static final RetailRules RULES = Catalogue.shipped().retailRules();
    private static final String TOPIC = Topics.RETAIL_RECEIPTS.name();

    private final EventCodec<RetailReceipt> codec = EventCodec.of(RetailReceipt.class);
    private final AtomicLong pending = new AtomicLong();

    @TempDir
    private Path folder;

    private KafkaBroker broker;
    private ReceiptSplitReader reader;

    @BeforeEach
    void start() throws Exception {
        broker = KafkaBroker.start(folder, FreePortBase.find());
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
            new TopicSetup(admin, Topics.LOCAL_PARTITIONS).ensure(List.of(Topics.RETAIL_RECEIPTS));
        }
        StoreNumbers stores = new StoreNumbers();
        ReceiptJudge judge = new ReceiptJudge(stores, RULES, "retail", Clock.systemUTC());
        Properties consumer = new Properties();
        consumer.setProperty("bootstrap.servers", broker.bootstrapServers());
        consumer.setProperty("isolation.level", "read_committed");
        consumer.setProperty("enable.auto.commit", "false");
        consumer.setProperty("max.poll.records", "3");
        reader = ReceiptSplitReader.of(
                consumer,
                new ReceiptBatches(new ReceiptDecoder(stores, RULES), judge, stores),
                new ConcurrentLinkedQueue<>(),
                pending);
    }

    @AfterEach
    void stop() {
        reader.close();
        broker.close();
    }

    @Test
    void onlyCommittedReceiptsAreReadAndTheEmptyOffsetsBehindThemArePassed() {
        try (KafkaProducer<byte[], byte[]> producer = producer(Map.of("transactional.id", "till"))) {
            producer.initTransactions();
            producer.beginTransaction();
            send(producer, 1, 1, 2);
            producer.commitTransaction();
            producer.beginTransaction();
            send(producer, 1, 3);
            producer.abortTransaction();
            producer.beginTransaction();
            send(producer, 1, 4);
            producer.commitTransaction();
        }
        add(new KafkaPartitionSplit(partition(1), KafkaPartitionSplit.EARLIEST_OFFSET));

        Read read = readUntil(1, 7);

        assertThat(read.numbers).containsExactly(1L, 2L, 4L);
        assertThat(read.records).isEqualTo(3);
    }

    @Test
    void itGoesOnFromAnOffsetOrBeginsWithTheFirst() {
        try (KafkaProducer<byte[], byte[]> producer = producer(Map.of())) {
            send(producer, 0, LongRange.of(100));
            send(producer, 2, LongRange.of(10));
        }
        add(new KafkaPartitionSplit(partition(0), 40));
        add(new KafkaPartitionSplit(partition(2), KafkaPartitionSplit.EARLIEST_OFFSET));

        Read read = readUntil(Map.of(0, 100L, 2, 10L));

        assertThat(read.numbersOf)
                .containsOnly(Map.entry(0, LongRange.list(40, 100)), Map.entry(2, LongRange.list(0, 10)));
        assertThat(read.next).containsOnly(Map.entry(0, 100L), Map.entry(2, 10L));
    }

    @Test
    void itTellsHowMuchIsYetToBeRead() {
        try (KafkaProducer<byte[], byte[]> producer = producer(Map.of())) {
            send(producer, 0, LongRange.of(10));
        }
        add(new KafkaPartitionSplit(partition(0), KafkaPartitionSplit.EARLIEST_OFFSET));

        assertThat(readUntil(0, 1).next).containsEntry(0, 3L);
        assertThat(pending).hasValue(7);
        readUntil(0, 10);
        assertThat(pending).hasValue(0);
    }

    @Test
    void itSaysOnceThatItHasReadAllOfAllPartitions() {
        try (KafkaProducer<byte[], byte[]> producer = producer(Map.of())) {
            send(producer, 0, LongRange.of(10));
        }
        add(new KafkaPartitionSplit(partition(0), KafkaPartitionSplit.EARLIEST_OFFSET));
        add(new KafkaPartitionSplit(partition(1), KafkaPartitionSplit.EARLIEST_OFFSET));

        Read read = new Read();
        while (read.upToDate.isEmpty() || !read.upToDate.get(read.upToDate.size() - 1)) {
            read.take(reader.fetch());
        }

        assertThat(read.numbers).hasSize(10);
        assertThat(read.upToDate).containsOnlyOnce(true);
    }

    @Test
    void aSilentReaderIsWokenAndTakesAnotherPartition() throws Exception {
        add(new KafkaPartitionSplit(partition(0), KafkaPartitionSplit.EARLIEST_OFFSET));
        CompletableFuture<RecordsWithSplitIds<ReceiptBatch>> silent =
                CompletableFuture.supplyAsync(() -> reader.fetch());
        while (!silent.isDone()) {
            reader.wakeUp();
            Thread.onSpinWait();
        }
        assertThat(silent.get(1, TimeUnit.MINUTES).nextSplit()).isNull();

        try (KafkaProducer<byte[], byte[]> producer = producer(Map.of())) {
            send(producer, 3, 5);
        }
        add(new KafkaPartitionSplit(partition(3), KafkaPartitionSplit.EARLIEST_OFFSET));

        assertThat(readUntil(3, 1).numbers).containsExactly(5L);
    }

    private Read readUntil(int partition, long nextOffset) {
        return readUntil(Map.of(partition, nextOffset));
    }

    /** Reads until each of the partitions has come to its next offset. */
    private Read readUntil(Map<Integer, Long> nextOffsets) {
        Read read = new Read();
        while (nextOffsets.entrySet().stream()
                .anyMatch(end -> read.next.getOrDefault(end.getKey(), 0L) < end.getValue())) {
            read.take(reader.fetch());
        }
        return read;
    }

    private void add(KafkaPartitionSplit split) {
        reader.handleSplitsChanges(new SplitsAddition<>(List.of(split)));
    }

    private static TopicPartition partition(int partition) {
        return new TopicPartition(TOPIC, partition);
    }

    private KafkaProducer<byte[], byte[]> producer(Map<String, Object> more) {
        Properties properties = new Properties();
        properties.setProperty("bootstrap.servers", broker.bootstrapServers());
        properties.putAll(more);
        return new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer());
    }

    private void send(KafkaProducer<byte[], byte[]> producer, int partition, long... numbers) {
        for (long number : numbers) {
            RetailReceipt receipt = RetailReceipt.newBuilder()
                    .setStoreId("S" + partition)
                    .setReceiptNo(number)
                    .setSoldAt(Instant.parse("2020-10-07T06:30:00Z"))
                    .setCategory("catering")
                    .setAmount(100)
                    .setChannel("store")
                    .build();
            byte[] key = receipt.getStoreId().getBytes(StandardCharsets.UTF_8);
            Future<RecordMetadata> unused =
                    producer.send(new ProducerRecord<>(TOPIC, partition, key, codec.encode(receipt)));
            // Each in a batch of its own, before which a reader can stop.
            producer.flush();
        }
    }

    /** All that was read. */
    private static final class Read {
        private final List<Long> numbers = new ArrayList<>();
        private final Map<Integer, List<Long>> numbersOf = new HashMap<>();
        private final Map<Integer, Long> next = new HashMap<>();
        private final List<Boolean> upToDate = new ArrayList<>();
        private int records;

        private void take(RecordsWithSplitIds<ReceiptBatch> poll) {
            while (poll.nextSplit() != null) {
                ReceiptBatch batch = poll.nextRecordFromSplit();
                for (int row = batch.firstRow(); row < batch.endRow(); row++) {
                    long number = batch.columns().numbers()[row];
                    numbers.add(number);
                    numbersOf
                            .computeIfAbsent(batch.partition(), first -> new ArrayList<>())
                            .add(number);
                }
                next.put(batch.partition(), batch.nextOffset());
                records += batch.records();
                upToDate.add(batch.upToDate());
                assertThat(poll.nextRecordFromSplit()).isNull();
            }
            poll.recycle();
        }
    }

    private static final class LongRange {
        private static long[] of(int end) {
            return IntStream.range(0, end).asLongStream().toArray();
        }

        private static List<Long> list(int from, int end) {
            return IntStream.range(from, end).asLongStream().boxed().toList();
        }
    }
}

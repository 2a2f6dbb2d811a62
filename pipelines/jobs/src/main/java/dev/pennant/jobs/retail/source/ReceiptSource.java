package dev.pennant.jobs.retail.source;

import dev.pennant.core.retail.RetailRules;
import dev.pennant.jobs.kafka.GroupProgress;
import java.io.IOException;
import java.time.Clock;
import java.util.Map;
import java.util.Properties;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.flink.api.connector.source.Boundedness;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.api.connector.source.SourceReader;
import org.apache.flink.api.connector.source.SourceReaderContext;
import org.apache.flink.api.connector.source.SplitEnumerator;
import org.apache.flink.api.connector.source.SplitEnumeratorContext;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.enumerator.KafkaSourceEnumState;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.connector.kafka.source.split.KafkaPartitionSplit;
import org.apache.flink.core.io.SimpleVersionedSerializer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * A source of receipts in batches of columns. Which partitions there are, who reads them and what a checkpoint keeps of them is Kafka's own source's
 * matter; only the reading is done here, because an object and a call for each receipt cost more than counting it.
 *
 * <p>Its batches cannot travel: what takes them has to be chained to it.
 */
public final class ReceiptSource implements Source<ReceiptBatch, KafkaPartitionSplit, KafkaSourceEnumState> {
    private static final long serialVersionUID = 1L;

    /** Fetches of 4 MB a partition and polls of 20,000 records, where Kafka's own are of 1 MB and 500: {@code bench retail} reads with both. */
    public static final Map<String, String> LARGE_FETCHES = Map.of(
            "max.poll.records", "20000",
            "max.partition.fetch.bytes", "4194304",
            "fetch.max.bytes", "16777216",
            "receive.buffer.bytes", "1048576");

    private final KafkaSource<byte[]> kafka;
    private final Properties consumer;
    private final String topic;
    private final RetailRules rules;
    private final String job;
    private final Clock clock;

    private ReceiptSource(
            KafkaSource<byte[]> kafka, Properties consumer, String topic, RetailRules rules, String job, Clock clock) {
        this.kafka = kafka;
        this.consumer = consumer;
        this.topic = topic;
        this.rules = rules;
        this.job = job;
        this.clock = clock;
    }

    /**
     * A source of a topic: only committed records, from the beginning where there is no checkpoint.
     *
     * @param group the consumer group that shows how far the job's checkpoints have come
     * @param job the job that refuses, for dead letters
     * @param clock gives the time of a refusal
     */
    public static ReceiptSource of(
            String topic, String bootstrapServers, String group, RetailRules rules, String job, Clock clock) {
        Properties consumer = new Properties();
        consumer.putAll(LARGE_FETCHES);
        consumer.setProperty("bootstrap.servers", bootstrapServers);
        consumer.setProperty("group.id", group);
        consumer.setProperty("isolation.level", "read_committed");
        consumer.setProperty("enable.auto.commit", "false");
        consumer.setProperty("auto.offset.reset", "earliest");
        KafkaSource<byte[]> kafka = KafkaSource.<byte[]>builder()
                .setProperties(consumer)
                .setProperty("partition.discovery.interval.ms", "60000")
                .setTopics(topic)
                .setClientIdPrefix(group + "-" + topic)
                .setStartingOffsets(OffsetsInitializer.earliest())
                .setDeserializer(KafkaRecordDeserializationSchema.valueOnly(ByteArrayDeserializer.class))
                .build();
        return new ReceiptSource(kafka, consumer, topic, rules, job, clock);
    }

    @Override
    public SourceReader<ReceiptBatch, KafkaPartitionSplit> createReader(SourceReaderContext context) {
        StoreNumbers stores = new StoreNumbers();
        ReceiptBatches batches = new ReceiptBatches(
                new ReceiptDecoder(stores, rules), new ReceiptJudge(stores, rules, job, clock), stores);
        Queue<ReceiptColumns> pool = new ConcurrentLinkedQueue<>();
        Properties own = new Properties();
        own.putAll(consumer);
        String group = consumer.getProperty("group.id");
        own.setProperty("client.id", group + "-" + topic + "-" + context.getIndexOfSubtask());
        AtomicLong pending = new AtomicLong();
        context.metricGroup().setPendingRecordsGauge(pending::get);
        return new ReceiptReader(
                () -> ReceiptSplitReader.of(own, batches, pool, pending),
                new GroupProgress(topic, consumer.getProperty("bootstrap.servers"), group),
                context);
    }

    @Override
    public Boundedness getBoundedness() {
        return kafka.getBoundedness();
    }

    @Override
    public SplitEnumerator<KafkaPartitionSplit, KafkaSourceEnumState> createEnumerator(
            SplitEnumeratorContext<KafkaPartitionSplit> context) {
        return kafka.createEnumerator(context);
    }

    @Override
    public SplitEnumerator<KafkaPartitionSplit, KafkaSourceEnumState> restoreEnumerator(
            SplitEnumeratorContext<KafkaPartitionSplit> context, KafkaSourceEnumState checkpoint) throws IOException {
        return kafka.restoreEnumerator(context, checkpoint);
    }

    @Override
    public SimpleVersionedSerializer<KafkaPartitionSplit> getSplitSerializer() {
        return kafka.getSplitSerializer();
    }

    @Override
    public SimpleVersionedSerializer<KafkaSourceEnumState> getEnumeratorCheckpointSerializer() {
        return kafka.getEnumeratorCheckpointSerializer();
    }
}

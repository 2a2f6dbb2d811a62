package dev.pennant.bench.plain;

import dev.pennant.jobs.kafka.Topic;
import dev.pennant.jobs.kafka.Topics;
import java.util.Properties;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.serialization.DeserializationSchema;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.java.tuple.Tuple3;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;

/**
 * What one would write first, by Flink's book: receipts decoded by Avro, keyed by store, each counted once by a map of the numbers seen, and summed by
 * unit, category and hour, keyed again; state on the heap. It does far less than the retail job, and what it makes is discarded.
 */
public final class PlainJob {
    /** What its sink is named for, as those of our jobs for their tables: it is given a sum with each receipt that counts. */
    public static final String COUNTED = "counted-receipts";

    private PlainJob() {}

    /**
     * Adds it to an environment.
     *
     * @param consumer settings of Kafka's consumer
     */
    public static void define(StreamExecutionEnvironment environment, Properties consumer) {
        Configuration settings = new Configuration();
        settings.set(PipelineOptions.OBJECT_REUSE, true);
        environment.configure(settings);
        sums(
                        read(environment, consumer, Topics.RETAIL_RECEIPTS, new DecodedSales()),
                        read(environment, consumer, Topics.STORES, new DecodedHomes()))
                .sinkTo(new DiscardingSink<>())
                .name("to-" + COUNTED)
                .uid("discard");
    }

    /** What was sold in each cell so far, told again with every receipt that counts. */
    static DataStream<Sold> sums(DataStream<Sale> sales, DataStream<Home> homes) {
        return sales.connect(homes)
                .keyBy(sale -> sale.store, home -> home.store)
                .process(new CountOnce())
                .name("count-once")
                .uid("count-once")
                .keyBy(
                        sold -> Tuple3.of(sold.unit, sold.category, sold.hour),
                        Types.TUPLE(Types.STRING, Types.STRING, Types.INT))
                .process(new SumCells())
                .name("sum-cells")
                .uid("sum-cells");
    }

    private static <T> DataStream<T> read(
            StreamExecutionEnvironment environment, Properties consumer, Topic topic, DeserializationSchema<T> events) {
        KafkaSource<T> source = KafkaSource.<T>builder()
                .setProperties(consumer)
                .setTopics(topic.name())
                .setClientIdPrefix(topic.name())
                .setStartingOffsets(OffsetsInitializer.earliest())
                .setValueOnlyDeserializer(events)
                .build();
        return environment
                .fromSource(source, WatermarkStrategy.noWatermarks(), topic.name())
                .uid(topic.name());
    }
}

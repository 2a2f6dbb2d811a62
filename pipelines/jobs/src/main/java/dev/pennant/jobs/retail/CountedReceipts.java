package dev.pennant.jobs.retail;

import dev.pennant.jobs.flink.ValueType;
import dev.pennant.jobs.retail.source.ReceiptBatch;
import dev.pennant.jobs.retail.source.ReceiptBatchFormat;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.DataStreamSource;
import org.apache.flink.streaming.api.datastream.MultipleConnectedStreams;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.transformations.MultipleInputTransformation;

/** The stream of receipts, read and counted in one task. */
final class CountedReceipts {
    static final String READ_RECEIPTS = "retail-receipts";
    static final String COUNT_RECEIPTS = "count-receipts";

    private CountedReceipts() {}

    /**
     * Defines the stream; its side outputs are those of {@link CountReceipts}.
     *
     * @param source of receipts
     * @param stores the registrations, each of which every reader hears of
     */
    static SingleOutputStreamOperator<UnitCells> define(
            Source<ReceiptBatch, ?, ?> source, DataStream<StoreEntry> stores, CountReceiptsSettings settings) {
        StreamExecutionEnvironment environment = stores.getExecutionEnvironment();
        DataStreamSource<ReceiptBatch> receipts = environment.fromSource(
                source, WatermarkStrategy.noWatermarks(), READ_RECEIPTS, ValueType.of(new ReceiptBatchFormat()));
        receipts.uid(READ_RECEIPTS);
        MultipleInputTransformation<UnitCells> counting = new MultipleInputTransformation<>(
                COUNT_RECEIPTS,
                new CountReceiptsFactory(settings),
                ValueType.of(new UnitCells.Format()),
                receipts.getParallelism());
        counting.addInput(receipts.getTransformation());
        counting.addInput(stores.broadcast().getTransformation());
        environment.addOperator(counting);
        return new MultipleConnectedStreams(environment)
                .transform(counting)
                .name(COUNT_RECEIPTS)
                .uid(COUNT_RECEIPTS);
    }
}

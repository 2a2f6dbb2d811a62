package dev.pennant.jobs.retail;

import dev.pennant.jobs.flink.ValueType;
import dev.pennant.jobs.retail.source.ReceiptBatch;
import dev.pennant.jobs.retail.source.ReceiptBatchFormat;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** The stream of receipts, read and counted in one task. */
final class CountedReceipts {
    static final String READ_RECEIPTS = "retail-receipts";
    static final String COUNT_RECEIPTS = "count-receipts";

    private CountedReceipts() {}

    /**
     * Defines the stream; its side outputs are those of {@link CountReceipts}.
     *
     * @param source of receipts
     */
    static SingleOutputStreamOperator<UnitCells> define(
            StreamExecutionEnvironment environment, Source<ReceiptBatch, ?, ?> source, CountReceiptsSettings settings) {
        return environment
                .fromSource(
                        source, WatermarkStrategy.noWatermarks(), READ_RECEIPTS, ValueType.of(new ReceiptBatchFormat()))
                .uid(READ_RECEIPTS)
                .transform(COUNT_RECEIPTS, ValueType.of(new UnitCells.Format()), new CountReceipts(settings))
                .name(COUNT_RECEIPTS)
                .uid(COUNT_RECEIPTS);
    }
}

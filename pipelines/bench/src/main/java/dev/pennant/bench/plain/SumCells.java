package dev.pennant.bench.plain;

import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.java.tuple.Tuple3;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/** Keyed by unit, category and hour: adds up. */
final class SumCells extends KeyedProcessFunction<Tuple3<String, String, Integer>, Sold, Sold> {
    private static final long serialVersionUID = 1L;

    private transient ValueState<Sold> sum;

    @Override
    public void open(OpenContext context) {
        sum = getRuntimeContext().getState(new ValueStateDescriptor<>("sum", Types.POJO(Sold.class)));
    }

    @Override
    public void processElement(Sold sold, Context context, Collector<Sold> out) throws Exception {
        Sold all = sum.value();
        if (all == null) {
            all = sold;
        } else {
            all.fen += sold.fen;
            all.receipts += sold.receipts;
        }
        sum.update(all);
        out.collect(all);
    }
}

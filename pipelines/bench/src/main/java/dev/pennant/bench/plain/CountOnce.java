package dev.pennant.bench.plain;

import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.functions.co.KeyedCoProcessFunction;
import org.apache.flink.util.Collector;

/** Keyed by store: lets the first receipt of a number pass, with the store's unit, and holds it back while the store has none. */
final class CountOnce extends KeyedCoProcessFunction<String, Sale, Home, Sold> {
    private static final long serialVersionUID = 1L;

    /** Never cleared: a receipt may come again at any time. */
    private transient MapState<Long, Boolean> seen;

    private transient ValueState<String> unit;
    private transient ListState<Sold> waiting;

    @Override
    public void open(OpenContext context) {
        seen = getRuntimeContext().getMapState(new MapStateDescriptor<>("seen", Types.LONG, Types.BOOLEAN));
        unit = getRuntimeContext().getState(new ValueStateDescriptor<>("unit", Types.STRING));
        waiting = getRuntimeContext().getListState(new ListStateDescriptor<>("waiting", Types.POJO(Sold.class)));
    }

    @Override
    public void processElement1(Sale sale, Context context, Collector<Sold> out) throws Exception {
        if (seen.contains(sale.number)) {
            return;
        }
        seen.put(sale.number, true);
        Sold sold = new Sold();
        sold.unit = unit.value();
        sold.category = sale.category;
        sold.hour = sale.hour;
        sold.fen = sale.fen;
        sold.receipts = 1;
        if (sold.unit == null) {
            waiting.add(sold);
        } else {
            out.collect(sold);
        }
    }

    @Override
    public void processElement2(Home home, Context context, Collector<Sold> out) throws Exception {
        unit.update(home.unit);
        for (Sold sold : waiting.get()) {
            sold.unit = home.unit;
            out.collect(sold);
        }
        waiting.clear();
    }
}

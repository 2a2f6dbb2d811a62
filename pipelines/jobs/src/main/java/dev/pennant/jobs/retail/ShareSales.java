package dev.pennant.jobs.retail;

import dev.pennant.core.retail.RunningSales;
import org.apache.flink.api.common.functions.FlatMapFunction;
import org.apache.flink.util.Collector;

/** Tells every region of a township what the township tells. */
final class ShareSales implements FlatMapFunction<RunningSales, RegionShare> {
    private static final long serialVersionUID = 1L;

    private final SalesScope scope;

    ShareSales(SalesScope scope) {
        this.scope = scope;
    }

    @Override
    public void flatMap(RunningSales sales, Collector<RegionShare> out) {
        for (String region : scope.regionsOf(sales.unit())) {
            out.collect(new RegionShare(region, sales));
        }
    }
}

package dev.pennant.jobs.retail;

import dev.pennant.core.indicator.IndicatorValue;
import dev.pennant.core.retail.RunningSales;
import dev.pennant.core.retail.SalesIndicator;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.apache.flink.api.common.functions.FlatMapFunction;
import org.apache.flink.util.Collector;

/** Makes the values of a township of what it tells. */
final class TownshipValues implements FlatMapFunction<RunningSales, IndicatorValue> {
    private static final long serialVersionUID = 1L;

    private final SalesScope scope;
    private final List<SalesIndicator> indicators;
    private final Clock clock;

    TownshipValues(SalesScope scope, List<SalesIndicator> indicators, Clock clock) {
        this.scope = scope;
        this.indicators = List.copyOf(indicators);
        this.clock = clock;
    }

    @Override
    public void flatMap(RunningSales sales, Collector<IndicatorValue> out) {
        Instant now = clock.instant();
        for (SalesIndicator indicator : indicators) {
            out.collect(indicator.value(
                    scope.unitAt(sales.unit()),
                    sales.period(),
                    sales.sum(),
                    sales.coverage(),
                    sales.synthetic(),
                    sales.version(),
                    now));
        }
    }
}

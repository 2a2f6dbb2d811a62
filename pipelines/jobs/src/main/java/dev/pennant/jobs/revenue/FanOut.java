package dev.pennant.jobs.revenue;

import dev.pennant.core.revenue.UnitChange;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.functions.FlatMapFunction;
import org.apache.flink.util.Collector;

/** Applies a township's change to the township, its county and its prefecture, which are summed from the same contributions. */
final class FanOut implements FlatMapFunction<UnitChange, UnitChange> {
    private static final long serialVersionUID = 1L;

    private final Map<String, List<String>> lineages;

    /** With each township's code and those of what it belongs to, itself first. */
    FanOut(Map<String, List<String>> lineages) {
        this.lineages = lineages;
    }

    @Override
    public void flatMap(UnitChange change, Collector<UnitChange> out) {
        for (String unit : lineages.get(change.unit())) {
            out.collect(change.in(unit));
        }
    }
}

package dev.pennant.jobs.report;

import java.util.List;
import org.apache.flink.api.common.functions.FlatMapFunction;
import org.apache.flink.util.Collector;

/** Tells every indicator of a unit: each keeps where the units stand beside its own figures of them. */
final class SpreadUnits implements FlatMapFunction<UnitEntry, UnitNews> {
    private static final long serialVersionUID = 1L;

    private final List<String> indicators;

    SpreadUnits(List<String> indicators) {
        this.indicators = indicators;
    }

    @Override
    public void flatMap(UnitEntry entry, Collector<UnitNews> out) {
        for (String indicator : indicators) {
            out.collect(new UnitNews(indicator, entry.code(), entry.registration()));
        }
    }
}

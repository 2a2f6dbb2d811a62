package dev.pennant.jobs.air;

import dev.pennant.core.period.ReportingHour;
import org.apache.flink.api.common.functions.FlatMapFunction;
import org.apache.flink.util.Collector;

/** Tells a unit's dust day to the unit and to every unit in it. */
final class SpreadDust implements FlatMapFunction<DustEntry, DustNews> {
    private static final long serialVersionUID = 1L;

    private final AirScope scope;

    SpreadDust(AirScope scope) {
        this.scope = scope;
    }

    @Override
    public void flatMap(DustEntry entry, Collector<DustNews> out) {
        for (String unit : scope.units()) {
            int level = scope.lineage(unit).indexOf(entry.unit());
            if (level >= 0) {
                out.collect(new DustNews(unit, ReportingHour.day(entry.day()), level, !entry.withdrawn()));
            }
        }
    }
}

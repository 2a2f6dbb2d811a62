package dev.pennant.jobs.indicator;

import dev.pennant.core.indicator.IndicatorValue;
import dev.pennant.jobs.clickhouse.TableMapping;

/** The table in which every value that was ever emitted stands; the database itself keeps the latest of each key beside it. */
public final class IndicatorTable {
    /** Values into {@code indicator_log}. */
    public static final TableMapping<IndicatorValue> LOG = TableMapping.<IndicatorValue>into("pennant.indicator_log")
            .column("indicator", IndicatorValue::indicator)
            .column("unit", IndicatorValue::unit)
            .column("period", value -> value.period().toString())
            .column("period_label", value -> value.period().label())
            .column("value", IndicatorValue::value)
            .column("base", IndicatorValue::base)
            .column("growth", value -> IndicatorEvents.growthOf(value.growth()))
            .column("growth_kind", value -> {
                String kind = IndicatorEvents.kindOf(value.growth());
                return kind == null ? "" : kind;
            })
            .column("measure", value -> value.measure().symbol())
            .column("reported", value -> value.coverage().reported())
            .column("expected", value -> value.coverage().expected())
            .column("status", value -> value.coverage().status().id())
            .column("synthetic", IndicatorValue::synthetic)
            .unsigned("version", value -> value.version().packed())
            .column("updated_at", IndicatorValue::updatedAt)
            .key("unit", "indicator", "period")
            .version("version")
            .build();

    private IndicatorTable() {}
}

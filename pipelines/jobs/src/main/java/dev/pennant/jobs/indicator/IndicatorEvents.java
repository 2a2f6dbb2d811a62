package dev.pennant.jobs.indicator;

import dev.pennant.core.indicator.Growth;
import dev.pennant.core.indicator.IndicatorValue;
import dev.pennant.core.indicator.Measure;
import dev.pennant.jobs.kafka.EventSink;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;

/**
 * Indicator values as events: the topic {@code indicator-values} is compacted by unit, indicator and period. All periods of a unit's indicator are in
 * one partition, so that a reader that compares periods and keeps only the last ones gets them in the order in which one task told them.
 */
public final class IndicatorEvents
        implements EventSink.Mapping<IndicatorValue, dev.pennant.schemas.event.IndicatorValue> {
    private static final long serialVersionUID = 1L;

    @Override
    public Class<dev.pennant.schemas.event.IndicatorValue> event() {
        return dev.pennant.schemas.event.IndicatorValue.class;
    }

    @Override
    public byte[] keyOf(IndicatorValue value) {
        return key(value.unit(), value.indicator(), value.period().toString());
    }

    @Override
    public byte[] ownerOf(IndicatorValue value) {
        return owner(value.unit(), value.indicator());
    }

    /** Whose value it is, from which its partition follows. */
    public static byte[] owner(String unit, String indicator) {
        return String.join("|", unit, indicator).getBytes(StandardCharsets.UTF_8);
    }

    /** The key under which a value stands in the topic. */
    public static byte[] key(String unit, String indicator, String period) {
        return String.join("|", unit, indicator, period).getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public dev.pennant.schemas.event.IndicatorValue eventOf(IndicatorValue value) {
        return dev.pennant.schemas.event.IndicatorValue.newBuilder()
                .setIndicator(value.indicator())
                .setUnit(value.unit())
                .setPeriod(value.period().toString())
                .setPeriodLabel(value.period().label())
                .setValue(value.value())
                .setBase(value.base())
                .setGrowth(growthOf(value.growth()))
                .setGrowthKind(kindOf(value.growth()))
                .setMeasure(value.measure().symbol())
                .setReported(value.coverage().reported())
                .setExpected(value.coverage().expected())
                .setStatus(value.coverage().status().id())
                .setSynthetic(value.synthetic())
                .setVersion(value.version().packed())
                .setUpdatedAt(value.updatedAt())
                .build();
    }

    /** The growth as a stored number, percent or points, or null where it means nothing. */
    static BigDecimal growthOf(Growth growth) {
        if (growth instanceof Growth.Percent percent) {
            return percent.percent().setScale(Measure.DECIMALS);
        }
        if (growth instanceof Growth.Points points) {
            return points.points().setScale(Measure.DECIMALS);
        }
        return null;
    }

    /** The contract's spelling of the kind of growth, or null where it means nothing. */
    static String kindOf(Growth growth) {
        if (growth instanceof Growth.Percent) {
            return "percent";
        }
        return growth instanceof Growth.Points ? "points" : null;
    }
}

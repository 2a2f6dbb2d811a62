package dev.pennant.jobs.report;

import dev.pennant.core.report.FigureShelf;
import dev.pennant.core.report.UnitFigures;
import dev.pennant.jobs.flink.ValueType;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.util.FlinkRuntimeException;

/** Flink's state as the shelf of whichever indicator is the current key. */
final class KeyedFigures implements FigureShelf {
    private final MapState<String, UnitFigures> figures;

    KeyedFigures(RuntimeContext context) {
        figures = context.getMapState(
                new MapStateDescriptor<>("figures", Types.STRING, ValueType.of(new UnitFiguresFormat())));
    }

    @Override
    public UnitFigures figures(String unit) {
        try {
            UnitFigures known = figures.get(unit);
            return known == null ? new UnitFigures() : known;
        } catch (Exception failure) {
            throw new FlinkRuntimeException("the figures of " + unit + " could not be read from state", failure);
        }
    }

    @Override
    public void put(String unit, UnitFigures changed) {
        try {
            figures.put(unit, changed);
        } catch (Exception failure) {
            throw new FlinkRuntimeException("the figures of " + unit + " could not be written to state", failure);
        }
    }
}

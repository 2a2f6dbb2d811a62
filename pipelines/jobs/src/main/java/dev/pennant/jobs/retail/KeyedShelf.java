package dev.pennant.jobs.retail;

import dev.pennant.core.retail.SalesBlock;
import dev.pennant.core.retail.SalesYear;
import dev.pennant.core.retail.UnitShelf;
import dev.pennant.jobs.flink.ValueType;
import org.apache.flink.api.common.state.KeyedStateStore;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.util.FlinkRuntimeException;

/**
 * Flink's state as the shelf of whichever unit is the current key. One block a category and 16 days of sales, one year a category; bounded by the
 * days that receipts may have, never cleared, because a late receipt of any of them can come.
 */
final class KeyedShelf implements UnitShelf {
    private final KeyedBlocks blocks;
    private final MapState<Integer, SalesYear> years;

    KeyedShelf(KeyedStateStore state) {
        blocks = new KeyedBlocks(state, "hours");
        years = state.getMapState(
                new MapStateDescriptor<>("category-years", Types.INT, ValueType.of(new SalesYearFormat())));
    }

    @Override
    public SalesBlock block(int key) {
        return blocks.block(key);
    }

    @Override
    public void putBlock(int key, SalesBlock block) {
        blocks.putBlock(key, block);
    }

    @Override
    public SalesYear categoryYear(int key) {
        try {
            return years.get(key);
        } catch (Exception failure) {
            throw new FlinkRuntimeException("the sales of a category could not be read from state", failure);
        }
    }

    @Override
    public void putCategoryYear(int key, SalesYear year) {
        try {
            years.put(key, year);
        } catch (Exception failure) {
            throw new FlinkRuntimeException("the sales of a category could not be written to state", failure);
        }
    }
}

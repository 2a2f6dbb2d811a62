package dev.pennant.jobs.retail;

import dev.pennant.core.retail.BlockShelf;
import dev.pennant.core.retail.SalesBlock;
import dev.pennant.jobs.flink.ValueType;
import org.apache.flink.api.common.state.KeyedStateStore;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.util.FlinkRuntimeException;

/** Flink's state as the shelf of whichever store or unit is the current key. */
final class KeyedBlocks implements BlockShelf {
    private final MapState<Integer, SalesBlock> blocks;

    /** @param name of the state */
    KeyedBlocks(KeyedStateStore state, String name) {
        blocks = state.getMapState(new MapStateDescriptor<>(name, Types.INT, ValueType.of(new SalesBlockFormat())));
    }

    @Override
    public SalesBlock block(int key) {
        try {
            return blocks.get(key);
        } catch (Exception failure) {
            throw new FlinkRuntimeException("sales could not be read from state", failure);
        }
    }

    @Override
    public void putBlock(int key, SalesBlock block) {
        try {
            blocks.put(key, block);
        } catch (Exception failure) {
            throw new FlinkRuntimeException("sales could not be written to state", failure);
        }
    }
}

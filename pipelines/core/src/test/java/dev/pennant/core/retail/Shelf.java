package dev.pennant.core.retail;

import dev.pennant.core.packed.NumberReader;
import dev.pennant.core.packed.NumberWriter;
import java.util.HashMap;
import java.util.Map;

/** What a checkpoint would hold of a unit: bytes, so that nothing survives that is not written. */
final class Shelf implements UnitShelf {
    private static final int SLOTS = 384;

    private final Map<Integer, byte[]> blocks = new HashMap<>();
    private final Map<Integer, byte[]> years = new HashMap<>();

    Shelf() {}

    Shelf(Shelf other) {
        blocks.putAll(other.blocks);
        years.putAll(other.years);
    }

    @Override
    public SalesBlock block(int key) {
        byte[] bytes = blocks.get(key);
        return bytes == null ? null : SalesBlock.read(SLOTS, new NumberReader(bytes));
    }

    @Override
    public void putBlock(int key, SalesBlock block) {
        NumberWriter out = new NumberWriter(64);
        block.write(out);
        blocks.put(key, out.bytes());
    }

    @Override
    public SalesYear categoryYear(int key) {
        byte[] bytes = years.get(key);
        return bytes == null ? null : SalesYear.read(new NumberReader(bytes));
    }

    @Override
    public void putCategoryYear(int key, SalesYear year) {
        NumberWriter out = new NumberWriter(64);
        year.write(out);
        years.put(key, out.bytes());
    }
}

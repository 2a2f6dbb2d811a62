package dev.pennant.jobs.retail;

import dev.pennant.core.retail.SalesBlock;
import dev.pennant.core.retail.SalesYear;
import dev.pennant.core.retail.UnitShelf;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** A shelf of one unit that a test can look into. */
final class KeptShelf implements UnitShelf {
    private final Map<Integer, SalesBlock> blocks = new HashMap<>();
    private final TreeMap<Integer, SalesYear> years = new TreeMap<>();

    @Override
    public SalesBlock block(int key) {
        return blocks.get(key);
    }

    @Override
    public void putBlock(int key, SalesBlock block) {
        blocks.put(key, block);
    }

    @Override
    public SalesYear categoryYear(int key) {
        return years.get(key);
    }

    @Override
    public void putCategoryYear(int key, SalesYear year) {
        years.put(key, year);
    }

    /** The last year of the last category. */
    SalesYear lastYear() {
        return years.lastEntry().getValue();
    }
}

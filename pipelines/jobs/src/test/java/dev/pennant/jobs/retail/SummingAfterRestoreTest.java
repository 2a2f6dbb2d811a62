package dev.pennant.jobs.retail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pennant.jobs.retail.KeyedTasks.Checkpoint;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.apache.flink.runtime.state.StateBackend;
import org.apache.flink.runtime.state.hashmap.HashMapStateBackend;
import org.apache.flink.state.rocksdb.EmbeddedRocksDBStateBackend;

/**
 * Whatever is killed and restored, after any element, any number of times, at any parallelism, on the heap or on RocksDB, and however often it
 * tells: in the end readers see what one task shows them that is never killed and tells but once. What the lost runs had shown stays where it is.
 */
final class SummingAfterRestoreTest {
    private static final int MOST_ELEMENTS = 60;

    @Property(tries = 25, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    void ofUnits(@ForAll long seed) throws Exception {
        Random chance = new Random(seed);
        List<Object> elements = new SampleInputs(chance).ofUnits(1 + chance.nextInt(MOST_ELEMENTS));
        assertSame(RetailOperator.sumSales(), elements, chance);
    }

    @Property(tries = 25, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    void ofRegions(@ForAll long seed) throws Exception {
        Random chance = new Random(seed);
        List<Object> elements = new SampleInputs(chance).ofRegions(1 + chance.nextInt(MOST_ELEMENTS));
        assertSame(RetailOperator.sumRegions(), elements, chance);
    }

    @Property(tries = 25, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    void ofTheDaysOfStores(@ForAll long seed) throws Exception {
        Random chance = new Random(seed);
        List<Object> elements = new SampleInputs(chance).ofStoreDays(1 + chance.nextInt(MOST_ELEMENTS));
        assertSame(RetailOperator.sumStoreDays(), elements, chance);
    }

    @Property(tries = 25, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    void ofStores(@ForAll long seed) throws Exception {
        Random chance = new Random(seed);
        List<Object> elements = new SampleInputs(chance).ofStores(1 + chance.nextInt(MOST_ELEMENTS));
        assertSame(RetailOperator.keepStores(), elements, chance);
    }

    private static void assertSame(RetailOperator<?, ?, ?, ?> operator, List<Object> elements, Random chance)
            throws Exception {
        assertThat(killedAndRestored(operator, elements, chance)).isEqualTo(neverKilled(operator, elements));
    }

    private static Map<String, Object> neverKilled(RetailOperator<?, ?, ?, ?> operator, List<Object> elements)
            throws Exception {
        Seen seen = new Seen();
        try (KeyedTasks<?, ?, ?, ?> tasks = operator.alone()) {
            for (Object element : elements) {
                tasks.send(element);
            }
            tasks.end();
            tasks.drain(seen::see);
        }
        return seen.everything();
    }

    private static Map<String, Object> killedAndRestored(
            RetailOperator<?, ?, ?, ?> operator, List<Object> elements, Random chance) throws Exception {
        Seen seen = new Seen();
        StateBackend backend = chance.nextInt(4) == 0 ? new EmbeddedRocksDBStateBackend() : new HashMapStateBackend();
        Checkpoint checkpoint = null;
        int reached = 0;
        int kills = 1 + chance.nextInt(3);
        for (int run = 0; run < kills; run++) {
            try (KeyedTasks<?, ?, ?, ?> tasks = operator.run(run, 1 + chance.nextInt(3), backend, checkpoint)) {
                int kept = reached + chance.nextInt(elements.size() + 1 - reached);
                send(elements.subList(reached, kept), tasks, chance);
                checkpoint = tasks.checkpoint(run);
                tasks.drain(seen::see);
                reached = kept;
                send(elements.subList(kept, kept + chance.nextInt(elements.size() + 1 - kept)), tasks, chance);
                tasks.drain(seen::seeLost);
            }
        }
        try (KeyedTasks<?, ?, ?, ?> tasks = operator.run(kills, 1 + chance.nextInt(3), backend, checkpoint)) {
            send(elements.subList(reached, elements.size()), tasks, chance);
            tasks.end();
            tasks.drain(seen::see);
        }
        return seen.everything();
    }

    private static void send(List<Object> elements, KeyedTasks<?, ?, ?, ?> tasks, Random chance) throws Exception {
        for (Object element : elements) {
            tasks.send(element);
            if (chance.nextInt(4) == 0) {
                tasks.waitMillis(1 + chance.nextInt(2000));
            }
        }
    }
}

package dev.pennant.jobs.retail;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.util.AbstractStreamOperatorTestHarness;
import org.apache.kafka.common.record.SimpleRecord;

/** Killed and restored at any point, at any parallelism and any number of times, the tasks together tell what a count of the whole tells. */
final class CountingAfterRestoreTest {
    @Property(tries = 60)
    void nothingIsLostAndNothingCountsTwice(
            @ForAll("sales") @Size(min = 1, max = 200) List<Sale> sales,
            @ForAll @Size(max = 3) List<@IntRange(max = 99) Integer> restarts,
            @ForAll @Size(value = 4) List<@IntRange(min = 1, max = 5) Integer> parallelisms)
            throws Exception {
        Map<String, Long> told = new TreeMap<>();
        OperatorSubtaskState checkpoint = null;
        int reached = 0;
        List<Integer> ends = new ArrayList<>(restarts.stream()
                .map(percent -> percent * sales.size() / 100)
                .sorted()
                .toList());
        ends.add(sales.size());
        for (int run = 0; run < ends.size(); run++) {
            try (Tasks tasks = new Tasks(parallelisms.get(run), parallelisms.get(Math.max(0, run - 1)), checkpoint)) {
                tasks.count(sales.subList(0, reached), sales.subList(reached, ends.get(run)));
                checkpoint = tasks.checkpoint(run + 1);
                tasks.told().forEach((key, sum) -> merge(told, key, sum));
                tasks.count(sales.subList(0, ends.get(run)), sales.subList(ends.get(run), sales.size()));
            }
            reached = ends.get(run);
        }

        assertThat(told).isEqualTo(countedAtOnce(sales));
    }

    @Provide
    Arbitrary<List<Sale>> sales() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 9),
                        Arbitraries.oneOf(
                                Arbitraries.longs().between(1, 60),
                                Arbitraries.longs().between(1, 2000),
                                Arbitraries.longs()),
                        Arbitraries.integers().between(0, 50),
                        Arbitraries.longs().between(-100_000, 100_000).filter(fen -> fen != 0))
                .as(Sale::new)
                .list();
    }

    private static Map<String, Long> countedAtOnce(List<Sale> sales) {
        Map<String, Long> sums = new TreeMap<>();
        Set<List<Object>> seen = new HashSet<>();
        for (Sale sale : sales) {
            if (!seen.add(List.of(sale.store(), sale.number()))) {
                continue;
            }
            sale.keys().forEach(key -> {
                merge(sums, key + " net", sale.fen());
                merge(sums, key + " receipts", 1L);
            });
            sale.firstSale().forEach((key, day) -> merge(sums, key, day));
        }
        return sums;
    }

    private static void merge(Map<String, Long> sums, String key, long value) {
        sums.merge(key, value, key.startsWith("first") ? Math::min : Long::sum);
    }

    /** Some tasks that share the partitions as a source does. */
    private static final class Tasks implements AutoCloseable {
        private final List<CountingTask> tasks = new ArrayList<>();

        private Tasks(int parallelism, int parallelismBefore, OperatorSubtaskState checkpoint) throws Exception {
            for (int subtask = 0; subtask < parallelism; subtask++) {
                OperatorSubtaskState own = checkpoint == null
                        ? null
                        : AbstractStreamOperatorTestHarness.repartitionOperatorState(
                                checkpoint, 16, parallelismBefore, parallelism, subtask);
                tasks.add(new CountingTask(Sale.REGISTER, subtask, parallelism, own));
            }
        }

        /** @param before the sales before, which give those to count their offsets */
        private void count(List<Sale> before, List<Sale> sales) throws Exception {
            for (int partition = 0; partition < Sale.PARTITIONS; partition++) {
                int here = partition;
                long offset =
                        before.stream().filter(sale -> sale.partition() == here).count();
                List<SimpleRecord> records = sales.stream()
                        .filter(sale -> sale.partition() == here)
                        .map(Sale::toRecord)
                        .toList();
                for (int from = 0; from < records.size(); from += 50) {
                    List<SimpleRecord> poll = records.subList(from, Math.min(from + 50, records.size()));
                    tasks.get(partition % tasks.size()).poll(partition, offset + from, poll);
                }
            }
        }

        private OperatorSubtaskState checkpoint(long id) throws Exception {
            OperatorSubtaskState[] states = new OperatorSubtaskState[tasks.size()];
            for (int task = 0; task < states.length; task++) {
                states[task] = tasks.get(task).checkpoint(id);
            }
            return AbstractStreamOperatorTestHarness.repackageState(states);
        }

        private Map<String, Long> told() {
            Map<String, Long> told = new TreeMap<>();
            tasks.forEach(task -> task.told().forEach((key, sum) -> merge(told, key, sum)));
            return told;
        }

        @Override
        public void close() throws Exception {
            for (CountingTask task : tasks) {
                task.close();
            }
        }
    }
}

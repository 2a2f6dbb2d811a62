package dev.pennant.jobs.retail;

import dev.pennant.core.retail.SeenReceipts;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.state.OperatorStateStore;
import org.apache.flink.api.common.typeinfo.PrimitiveArrayTypeInfo;

/**
 * The partitions of the receipts, in union state: after a restore every subtask has all of them as bytes, and opens one when the first batch of it
 * comes. What it did not open it still has to pass on to the next checkpoint, and of all subtasks the one does whose turn the
 * partition is, also where another reads it: a checkpoint has two copies of a partition at most. Never cleared: a receipt may come again at any time.
 */
final class PartitionReadings {
    static final ListStateDescriptor<byte[]> DESCRIPTOR =
            new ListStateDescriptor<>("partitions", PrimitiveArrayTypeInfo.BYTE_PRIMITIVE_ARRAY_TYPE_INFO);

    private final ListState<byte[]> state;
    private final Map<Integer, PartitionReading> open = new TreeMap<>();
    private final Map<Integer, List<byte[]>> asleep = new HashMap<>();

    private PartitionReadings(ListState<byte[]> state) {
        this.state = state;
    }

    /** Restores the partitions; to be called once, when the operator's state is initialized. */
    static PartitionReadings restore(OperatorStateStore store) throws Exception {
        PartitionReadings readings = new PartitionReadings(store.getUnionListState(DESCRIPTOR));
        for (byte[] copy : readings.state.get()) {
            int partition = PartitionReading.partitionOf(copy);
            readings.asleep
                    .computeIfAbsent(partition, first -> new ArrayList<>())
                    .add(copy);
        }
        return readings;
    }

    /** The partition, which this subtask reads. */
    PartitionReading of(int partition) throws IOException {
        PartitionReading reading = open.get(partition);
        if (reading == null) {
            List<byte[]> copies = asleep.remove(partition);
            reading = united(partition, copies == null ? List.of() : copies);
            open.put(partition, reading);
        }
        return reading;
    }

    /** States how far each partition that this subtask reads was read since it was stated last. */
    void state(long epoch, Consumer<ReadingProgress> listener) {
        open.values().forEach(reading -> reading.progress(epoch).ifPresent(listener));
    }

    /** Keeps all in the checkpoint being taken. */
    void snapshot(SeenReceipts seen, IntFunction<String> idOf, int subtask, int parallelism) throws Exception {
        List<byte[]> kept = new ArrayList<>();
        for (PartitionReading reading : open.values()) {
            kept.add(reading.write(seen, idOf));
        }
        for (Map.Entry<Integer, List<byte[]>> sleeping : asleep.entrySet()) {
            if (sleeping.getKey() % parallelism == subtask) {
                if (sleeping.getValue().size() > 1) {
                    // Else there would be one more after every restore: another subtask may read the partition, and
                    // keep its own.
                    PartitionReading one = united(sleeping.getKey(), sleeping.getValue());
                    sleeping.setValue(List.of(one.write(seen, idOf)));
                }
                kept.addAll(sleeping.getValue());
            }
        }
        state.update(kept);
    }

    private static PartitionReading united(int partition, List<byte[]> copies) throws IOException {
        PartitionReading reading = new PartitionReading(partition);
        for (byte[] copy : copies) {
            reading.unite(copy);
        }
        return reading;
    }
}

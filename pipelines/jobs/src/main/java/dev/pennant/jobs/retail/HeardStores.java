package dev.pennant.jobs.retail;

import dev.pennant.core.period.ReportingHour;
import dev.pennant.core.retail.StorePlacements.Placement;
import dev.pennant.jobs.kafka.Origin;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.state.OperatorStateStore;
import org.apache.flink.api.common.typeinfo.PrimitiveArrayTypeInfo;

/**
 * What a reader of receipts has heard of stores, and how far: that is in union state, one small array a reader, replaced at each checkpoint.
 *
 * <p>A move that came between the barriers of a reader and of {@link KeepStores} is in a checkpoint, but the reader did not know it: whatever was read
 * until the run was lost counted in the unit that the store has left. The next run has nothing to count there, so the moves that a restored reader hears
 * of beyond the offsets of the checkpoint are told again, see {@link MovesAgain}. It is the same with a move that a reader heard of before its
 * barrier and {@link KeepStores} only after its own, and so what is kept is how far was heard at the barrier before: the stream of stores is not so far
 * behind.
 */
final class HeardStores {
    /** The first number of every copy; raised whenever what follows changes: twos of a partition and the offset that was heard next at the barrier before. */
    private static final int FORMAT = 1;

    private static final ListStateDescriptor<long[]> DESCRIPTOR =
            new ListStateDescriptor<>("heard-stores", PrimitiveArrayTypeInfo.LONG_PRIMITIVE_ARRAY_TYPE_INFO);

    private final ListState<long[]> state;
    private final List<Map<Integer, Long>> copies = new ArrayList<>();
    private final Map<Integer, Long> next = new TreeMap<>();
    private final Map<Integer, Long> firstAgain = new TreeMap<>();
    private Map<Integer, Long> nextBefore = Map.of();

    private HeardStores(ListState<long[]> state) {
        this.state = state;
    }

    /** Restores how far the readers of a checkpoint had heard; to be called once, when the operator's state is initialized. */
    static HeardStores restore(OperatorStateStore store) throws Exception {
        HeardStores heard = new HeardStores(store.getUnionListState(DESCRIPTOR));
        for (long[] copy : heard.state.get()) {
            if (copy[0] != FORMAT) {
                throw new IOException("what was heard of stores was written in format " + copy[0]
                        + ", this build reads only " + FORMAT);
            }
            Map<Integer, Long> offsets = new TreeMap<>();
            for (int place = 1; place < copy.length; place += 2) {
                offsets.put((int) copy[place], copy[place + 1]);
            }
            heard.copies.add(offsets);
        }
        return heard;
    }

    /**
     * Lets a store be placed by a message about it.
     *
     * @return where it came from and where it goes, if that is a move that the run before, lost since, may not have known
     */
    List<StoreMove> hear(StoreEntry entry, PlacedStores stores) {
        Origin origin = entry.origin();
        next.put(origin.partition(), origin.offset() + 1);
        int day = ReportingHour.day(entry.validFrom());
        Placement before = stores.placementOn(entry.storeId(), day);
        stores.hear(entry);
        Placement now = stores.placementOn(entry.storeId(), day);
        boolean moved = now.unit() != before.unit() || now.synthetic() != before.synthetic();
        if (!moved || before.unit() == Placement.NOWHERE || !isBeyondCheckpoint(origin)) {
            return List.of();
        }
        firstAgain.merge(origin.partition(), origin.offset(), Math::min);
        StoreMove from = new StoreMove(entry.storeId(), before.unit(), day);
        return now.unit() == Placement.NOWHERE
                ? List.of(from)
                : List.of(from, new StoreMove(entry.storeId(), now.unit(), day));
    }

    /** All is heard that there was when this run began. */
    void begin() {
        nextBefore = new TreeMap<>(next);
    }

    /**
     * Keeps in the checkpoint being taken how far was heard when the one before was, or when this run began.
     *
     * @param told whether the moves that have to be told again have been; as long as not, they are beyond this checkpoint too
     */
    void snapshot(boolean told) throws Exception {
        if (told) {
            firstAgain.clear();
        }
        long[] copy = new long[1 + 2 * nextBefore.size()];
        copy[0] = FORMAT;
        int place = 1;
        for (Map.Entry<Integer, Long> partition : nextBefore.entrySet()) {
            copy[place++] = partition.getKey();
            copy[place++] = Math.min(firstAgain.getOrDefault(partition.getKey(), Long.MAX_VALUE), partition.getValue());
        }
        state.update(List.of(copy));
        nextBefore = new TreeMap<>(next);
    }

    /** Whether any reader of the checkpoint had not heard what stands there at the barrier before; a checkpoint that does not say how far it had is taken for the present. */
    private boolean isBeyondCheckpoint(Origin origin) {
        return copies.stream().anyMatch(heard -> heard.getOrDefault(origin.partition(), 0L) <= origin.offset());
    }
}

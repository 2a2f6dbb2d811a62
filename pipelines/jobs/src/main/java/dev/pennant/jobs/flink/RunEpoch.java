package dev.pennant.jobs.flink;

import dev.pennant.core.indicator.Version;
import java.time.InstantSource;
import java.util.List;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.state.OperatorStateStore;
import org.apache.flink.api.common.typeinfo.Types;

/**
 * The epoch of the present run of an operator, greater than that of every run it continues; see {@link Version}. Each subtask keeps it in union
 * state, so that after rescaling every subtask sees the greatest one. One number a subtask, replaced at every checkpoint.
 */
public final class RunEpoch {
    private static final ListStateDescriptor<Long> DESCRIPTOR = new ListStateDescriptor<>("run-epoch", Types.LONG);

    private final ListState<Long> state;
    private final long epoch;

    private RunEpoch(ListState<Long> state, long epoch) {
        this.state = state;
        this.epoch = epoch;
    }

    /** Opens the epoch; to be called once, when the operator's state is initialized. */
    public static RunEpoch open(OperatorStateStore store, InstantSource clock) throws Exception {
        ListState<Long> state = store.getUnionListState(DESCRIPTOR);
        long before = -1;
        for (long epoch : state.get()) {
            before = Math.max(before, epoch);
        }
        return new RunEpoch(state, Version.epochAt(clock.instant(), before));
    }

    /** The epoch. */
    public long epoch() {
        return epoch;
    }

    /** Keeps the epoch in the checkpoint being taken. */
    public void snapshot() throws Exception {
        state.update(List.of(epoch));
    }
}

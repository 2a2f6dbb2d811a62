package dev.pennant.jobs.flink;

import java.util.List;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.state.OperatorStateStore;
import org.apache.flink.api.common.typeinfo.Types;

/** Keeps a job from continuing sums that were made by other definitions: what a changed rule would retract was never added. */
public final class StateGuard {
    private final ListState<String> state;
    private final List<String> definitions;

    private StateGuard(ListState<String> state, List<String> definitions) {
        this.state = state;
        this.definitions = definitions;
    }

    /**
     * Compares the definitions with those the state was made by.
     *
     * @throws IllegalStateException when they differ
     */
    public static StateGuard open(OperatorStateStore store, String definitions) throws Exception {
        return open(store, List.of(definitions));
    }

    /**
     * Compares definitions, each for itself, with those the state was made by. One that an earlier build did not keep yet is taken on trust.
     *
     * @throws IllegalStateException when one that was kept is not among them
     */
    public static StateGuard open(OperatorStateStore store, List<String> definitions) throws Exception {
        ListState<String> state = store.getUnionListState(new ListStateDescriptor<>("definitions", Types.STRING));
        for (String before : state.get()) {
            if (!definitions.contains(before)) {
                throw new IllegalStateException(
                        "the catalogue's units, indicators, competitions or categories, or the job's --tables, are not those that the checkpoint was made by; start the job without"
                                + " a checkpoint, so that it applies its topics again from the beginning");
            }
        }
        return new StateGuard(state, definitions);
    }

    /** Keeps the definitions in the checkpoint being taken. */
    public void snapshot() throws Exception {
        state.update(definitions);
    }
}

package dev.pennant.jobs.flink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.state.StateInitializationContext;
import org.apache.flink.runtime.state.StateSnapshotContext;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;

final class StateGuardTest {
    @Test
    void aCheckpointIsContinuedByTheDefinitionsItWasMadeBy() throws Exception {
        OperatorSubtaskState made = continued(null, "units", "indicators");

        assertThat(continued(made, "units", "indicators")).isNotNull();
    }

    @Test
    void aCheckpointIsNotContinuedWhenOneOfThemChanged() throws Exception {
        OperatorSubtaskState made = continued(null, "units", "indicators");

        assertThatThrownBy(() -> continued(made, "units", "other indicators"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("start the job without a checkpoint");
    }

    @Test
    void whatAnEarlierBuildDidNotKeepIsTakenOnTrustOnceAndHeldFromThenOn() throws Exception {
        OperatorSubtaskState before = continued(null, "units");
        OperatorSubtaskState since = continued(before, "units", "indicators");

        assertThatThrownBy(() -> continued(since, "units", "other indicators"))
                .isInstanceOf(IllegalStateException.class);
    }

    /** The checkpoint of a run that goes on from another, or begins where that is null. */
    private static OperatorSubtaskState continued(OperatorSubtaskState from, String... definitions) throws Exception {
        try (OneInputStreamOperatorTestHarness<String, String> run =
                new OneInputStreamOperatorTestHarness<>(new Guarded(definitions))) {
            if (from != null) {
                run.initializeState(from);
            }
            run.open();
            return run.snapshot(1, 1);
        }
    }

    private static final class Guarded extends AbstractStreamOperator<String>
            implements OneInputStreamOperator<String, String> {
        private static final long serialVersionUID = 1L;

        private final String[] definitions;
        private transient StateGuard guard;

        private Guarded(String... definitions) {
            this.definitions = definitions;
        }

        @Override
        public void initializeState(StateInitializationContext context) throws Exception {
            super.initializeState(context);
            guard = StateGuard.open(context.getOperatorStateStore(), List.of(definitions));
        }

        @Override
        public void processElement(StreamRecord<String> element) {
            output.collect(element);
        }

        @Override
        public void snapshotState(StateSnapshotContext context) throws Exception {
            super.snapshotState(context);
            guard.snapshot();
        }
    }
}

package dev.pennant.jobs.retail;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.java.functions.KeySelector;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.state.KeyGroupRangeAssignment;
import org.apache.flink.runtime.state.StateBackend;
import org.apache.flink.streaming.api.operators.TwoInputStreamOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.AbstractStreamOperatorTestHarness;
import org.apache.flink.streaming.util.KeyedTwoInputStreamOperatorTestHarness;
import org.apache.flink.util.OutputTag;

/** The tasks of an operator with two inputs, which share its keys as they do in a job. */
final class KeyedTasks<K, A, B, O> implements AutoCloseable {
    private static final int MAX_PARALLELISM = 16;

    private final Inputs<K, A, B> inputs;
    private final List<OutputTag<?>> sideOutputs;
    private final List<KeyedTwoInputStreamOperatorTestHarness<K, A, B, O>> tasks = new ArrayList<>();

    /**
     * What an operator reads.
     *
     * @param first type of the first input; whatever is not of it is of the second
     * @param keyOfFirst key of an element of the first input
     * @param keyOfSecond key of an element of the second input
     * @param keys type of the keys
     */
    record Inputs<K, A, B>(
            Class<A> first, KeySelector<A, K> keyOfFirst, KeySelector<B, K> keyOfSecond, TypeInformation<K> keys) {}

    /**
     * What a run continues.
     *
     * @param state what all tasks have kept
     * @param parallelism how many tasks there were
     */
    record Checkpoint(OperatorSubtaskState state, int parallelism) {}

    /** An operator for one task. */
    @FunctionalInterface
    interface Maker<A, B, O> {
        TwoInputStreamOperator<A, B, O> make();
    }

    /** @param checkpoint what is continued, or null */
    KeyedTasks(
            Inputs<K, A, B> inputs,
            Maker<A, B, O> maker,
            TypeInformation<O> output,
            List<OutputTag<?>> sideOutputs,
            int parallelism,
            StateBackend backend,
            Checkpoint checkpoint)
            throws Exception {
        this.inputs = inputs;
        this.sideOutputs = sideOutputs;
        for (int task = 0; task < parallelism; task++) {
            KeyedTwoInputStreamOperatorTestHarness<K, A, B, O> harness = new KeyedTwoInputStreamOperatorTestHarness<>(
                    maker.make(),
                    inputs.keyOfFirst(),
                    inputs.keyOfSecond(),
                    inputs.keys(),
                    MAX_PARALLELISM,
                    parallelism,
                    task);
            tasks.add(harness);
            harness.setStateBackend(backend);
            harness.setup(output.createSerializer(new SerializerConfigImpl()));
            if (checkpoint != null) {
                harness.initializeState(AbstractStreamOperatorTestHarness.repartitionOperatorState(
                        checkpoint.state(), MAX_PARALLELISM, checkpoint.parallelism(), parallelism, task));
            }
            harness.open();
        }
    }

    /** Has an element processed by the task that has its key. */
    @SuppressWarnings("unchecked")
    void send(Object element) throws Exception {
        if (inputs.first().isInstance(element)) {
            A first = (A) element;
            taskOf(inputs.keyOfFirst().getKey(first)).processElement1(new StreamRecord<>(first));
        } else {
            B second = (B) element;
            taskOf(inputs.keyOfSecond().getKey(second)).processElement2(new StreamRecord<>(second));
        }
    }

    void waitMillis(long millis) throws Exception {
        for (KeyedTwoInputStreamOperatorTestHarness<K, A, B, O> task : tasks) {
            task.setProcessingTime(task.getProcessingTime() + millis);
        }
    }

    Checkpoint checkpoint(long id) throws Exception {
        OperatorSubtaskState[] states = new OperatorSubtaskState[tasks.size()];
        for (int task = 0; task < states.length; task++) {
            tasks.get(task).prepareSnapshotPreBarrier(id);
            states[task] = tasks.get(task).snapshot(id, id);
        }
        return new Checkpoint(AbstractStreamOperatorTestHarness.repackageState(states), tasks.size());
    }

    void completed(long id) throws Exception {
        for (KeyedTwoInputStreamOperatorTestHarness<K, A, B, O> task : tasks) {
            task.notifyOfCompletedCheckpoint(id);
        }
    }

    void end() throws Exception {
        for (KeyedTwoInputStreamOperatorTestHarness<K, A, B, O> task : tasks) {
            task.endAllInputs();
        }
    }

    /** Hands out what was emitted since this was asked last. */
    void drain(Consumer<Object> reader) {
        for (KeyedTwoInputStreamOperatorTestHarness<K, A, B, O> task : tasks) {
            task.extractOutputValues().forEach(reader);
            task.getOutput().clear();
            for (OutputTag<?> tag : sideOutputs) {
                drain(task, tag, reader);
            }
        }
    }

    private static <T> void drain(
            AbstractStreamOperatorTestHarness<?> task, OutputTag<T> tag, Consumer<Object> reader) {
        if (task.getSideOutput(tag) != null) {
            task.getSideOutput(tag).forEach(record -> reader.accept(record.getValue()));
            task.getSideOutput(tag).clear();
        }
    }

    private KeyedTwoInputStreamOperatorTestHarness<K, A, B, O> taskOf(K key) {
        return tasks.get(KeyGroupRangeAssignment.assignKeyToParallelOperator(key, MAX_PARALLELISM, tasks.size()));
    }

    @Override
    public void close() throws Exception {
        for (KeyedTwoInputStreamOperatorTestHarness<K, A, B, O> task : tasks) {
            task.close();
        }
    }
}

package dev.pennant.stack.flink;

import java.nio.file.Path;
import java.util.Optional;
import org.apache.flink.core.execution.RecoveryClaimMode;
import org.apache.flink.runtime.jobgraph.SavepointRestoreSettings;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.graph.StreamGraph;

/**
 * A job that the stack runs.
 *
 * @param name what it is called in the web UI and in the folder of its checkpoints; letters, digits and dashes
 * @param definition adds its sources, operators and sinks to an environment, and leaves the execution to the stack
 */
public record StackJob(String name, Definition definition) {
    /**
     * What Flink is given.
     *
     * @param checkpoints where the job's checkpoints go
     * @param from the checkpoint that it starts from; from the beginning when nothing is given
     */
    StreamGraph graph(Path checkpoints, Optional<Path> from) throws Exception {
        StreamExecutionEnvironment environment = new StreamExecutionEnvironment(FlinkSettings.job(checkpoints));
        definition.define(environment);
        StreamGraph graph = environment.getStreamGraph();
        graph.setJobName(name);
        from.ifPresent(path -> graph.setSavepointRestoreSettings(
                SavepointRestoreSettings.forPath("file://" + path, false, RecoveryClaimMode.NO_CLAIM)));
        return graph;
    }

    /** Adds a job's sources, operators and sinks to an environment. */
    @FunctionalInterface
    public interface Definition {
        /** Defines the job; must not execute it. */
        void define(StreamExecutionEnvironment environment) throws Exception;
    }
}

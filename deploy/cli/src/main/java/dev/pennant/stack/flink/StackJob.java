package dev.pennant.stack.flink;

import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * A job that the stack runs.
 *
 * @param name what it is called in the web UI and in the folder of its checkpoints; letters, digits and dashes
 * @param definition adds its sources, operators and sinks to an environment, and leaves the execution to the stack
 */
public record StackJob(String name, Definition definition) {
    /** Adds a job's sources, operators and sinks to an environment. */
    @FunctionalInterface
    public interface Definition {
        /** Defines the job; must not execute it. */
        void define(StreamExecutionEnvironment environment) throws Exception;
    }
}

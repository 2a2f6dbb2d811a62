package dev.pennant.jobs.deadletters;

import dev.pennant.jobs.flink.ValueType;
import org.apache.flink.util.OutputTag;

/** The side output of every operator that refuses records. */
public final class DeadLetters {
    /** Where an operator puts what it refuses. */
    public static final OutputTag<DeadLetter> TAG =
            new OutputTag<>("dead-letters", ValueType.of(new DeadLetter.Format()));

    private DeadLetters() {}
}

package dev.pennant.stack;

import java.time.Duration;

/** Hears how a stack comes up. Called from several threads. */
@FunctionalInterface
public interface StartLog {
    /**
     * A part of the stack runs.
     *
     * @param part its name, for people
     * @param took since the start of the stack
     * @param note what else there is to know, or empty
     */
    void running(String part, Duration took, String note);
}

package dev.pennant.stack;

import java.time.Duration;

/** Hears how a stack comes up. Called from several threads. */
public interface StartLog {
    /**
     * A part of the stack runs.
     *
     * @param part its name, for people
     * @param took since the start of the stack
     * @param note what else there is to know, or empty
     */
    void running(String part, Duration took, String note);

    /**
     * All of it runs; other processes are told afterwards.
     *
     * @param ports where it listens
     * @param took since the start of the stack
     */
    void ready(Ports ports, Duration took);
}

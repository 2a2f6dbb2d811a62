package dev.pennant.load;

/** What a row of a file becomes. */
public sealed interface RowOutcome {
    /** An event to be sent. */
    record Accepted(Message message) implements RowOutcome {}

    /** Nothing, and why. */
    record Rejected(RowFault fault) implements RowOutcome {}
}

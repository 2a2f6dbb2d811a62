package dev.pennant.core.filing;

import java.util.List;

/**
 * Whether a record as filed can be taken, and as what.
 *
 * @param <T> what an accepted record is
 */
public sealed interface Verdict<T> permits Verdict.Accepted, Verdict.Rejected {
    /** The record, checked. */
    record Accepted<T>(T value) implements Verdict<T> {}

    /** All that is wrong with the record, at least one thing. */
    record Rejected<T>(List<Rejection> rejections) implements Verdict<T> {
        /** @throws IllegalArgumentException when nothing is wrong */
        public Rejected {
            if (rejections.isEmpty()) {
                throw new IllegalArgumentException("a rejected record needs a reason");
            }
            rejections = List.copyOf(rejections);
        }
    }
}

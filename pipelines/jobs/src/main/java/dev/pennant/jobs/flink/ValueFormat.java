package dev.pennant.jobs.flink;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.io.Serializable;
import java.util.Optional;

/**
 * How a value of core is written between operators and into state. A class with a public constructor without arguments, so that a restored
 * job finds it by name.
 *
 * <p>Each value carries the number of the format it was written in, so a new format reads what an old one left in a checkpoint.
 *
 * @param <T> the values
 */
public interface ValueFormat<T> extends Serializable {
    /** The class of the values. */
    Class<T> type();

    /** Number of the present format, 1 to 127; raised whenever {@link #write} changes. */
    default int version() {
        return 1;
    }

    /** Whether values never change once made; those that do are copied by writing and reading them. */
    default boolean isImmutable() {
        return true;
    }

    /**
     * A copy that does not change when the value does, of values that can make one faster than by being written and read; otherwise nothing.
     */
    default Optional<T> copyOf(T value) {
        return Optional.empty();
    }

    /** Writes a value in the present format. */
    void write(T value, DataOutput out) throws IOException;

    /**
     * Reads a value.
     *
     * @param version number of the format it was written in, at most the present one
     */
    T read(int version, DataInput in) throws IOException;
}

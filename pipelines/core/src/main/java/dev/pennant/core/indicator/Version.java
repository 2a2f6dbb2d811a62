package dev.pennant.core.indicator;

import java.time.Duration;
import java.time.Instant;

/**
 * Which of two values of the same key is the later one: the epoch of the run that wrote it, then how many inputs that run had applied to the
 * key. A run restored from a checkpoint counts its inputs again from there, in a greater epoch, so that what it writes always
 * wins over what the lost run wrote.
 *
 * @param epoch eighths of a second since 2020-01-01T00:00Z at which the run opened; 34 bits, enough until 2088
 * @param inputs inputs applied to the key; 30 bits
 */
public record Version(long epoch, long inputs) {
    /** How many bits of the packed number are the inputs, the lowest. */
    public static final int INPUT_BITS = 30;

    /** These bits. */
    public static final long MAX_INPUTS = (1L << INPUT_BITS) - 1;

    private static final long MAX_EPOCH = (1L << (Long.SIZE - INPUT_BITS)) - 1;
    private static final Instant ORIGIN = Instant.parse("2020-01-01T00:00:00Z");
    private static final long MILLIS_PER_EPOCH = 125;

    /** @throws IllegalArgumentException when a part does not fit its bits */
    public Version {
        if (epoch < 0 || epoch > MAX_EPOCH || inputs < 0 || inputs > MAX_INPUTS) {
            throw new IllegalArgumentException("version (" + epoch + ", " + inputs + ") does not fit 34 and 30 bits");
        }
    }

    /**
     * The epoch of a run that opens now and continues from a checkpoint of an earlier one.
     *
     * @param now the time of opening
     * @param epochBefore the epoch in the restored state, or -1 where there is none
     */
    public static long epochAt(Instant now, long epochBefore) {
        return Math.max(Duration.between(ORIGIN, now).toMillis() / MILLIS_PER_EPOCH, epochBefore + 1);
    }

    /** Reads a version packed by {@link #packed()}. */
    public static Version unpacked(long packed) {
        return new Version(packed >>> INPUT_BITS, packed & MAX_INPUTS);
    }

    /**
     * The version after one more input, in the given epoch or a later one already reached by this key.
     *
     * @param runEpoch the epoch of the present run
     */
    public Version next(long runEpoch) {
        if (inputs == MAX_INPUTS) {
            return new Version(Math.max(epoch + 1, runEpoch), 0);
        }
        return new Version(Math.max(epoch, runEpoch), inputs + 1);
    }

    /** Both parts in an unsigned 64-bit number that orders as the versions do. */
    public long packed() {
        return epoch << INPUT_BITS | inputs;
    }
}

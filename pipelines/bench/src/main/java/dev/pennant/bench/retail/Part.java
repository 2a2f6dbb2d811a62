package dev.pennant.bench.retail;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** What the bench can measure. */
enum Part {
    /** How much it takes to remember receipts. */
    SEEN,
    /** The job against the floor, in each shape. */
    SPEED,
    /** With the speed in the dense shape: the job with its state in RocksDB, and the floor with the consumer as it comes. */
    VARIANTS,
    /** The job against what one would write first, in the dense shape. */
    RIVAL,
    /** Ten times the receipts, and ten times the stores. */
    SCALE,
    /** From append to visible. */
    LATENCY;

    /** Its name, as it is written on a command line. */
    String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The part of a name.
     *
     * @throws IllegalArgumentException when there is none
     */
    static Part of(String id) {
        return Arrays.stream(values())
                .filter(part -> part.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("A part is one of "
                        + Arrays.stream(values()).map(Part::id).collect(Collectors.joining(", ")) + ", not '" + id
                        + "'"));
    }
}

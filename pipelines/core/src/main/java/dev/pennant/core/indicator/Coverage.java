package dev.pennant.core.indicator;

/**
 * How many of those who should report have done so: reported X of Y.
 *
 * @param reported number of reporters counted in the figure
 * @param expected number of reporters on the period's roster
 */
public record Coverage(int reported, int expected) {
    /** @throws IllegalArgumentException when either number is negative */
    public Coverage {
        if (reported < 0 || expected < 0) {
            throw new IllegalArgumentException("coverage " + reported + " of " + expected + " cannot be negative");
        }
    }

    /** Complete when all on the roster have reported. */
    public Status status() {
        return expected > 0 && reported >= expected ? Status.COMPLETE : Status.PROVISIONAL;
    }

    /** Whether a figure can still be expected to move because reports are missing. */
    public enum Status {
        PROVISIONAL("provisional"),
        COMPLETE("complete");

        private final String id;

        Status(String id) {
            this.id = id;
        }

        /** The contract's spelling. */
        public String id() {
            return id;
        }
    }
}

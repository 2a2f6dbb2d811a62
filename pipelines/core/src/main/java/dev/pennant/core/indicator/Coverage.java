package dev.pennant.core.indicator;

/**
 * How many of those who should report have done so: reported X of Y.
 *
 * @param reported number of reporters counted in the figure
 * @param expected number of reporters on the period's roster
 * @param over whether the period is over; one under way is provisional, whoever has reported
 */
public record Coverage(int reported, int expected, boolean over) {
    /** @throws IllegalArgumentException when either number is negative */
    public Coverage {
        if (reported < 0 || expected < 0) {
            throw new IllegalArgumentException("coverage " + reported + " of " + expected + " cannot be negative");
        }
    }

    /** Of a period that is over. */
    public Coverage(int reported, int expected) {
        this(reported, expected, true);
    }

    /** Complete when the period is over and all on the roster have reported. */
    public Status status() {
        return over && expected > 0 && reported >= expected ? Status.COMPLETE : Status.PROVISIONAL;
    }

    /** Whether a figure can still be expected to move because time or reports are missing. */
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

package dev.pennant.core.indicator;

/**
 * How many of those who should report have done so: reported X of Y.
 *
 * @param reported number of reporters counted in the figure
 * @param expected number of reporters on the period's roster
 * @param enough how many of those make the figure complete: mostly all; of the days of a year's air those that its standard asks for
 * @param over whether the period is over; one under way is provisional, whoever has reported
 */
public record Coverage(int reported, int expected, int enough, boolean over) {
    /** @throws IllegalArgumentException when a number is negative, or more would be needed than can report */
    public Coverage {
        if (reported < 0 || expected < 0 || enough < 0 || enough > expected) {
            throw new IllegalArgumentException(
                    "coverage " + reported + " of " + expected + ", of which " + enough + " are enough, cannot be");
        }
    }

    /** Of which all are needed. */
    public Coverage(int reported, int expected, boolean over) {
        this(reported, expected, expected, over);
    }

    /** Of a period that is over. */
    public Coverage(int reported, int expected) {
        this(reported, expected, true);
    }

    /**
     * As it is told beside a figure. Where all have reported and it is provisional all the same, its period is not over; where fewer have and it is
     * complete, they are enough.
     */
    public static Coverage told(int reported, int expected, boolean complete) {
        boolean allReported = expected > 0 && reported >= expected;
        return new Coverage(
                reported, expected, complete ? Math.min(reported, expected) : expected, complete || !allReported);
    }

    /** Complete when the period is over and enough on the roster have reported. */
    public Status status() {
        return over && expected > 0 && reported >= enough ? Status.COMPLETE : Status.PROVISIONAL;
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

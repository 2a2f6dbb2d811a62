package dev.pennant.bench.retail;

/**
 * What ought to be reached, and what was.
 *
 * @param title what is measured
 * @param wanted the goal, with its direction
 * @param measured the figure, with its unit
 * @param met whether it was reached
 */
record Goal(String title, String wanted, String measured, boolean met) {
    static Goal atLeast(String title, double bound, double measured) {
        return new Goal(title, "≥ " + Figures.ratio(bound), Figures.ratio(measured), measured >= bound);
    }

    static Goal atMost(String title, String unit, double bound, double measured) {
        return new Goal(title, "≤ " + Figures.plain(bound) + unit, Figures.plain(measured) + unit, measured <= bound);
    }
}

package dev.pennant.bench.latency;

import dev.pennant.core.report.IndicatorReportForm;
import java.util.List;

/** What is waited for after a report was sent. */
public enum Sight {
    /** The value of the indicator, which the report is. */
    VALUE("report → value visible", 1_000) {
        @Override
        long yuan(int revision) {
            return revision;
        }

        @Override
        String query(String unit, String period) {
            return "SELECT toString(toInt64(value * 100000000)) FROM pennant.indicators WHERE indicator = 'service-revenue' AND period = '"
                    + period + "' AND unit = '" + unit + "'";
        }

        @Override
        String expected(int revision) {
            return Integer.toString(revision);
        }
    },
    /** The alert on negative growth: every other report raises it, and the next one withdraws it. */
    ALERT("report → alert visible", 2_000) {
        @Override
        long yuan(int revision) {
            return isRaised(revision) ? LAST_YEAR / 2 : LAST_YEAR * 2;
        }

        @Override
        String query(String unit, String period) {
            return "SELECT state FROM pennant.alerts WHERE alert_id = 'growth-negative|service-revenue|" + unit + "|"
                    + period + "'";
        }

        @Override
        String expected(int revision) {
            return isRaised(revision) ? "firing" : "withdrawn";
        }

        private boolean isRaised(int revision) {
            return revision % 2 == 1;
        }
    },
    /**
     * The score in the service race, in which all units are equal but for revenue: with the most of it, and the fastest growing, a unit has all hundred points;
     * with the least, and the slowest, it lacks two fifths of the eight for the level and all ten for the growth. One report makes it the first, the next the last.
     */
    STANDING("report → standing visible", 1_500) {
        @Override
        long yuan(int revision) {
            return isFirst(revision) ? MORE_THAN_A_TOWNSHIP : LAST_YEAR / 2;
        }

        @Override
        String query(String unit, String period) {
            return "SELECT multiIf(score = " + ALL_POINTS + ", 'first', score = " + FEWEST_POINTS
                    + ", 'last', 'between') FROM pennant.standings WHERE competition = '" + EqualRace.COMPETITION
                    + "' AND period = '" + period + "' AND unit = '" + unit + "'";
        }

        @Override
        String expected(int revision) {
            return isFirst(revision) ? "first" : "last";
        }

        @Override
        List<IndicatorReportForm> given(String period) {
            return EqualRace.reports(period);
        }

        private boolean isFirst(int revision) {
            return revision % 2 == 1;
        }
    };

    private static final long MORE_THAN_A_TOWNSHIP = 100_000_000;
    private static final String ALL_POINTS = "100";
    private static final String FEWEST_POINTS = "toDecimal64('86.8', 1)";

    /** What every enterprise states of last year, in yuan. */
    static final long LAST_YEAR = 1_000;

    private final String title;
    private final int mostMillis;

    Sight(String title, int mostMillis) {
        this.title = title;
        this.mostMillis = mostMillis;
    }

    /** What is measured, as results call it. */
    String title() {
        return title;
    }

    /** How long 99 of 100 reports may take at the most. */
    int mostMillis() {
        return mostMillis;
    }

    /** What the probe's report of a revision states of this year. */
    abstract long yuan(int revision);

    /** What a reader asks. */
    abstract String query(String unit, String period);

    /** What he is told when the report of a revision is visible. */
    abstract String expected(int revision);

    /** What departments have reported before anything is measured. */
    List<IndicatorReportForm> given(String period) {
        return List.of();
    }
}

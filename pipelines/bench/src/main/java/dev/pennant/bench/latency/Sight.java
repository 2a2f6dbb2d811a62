package dev.pennant.bench.latency;

/** What is waited for after a report was sent. */
public enum Sight {
    /** The value of the indicator, which the report is. */
    VALUE {
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
    ALERT {
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
    };

    /** What every enterprise states of last year, in yuan. */
    static final long LAST_YEAR = 1_000;

    /** What the probe's report of a revision states of this year. */
    abstract long yuan(int revision);

    /** What a reader asks. */
    abstract String query(String unit, String period);

    /** What he is told when the report of a revision is visible. */
    abstract String expected(int revision);
}

package dev.pennant.core.alerts;

import dev.pennant.core.period.CumulativePeriod;
import dev.pennant.core.period.Period;
import dev.pennant.core.period.RunningPeriod;
import java.util.List;

/** Which periods a rule looks at, and which one comes before another. */
public enum Cadence {
    /** Through every month (1-N月). January is not reported by all, so that December of last year may come before February. */
    MONTH(36),
    /** Through the months that end a quarter; they are among the months, and as many are kept. */
    QUARTER(36),
    /** Through every day. */
    DAY(62);

    private static final int MONTHS_OF_A_QUARTER = 3;

    private final int kept;

    Cadence(int kept) {
        this.kept = kept;
    }

    /** How many of the last periods of a unit are kept; what is older stays as it was judged. */
    public int kept() {
        return kept;
    }

    /** Whether a period is one of them. */
    public boolean covers(Period period) {
        if (period instanceof CumulativePeriod months) {
            return this == MONTH || (this == QUARTER && months.month() % MONTHS_OF_A_QUARTER == 0);
        }
        return this == DAY;
    }

    /** The periods of which the first that has a figure comes before the given one. */
    List<String> before(Period period) {
        if (period instanceof RunningPeriod running) {
            return List.of(running.day().minusDays(1).toString());
        }
        CumulativePeriod months = (CumulativePeriod) period;
        String previous = months.lastMonth()
                .minusMonths(this == QUARTER ? MONTHS_OF_A_QUARTER : 1)
                .toString();
        return this == MONTH && months.month() == 2
                ? List.of(previous, months.lastMonth().minusMonths(2).toString())
                : List.of(previous);
    }
}

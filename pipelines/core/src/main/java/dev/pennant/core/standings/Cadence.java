package dev.pennant.core.standings;

import dev.pennant.core.period.CumulativePeriod;
import dev.pennant.core.period.Period;
import dev.pennant.core.period.RunningPeriod;
import dev.pennant.core.period.SingleDay;
import java.util.Locale;
import java.util.Optional;

/** For which periods a competition is ranked; all of them begin in January. */
public enum Cadence {
    /** Cumulative quarters: through March, June, September and December. */
    QUARTERS(3),
    /** Every cumulative month. */
    MONTHS(1),
    /** Every day, through that day. */
    DAYS(0);

    private final int months;

    Cadence(int months) {
        this.months = months;
    }

    /** The spelling in the catalogue. */
    public String spelled() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The period of the competition that a figure of the given period is scored in: its own; a figure that runs on by the day stands for a month when it is
     * of the month's last day. Nothing where it is of another period, or of a single day.
     */
    public Optional<Period> periodOf(Period figures) {
        if (figures instanceof SingleDay) {
            return Optional.empty();
        }
        if (this == DAYS) {
            return figures instanceof RunningPeriod running
                    ? Optional.of(RunningPeriod.through(running.day()))
                    : Optional.empty();
        }
        CumulativePeriod through;
        if (figures instanceof RunningPeriod running) {
            if (running.day().getDayOfMonth() != running.day().lengthOfMonth()) {
                return Optional.empty();
            }
            through =
                    new CumulativePeriod(running.day().getYear(), running.day().getMonthValue());
        } else {
            through = (CumulativePeriod) figures;
        }
        return through.month() % months == 0 ? Optional.of(through) : Optional.empty();
    }
}

package dev.pennant.core.air;

import dev.pennant.core.period.ReportingHour;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Tells the statistics of a unit's year that some changed days bear on: of every known day from the first of them on the year through it, of every
 * closed month the year through it, and the months themselves. A day that is not known any more is told as one of which there is nothing, and
 * so are the months behind the last known day of a year that is not followed any more.
 */
public final class YearReckoning {
    /** Takes what is told. */
    public interface Listener {
        /**
         * The year through a day.
         *
         * @param hours how many hours of that day are covered, 24 when it is over
         */
        void yearThrough(int day, int hours, AirComparison compared);

        /**
         * The year through a whole month.
         *
         * @param over whether its last day is over too
         */
        void yearThrough(YearMonth month, boolean over, AirComparison compared);

        /**
         * A month by itself.
         *
         * @param over whether it is over
         */
        void month(YearMonth month, boolean over, AirComparison compared);
    }

    private final AirStandards standards;
    private final UnitYear year;
    private final Optional<UnitYear> before;
    private final boolean followed;
    private final Listener out;

    /**
     * @param year whose statistics
     * @param before the year before, which it is compared with, unless nothing is known of it
     * @param followed whether anything is known of the year after, so that every day and month of this one is over
     */
    public YearReckoning(
            AirStandards standards, UnitYear year, Optional<UnitYear> before, boolean followed, Listener out) {
        this.standards = standards;
        this.year = year;
        this.before = before;
        this.followed = followed;
        this.out = out;
    }

    /**
     * Tells what changes bear on, each figure once.
     *
     * @param days those of this year that have changed
     * @param baseDays those of the year before
     * @param succession whether it may have changed whether another year follows; without that, and without any of those days, nothing is told
     */
    public void tell(NavigableSet<Integer> days, NavigableSet<Integer> baseDays, boolean succession) {
        NavigableSet<Integer> from = new TreeSet<>();
        NavigableSet<YearMonth> months = new TreeSet<>();
        if (succession && year.isKnown()) {
            from.add(year.lastKnown());
            months.add(YearMonth.from(ReportingHour.date(year.lastKnown())));
        }
        if (!days.isEmpty()) {
            // Whether a day and its month are over depends on what follows.
            NavigableSet<Integer> concerned = year.withThoseBefore(days);
            from.add(concerned.first());
            concerned.forEach(day -> months.add(YearMonth.from(ReportingHour.date(day))));
        }
        if (!baseDays.isEmpty()) {
            from.add(ReportingHour.day(ReportingHour.date(baseDays.first()).plusYears(1)));
            baseDays.stream()
                    .map(day -> YearMonth.from(ReportingHour.date(day)).plusYears(1))
                    .filter(month -> hasKnownDay(AirSpan.monthThrough(end(month))))
                    .forEach(months::add);
        }
        if (from.isEmpty()) {
            return;
        }
        tellDays(from.first(), days);
        tellMonths(from.first(), days, succession);
        months.forEach(this::tellMonth);
    }

    private void tellDays(int from, NavigableSet<Integer> changed) {
        RunningYear running = new RunningYear(year.means(), standards);
        Optional<RunningYear> base = before.map(earlier -> new RunningYear(earlier.means(), standards));
        int last = changed.isEmpty() ? year.lastKnown() : Math.max(year.lastKnown(), changed.last());
        for (int day = from; day <= last; day++) {
            AirSpan span = AirSpan.yearThrough(day);
            if (year.isKnown(day)) {
                AirStatistics current = running.through(day).published(span);
                out.yearThrough(day, year.hours(day, followed), compared(current, span.lastYear(), base));
            } else if (changed.contains(day)) {
                out.yearThrough(day, StationDay.HOURS, nothing(span));
            }
        }
    }

    private void tellMonths(int from, NavigableSet<Integer> changed, boolean succession) {
        RunningYear running = new RunningYear(year.means(), standards);
        Optional<RunningYear> base = before.map(earlier -> new RunningYear(earlier.means(), standards));
        for (YearMonth month = YearMonth.from(ReportingHour.date(from));
                month.getYear() == year.year();
                month = month.plusMonths(1)) {
            AirSpan span = AirSpan.yearThrough(end(month));
            boolean mayHaveBeenTold = succession || (!changed.isEmpty() && (followed || changed.last() >= span.last()));
            if (year.reaches(span.last(), followed)) {
                AirStatistics current = running.through(span.last()).published(span);
                out.yearThrough(
                        month,
                        year.hours(span.last(), followed) == StationDay.HOURS,
                        compared(current, span.lastYearThroughMonth(), base));
            } else if (mayHaveBeenTold) {
                out.yearThrough(month, true, nothing(span));
            }
        }
    }

    private void tellMonth(YearMonth month) {
        int end = end(month);
        boolean over = year.reaches(end, followed);
        AirSpan span = AirSpan.monthThrough(over ? end : Math.max(year.lastKnown(), end(month.minusMonths(1)) + 1));
        if (!hasKnownDay(span)) {
            out.month(month, over, nothing(span));
            return;
        }
        AirSpan baseSpan = over ? span.lastYearThroughMonth() : span.lastYear();
        AirStatistics current = year.means().through(span, standards).published(span);
        DayStatistics base = before.map(earlier -> earlier.means().through(baseSpan, standards))
                .orElseGet(() -> new DayStatistics(standards));
        out.month(
                month, over, new AirComparison(current, base.base(baseSpan, span.last()), isSynthetic(span, baseSpan)));
    }

    private AirComparison compared(AirStatistics current, AirSpan baseSpan, Optional<RunningYear> base) {
        DayStatistics sums =
                base.map(earlier -> earlier.through(baseSpan.last())).orElseGet(() -> new DayStatistics(standards));
        return new AirComparison(
                current, sums.base(baseSpan, current.span().last()), isSynthetic(current.span(), baseSpan));
    }

    private AirComparison nothing(AirSpan span) {
        DayStatistics none = new DayStatistics(standards);
        return new AirComparison(none.published(span), none.base(span.lastYear(), span.last()), false);
    }

    private boolean isSynthetic(AirSpan span, AirSpan baseSpan) {
        return year.isSynthetic(span)
                || before.filter(earlier -> earlier.isSynthetic(baseSpan)).isPresent();
    }

    private boolean hasKnownDay(AirSpan span) {
        for (int day = span.first(); day <= span.last(); day++) {
            if (year.isKnown(day)) {
                return true;
            }
        }
        return false;
    }

    private static int end(YearMonth month) {
        LocalDate last = month.atEndOfMonth();
        return ReportingHour.day(last);
    }
}

package dev.pennant.season;

import dev.pennant.core.indicator.Money;
import dev.pennant.core.period.CumulativePeriod;
import dev.pennant.core.revenue.EnterpriseReport;
import dev.pennant.core.revenue.Scope;
import dev.pennant.core.revenue.YearOverYear;
import dev.pennant.season.SampleEnterprise.Punctuality;
import dev.pennant.season.SeasonEvent.Filed;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One enterprise's reports, as they come in: in time or late, some corrected up to three times, some sent twice, a few never. The last
 * revision in the season states what is in the books.
 */
final class Filings {
    private static final double CORRECTED = 0.03;
    private static final double CORRECTED_AGAIN = 0.28;
    private static final int MOST_CORRECTIONS = 3;
    private static final double SENT_TWICE = 0.008;
    private static final int MOST_MINUTES_TO_SECOND_SENDING = 3 * 24 * 60;

    private final SampleEnterprise enterprise;
    private final List<Filed> events = new ArrayList<>();

    private Filings(SampleEnterprise enterprise) {
        this.enterprise = enterprise;
        SeasonCalendar.periods().stream()
                .filter(period -> enterprise.reportsIn(period.lastMonth()))
                .forEach(this::file);
    }

    /** All that the enterprise files before the season ends. */
    static List<Filed> of(SampleEnterprise enterprise) {
        return List.copyOf(new Filings(enterprise).events);
    }

    private void file(CumulativePeriod period) {
        Draw draw = Draw.about("filing", enterprise.id(), period.toString());
        Punctuality punctuality = enterprise.punctuality();
        if (draw.happens(punctuality.never())) {
            return;
        }
        Instant first = draw.happens(punctuality.late())
                ? SeasonCalendar.lateFiling(period, punctuality.mostDaysLate(), draw)
                : SeasonCalendar.punctualFiling(period, draw);
        List<Instant> times = new ArrayList<>(List.of(first));
        if (draw.happens(CORRECTED)) {
            do {
                times.add(SeasonCalendar.daysAfter(times.get(times.size() - 1), 1, 35, draw));
            } while (times.size() <= MOST_CORRECTIONS && draw.happens(CORRECTED_AGAIN));
        }
        times.removeIf(time -> !time.isBefore(SeasonCalendar.END));
        List<YearOverYear> statements = statements(period, times.size(), draw);
        for (int revision = 0; revision < statements.size(); revision++) {
            EnterpriseReport report = report(period, statements.get(revision), revision, times.get(revision));
            events.add(new Filed(report.reportedAt(), report));
            Instant again = report.reportedAt().plusSeconds(60L * draw.between(1, MOST_MINUTES_TO_SECOND_SENDING));
            if (draw.happens(SENT_TWICE) && again.isBefore(SeasonCalendar.END)) {
                events.add(new Filed(again, report));
            }
        }
    }

    /** What is stated one after the other; the last is right, and each differs from the one before. */
    private List<YearOverYear> statements(CumulativePeriod period, int filings, Draw draw) {
        YearFigures current = enterprise.books().current(period);
        YearFigures lastYear = enterprise.books().lastYear(period);
        YearOverYear right = new YearOverYear(current.revenue(period), lastYear.revenue(period));
        List<YearOverYear> statements = new ArrayList<>();
        for (int wrong = filings - 1; wrong > 0; wrong--) {
            double kind = draw.uniform();
            double size = draw.between(-1.0, 1.0) * wrong / MOST_CORRECTIONS;
            long currentError = kind < 0.75 ? Math.round(size * current.slack(period)) : 0;
            long lastYearError = kind < 0.6 ? 0 : Math.round(size * lastYear.slack(period));
            YearOverYear statement = right.plus(new YearOverYear(new Money(currentError), new Money(lastYearError)));
            if (!statement.equals(right) && !statements.contains(statement)) {
                statements.add(statement);
            }
        }
        if (filings > 0) {
            statements.add(right);
        }
        return statements;
    }

    private EnterpriseReport report(CumulativePeriod period, YearOverYear revenue, int revision, Instant filedAt) {
        Books books = enterprise.books();
        Optional<YearOverYear> retail = enterprise.scope() == Scope.TRADE_ABOVE_QUOTA
                ? Optional.of(new YearOverYear(
                        books.current(period).retailIn(revenue.current()),
                        books.lastYear(period).retailIn(revenue.lastYear())))
                : Optional.empty();
        return new EnterpriseReport(enterprise.id(), period, revenue, retail, revision, filedAt, true);
    }
}

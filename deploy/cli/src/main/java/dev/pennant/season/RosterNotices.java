package dev.pennant.season;

import dev.pennant.core.revenue.Registration;
import dev.pennant.season.SeasonEvent.Registered;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One enterprise's registrations, as they become known: its entry, its exit or move, and a few entries only after the first reports. */
final class RosterNotices {
    private static final double AFTER_THE_FIRST_REPORT = 0.004;
    private static final YearMonth FIRST_REVIEW = YearMonth.of(SeasonCalendar.FIRST_YEAR, 1);

    private RosterNotices() {}

    /**
     * All registrations of the enterprise, none twice.
     *
     * @param firstReport when it files for the first time
     */
    static List<Registered> of(SampleEnterprise enterprise, Optional<Instant> firstReport) {
        Draw draw = Draw.about("roster", enterprise.id());
        List<Registered> notices = new ArrayList<>();
        Residence home = enterprise.residences().get(0);
        YearMonth entry = home.from().isBefore(FIRST_REVIEW) ? FIRST_REVIEW : home.from();
        Instant inTime = SeasonCalendar.rosterTurn(entry, draw);
        boolean late = draw.happens(AFTER_THE_FIRST_REPORT);
        Instant entered = firstReport
                .filter(report -> late)
                .map(report -> SeasonCalendar.daysAfter(report, 2, 12, draw))
                .orElse(inTime);
        notices.add(notice(enterprise, new Residence(home.unit(), home.from(), Optional.empty()), entered));
        home.to().ifPresent(last -> {
            Instant left = SeasonCalendar.rosterTurn(last.plusMonths(1), draw);
            Instant afterEntry = left.isAfter(entered) ? left : SeasonCalendar.daysAfter(entered, 1, 5, draw);
            notices.add(notice(enterprise, home, afterEntry));
            enterprise.residences().stream()
                    .skip(1)
                    .forEach(next -> notices.add(notice(enterprise, next, afterEntry.plusSeconds(1))));
        });
        return notices;
    }

    private static Registered notice(SampleEnterprise enterprise, Residence residence, Instant at) {
        return new Registered(
                at,
                new Registration(
                        enterprise.id(),
                        enterprise.name(),
                        residence.unit(),
                        enterprise.scope(),
                        enterprise.industry().title(),
                        residence.from(),
                        residence.to(),
                        true));
    }
}

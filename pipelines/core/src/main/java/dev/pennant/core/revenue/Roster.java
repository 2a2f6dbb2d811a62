package dev.pennant.core.revenue;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/** The registrations of one enterprise: where, and on which roster, it stands in each month. */
public final class Roster {
    /** No period goes beyond it, and what ends with it, as 9999-12 in a field that wants some month, ends never. */
    private static final YearMonth LAST_MONTH = YearMonth.of(9999, 12);

    private final NavigableMap<YearMonth, Registration> spans = new TreeMap<>();

    /** An enterprise without a registration. */
    public Roster() {}

    /** An enterprise with the given registrations, of which a later one with the same first month replaces an earlier. */
    public Roster(Collection<Registration> registrations) {
        registrations.forEach(this::put);
    }

    /** Adds a registration, or replaces the one with the same first month. */
    public void put(Registration registration) {
        spans.put(registration.validFrom(), registration);
    }

    /** Takes back the registration with the given first month, if there is one. */
    public void remove(YearMonth validFrom) {
        spans.remove(validFrom);
    }

    /** All registrations, by first month. */
    public List<Registration> registrations() {
        return List.copyOf(spans.values());
    }

    /** The registration in force in the given month: of those that cover it, the one that began last. */
    public Optional<Registration> inForce(YearMonth month) {
        return spans.headMap(month, true).descendingMap().values().stream()
                .filter(registration -> registration.covers(month))
                .findFirst();
    }

    /** The spans of months in which the enterprise stands in one unit and scope, in time, as long as they can be. */
    List<Membership> memberships() {
        TreeSet<YearMonth> turns = new TreeSet<>();
        for (Registration registration : spans.values()) {
            turns.add(registration.validFrom());
            registration
                    .validTo()
                    .filter(last -> last.isBefore(LAST_MONTH))
                    .ifPresent(last -> turns.add(last.plusMonths(1)));
        }
        List<Membership> memberships = new ArrayList<>();
        for (YearMonth turn : turns) {
            Optional<YearMonth> last = Optional.ofNullable(turns.higher(turn)).map(next -> next.minusMonths(1));
            inForce(turn).ifPresent(registration -> {
                Membership membership = new Membership(registration.place(), turn, last);
                int previous = memberships.size() - 1;
                if (previous >= 0 && memberships.get(previous).isContinuedBy(membership)) {
                    memberships.set(previous, memberships.get(previous).until(last));
                } else {
                    memberships.add(membership);
                }
            });
        }
        return memberships;
    }

    /** Months from {@code from} through {@code to} in one place. */
    record Membership(Place place, YearMonth from, Optional<YearMonth> to) {
        private boolean isContinuedBy(Membership next) {
            return place.equals(next.place)
                    && to.map(last -> last.plusMonths(1).equals(next.from)).orElse(false);
        }

        private Membership until(Optional<YearMonth> last) {
            return new Membership(place, from, last);
        }
    }
}

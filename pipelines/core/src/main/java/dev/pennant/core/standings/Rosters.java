package dev.pennant.core.standings;

import dev.pennant.core.period.CumulativePeriod;
import dev.pennant.core.period.Period;
import dev.pennant.core.period.RunningPeriod;
import dev.pennant.core.report.UnitRegistration;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Who takes part in a competition, month by month: the named units that do in that month, and the registered ones, who do from the beginning. */
public final class Rosters {
    private final Participants participants;
    private final Map<String, CompetitionUnit> registered = new HashMap<>();
    private final Map<YearMonth, Roster> known = new HashMap<>();

    /** The named units alone. */
    public Rosters(Participants participants) {
        this.participants = participants;
    }

    /**
     * Takes what is known of a unit below the township.
     *
     * @param code code of the unit
     * @param registration its registration, or nothing where it is withdrawn
     * @return whether a roster changed
     */
    public boolean take(String code, Optional<UnitRegistration> registration) {
        Optional<CompetitionUnit> unit =
                registration.filter(participants::includes).map(participants::participant);
        CompetitionUnit before = unit.isPresent() ? registered.put(code, unit.get()) : registered.remove(code);
        boolean changed = !Optional.ofNullable(before).equals(unit);
        if (changed) {
            known.clear();
        }
        return changed;
    }

    /** The roster of a period: the one in force in its last month. */
    public Roster of(Period period) {
        return known.computeIfAbsent(lastMonth(period), this::in);
    }

    private Roster in(YearMonth month) {
        List<CompetitionUnit> units = new ArrayList<>(registered.values());
        participants.named().stream().filter(unit -> unit.takesPartIn(month)).forEach(units::add);
        return new Roster(units);
    }

    /** The month that decides who takes part in a period. */
    static YearMonth lastMonth(Period period) {
        return period instanceof RunningPeriod running
                ? YearMonth.from(running.day())
                : ((CumulativePeriod) period).lastMonth();
    }
}

package dev.pennant.core.standings;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What has changed in a period since its last snapshot, as far as it can move a rank. */
final class Changes {
    private final Map<String, Change> places = new HashMap<>();
    private boolean roster;

    /** The strongest reason of a place, and the column of the figure behind it. */
    private record Change(Cause cause, int figure) {}

    /** A figure of a place came; the column says of which indicator. */
    void figure(String place, FigureChange change, int column) {
        if (change == FigureChange.NEW || change == FigureChange.CORRECTED) {
            note(place, new Change(change == FigureChange.NEW ? Cause.OWN_VALUE : Cause.CORRECTION, column));
        }
    }

    /** Something of a unit was adjusted. */
    void adjustment(String unit) {
        note(unit, new Change(Cause.ADJUSTMENT, -1));
    }

    /** A unit takes part since, or no longer. */
    void roster(String unit) {
        roster = true;
        note(unit, new Change(Cause.ROSTER, -1));
    }

    /** Whether anything has changed. */
    boolean any() {
        return !places.isEmpty();
    }

    /** Why the rank of a unit changed, if it did. */
    Cause causeOf(CompetitionUnit unit) {
        return strongest(unit).map(Change::cause).orElse(roster ? Cause.ROSTER : Cause.OTHERS);
    }

    /** The column of the figure behind it, where it was one of the unit's own. */
    Optional<Integer> figureOf(CompetitionUnit unit) {
        return strongest(unit).map(Change::figure).filter(column -> column >= 0);
    }

    private Optional<Change> strongest(CompetitionUnit unit) {
        Change strongest = places.get(unit.code());
        for (String member : unit.members()) {
            Change change = places.get(member);
            strongest = strongest == null || (change != null && stronger(change, strongest)) ? change : strongest;
        }
        return Optional.ofNullable(strongest);
    }

    private void note(String place, Change change) {
        places.merge(place, change, (known, next) -> stronger(next, known) ? next : known);
    }

    /** By the order of the causes, then of the competition's lines, so that the order of arrival does not matter. */
    private static boolean stronger(Change change, Change than) {
        int cause = change.cause().compareTo(than.cause());
        return cause < 0 || (cause == 0 && change.figure() < than.figure());
    }
}

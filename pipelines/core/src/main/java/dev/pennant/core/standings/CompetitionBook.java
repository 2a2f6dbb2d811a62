package dev.pennant.core.standings;

import dev.pennant.core.indicator.Version;
import dev.pennant.core.period.Period;
import dev.pennant.core.report.Filing;
import dev.pennant.core.report.UnitRegistration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * A competition while it goes on. What changes together is told together: each period that something changed in is scored once, whole, however much came.
 * A period whose ranks changed has the next one told too, for its movements.
 */
public final class CompetitionBook {
    private static final Comparator<Period> IN_TIME = Comparator.comparing(Period::toString);

    private final Competition competition;
    private final Scorer scorer;
    private final Rosters rosters;
    private final BookShelf shelf;
    private final TreeMap<Period, OpenBook> open = new TreeMap<>(IN_TIME);
    private final Set<String> rosterNews = new TreeSet<>();

    /** A book that is open, and what was written in it since its last snapshot. */
    private static final class OpenBook {
        private final PeriodBook book;
        private Changes changes = new Changes();
        private boolean due;

        private OpenBook(PeriodBook book) {
            this.book = book;
        }
    }

    /**
     * Opens what is kept of a competition.
     *
     * @param scorer scores it
     * @param rosters who takes part
     * @param shelf its books
     */
    public CompetitionBook(Competition competition, Scorer scorer, Rosters rosters, BookShelf shelf) {
        this.competition = competition;
        this.scorer = scorer;
        this.rosters = rosters;
        this.shelf = shelf;
    }

    /**
     * Takes a figure.
     *
     * @param column which of the {@linkplain Competition#figures() indicators} it is of
     */
    public void file(Period period, String place, int column, Figure figure) {
        OpenBook book = book(period);
        FigureChange change = book.book.figures().put(column, place, figure);
        book.changes.figure(place, change, column);
        book.due |= change != FigureChange.NONE;
    }

    /** Takes an adjustment. */
    public Filing adjust(Adjustment adjustment) {
        OpenBook book = book(adjustment.period());
        Filing filing = book.book.adjustments().enter(adjustment);
        if (filing == Filing.APPLIED) {
            book.changes.adjustment(adjustment.unit());
            book.due = true;
        }
        return filing;
    }

    /** Takes the registration of a unit below the township, or the withdrawal of it. */
    public void register(String code, Optional<UnitRegistration> registration) {
        if (rosters.take(code, registration)) {
            rosterNews.add(code);
        }
    }

    /**
     * Tells every standing that shows something else than before.
     *
     * @param epoch the run's
     * @param now the time of the snapshots
     */
    public void tell(long epoch, Instant now, Consumer<ScoredStanding> told) {
        if (!rosterNews.isEmpty()) {
            for (Period period : periods()) {
                OpenBook book = book(period);
                rosterNews.forEach(book.changes::roster);
                book.due = true;
            }
            rosterNews.clear();
        }
        for (Map.Entry<Period, OpenBook> next = open.firstEntry();
                next != null;
                next = open.higherEntry(next.getKey())) {
            if (next.getValue().due) {
                tell(next.getKey(), next.getValue(), epoch, now, told);
            }
        }
    }

    /** Puts all books back; to be done when everything was told. */
    public void putBack() {
        open.forEach((period, book) -> shelf.put(period, book.book));
        open.clear();
    }

    private void tell(Period period, OpenBook open, long epoch, Instant now, Consumer<ScoredStanding> told) {
        PeriodBook book = open.book;
        Scores scores = scorer.score(rosters.of(period), book.figures(), book.adjustments());
        Optional<Standing> before = book.told();
        Version version =
                before.map(Standing::version).orElse(new Version(0, 0)).next(epoch);
        Standing standing =
                new Ranking(competition, scores, open.changes, before, previous(period)).standing(period, version, now);
        boolean changed = open.changes.any() || before.filter(standing::shows).isEmpty();
        open.changes = new Changes();
        open.due = false;
        if (changed) {
            book.tell(standing);
            told.accept(new ScoredStanding(standing, new ScoreRows(competition, scores, book.figures()).rows()));
            if (!ranks(before).equals(ranks(Optional.of(standing)))) {
                following(period);
            }
        }
    }

    /** The snapshot of the latest period before that anybody is ranked in. */
    private Optional<Standing> previous(Period period) {
        List<Period> before = new ArrayList<>(periods().headSet(period));
        for (int i = before.size() - 1; i >= 0; i--) {
            Optional<Standing> standing = look(before.get(i)).told();
            if (standing.filter(CompetitionBook::ranksAnybody).isPresent()) {
                return standing;
            }
        }
        return Optional.empty();
    }

    /** Has the periods told again that may look back at this one. */
    private void following(Period period) {
        for (Period after : periods().tailSet(period, false)) {
            PeriodBook book = look(after);
            if (book.told().isPresent()) {
                book(after).due = true;
            }
            if (book.told().filter(CompetitionBook::ranksAnybody).isPresent()) {
                return;
            }
        }
    }

    private NavigableSet<Period> periods() {
        TreeSet<Period> periods = new TreeSet<>(IN_TIME);
        shelf.periods().forEach(periods::add);
        periods.addAll(open.keySet());
        return periods;
    }

    private PeriodBook look(Period period) {
        OpenBook known = open.get(period);
        return known != null ? known.book : shelf.book(period).orElseThrow();
    }

    private OpenBook book(Period period) {
        return open.computeIfAbsent(
                period,
                key -> new OpenBook(shelf.book(key)
                        .orElseGet(() -> new PeriodBook(competition.figures().size()))));
    }

    private static boolean ranksAnybody(Standing standing) {
        return standing.rows().stream().anyMatch(StandingRow::isRanked);
    }

    private static Map<String, Integer> ranks(Optional<Standing> standing) {
        Map<String, Integer> ranks = new TreeMap<>();
        standing.ifPresent(known -> known.rows().stream()
                .filter(StandingRow::isRanked)
                .forEach(row -> ranks.put(row.unit().code(), row.rank())));
        return ranks;
    }
}

package dev.pennant.core.retail;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;

/** The folds against a batch oracle: what readers see in the end depends on what was sold, not on how it was read, bundled and told. */
final class SalesInAnyOrderTest {
    @Property(tries = 400, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    void anyOrderBundleAndDuplicationGivesWhatTheOracleComputesAtOnce(@ForAll long seed) {
        Random chance = new Random(seed);
        Season season = Season.of(chance);
        Board board = new Board();
        Books books = new Books(season.stores(), 1, board, chance);

        for (Consumer<Books> event : events(season, chance)) {
            event.accept(books);
            books.goOn();
        }
        books.checkpoint();

        assertShows(board, season);
    }

    /** A run is lost at any point after a checkpoint; what it had told meanwhile is overwritten by the run that follows. */
    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    void aLostRunLeavesNoTrace(@ForAll long seed) {
        Random chance = new Random(seed);
        Season season = Season.of(chance);
        List<Consumer<Books>> events = events(season, chance);
        int kept = chance.nextInt(events.size() + 1);
        int lost = kept + chance.nextInt(events.size() + 1 - kept);
        Board board = new Board();
        Books books = new Books(season.stores(), 1, board, chance);

        events.subList(0, kept).forEach(event -> event.accept(books));
        books.checkpoint();
        Books next = books.restored();
        for (Consumer<Books> event : events.subList(kept, lost)) {
            event.accept(books);
            books.goOn();
        }
        for (Consumer<Books> event : events.subList(kept, events.size())) {
            event.accept(next);
            next.goOn();
        }
        next.checkpoint();

        assertShows(board, season);
    }

    private static void assertShows(Board board, Season season) {
        BatchOracle oracle = new BatchOracle(season);
        assertThat(board.hours()).isEqualTo(oracle.hours());
        assertThat(board.categories()).isEqualTo(shown(oracle.categories()));
        assertThat(board.held()).isEqualTo(named(oracle.held()));
        assertThat(board.figures()).isEqualTo(shownFigures(oracle.figures()));
    }

    /** Registrations of stores that are not late come first; those of late ones reach readers and ledgers at any time. */
    private static List<Consumer<Books>> events(Season season, Random chance) {
        List<Consumer<Books>> first = new ArrayList<>();
        List<Consumer<Books>> events = new ArrayList<>();
        for (Sale sale : season.sales()) {
            events.add(books -> books.read(sale));
        }
        for (Store store : season.stores()) {
            if (store.late()) {
                events.add(chance.nextInt(events.size() + 1), books -> books.registerAtReader(store));
                events.add(chance.nextInt(events.size() + 1), books -> books.registerAtLedger(store));
            } else {
                first.add(books -> books.registerAtReader(store));
                first.add(books -> books.registerAtLedger(store));
            }
        }
        Collections.shuffle(first, chance);
        first.addAll(events);
        return first;
    }

    /** A year that sums up to nothing and has nothing to be compared with is not shown, though something was sold in it. */
    private static Map<String, Figure> shownFigures(Map<String, Figure> figures) {
        Map<String, Figure> shown = new HashMap<>(figures);
        shown.values().removeIf(figure -> figure.sum().equals(RunningSum.NOTHING));
        return shown;
    }

    private static Map<String, List<Object>> shown(Map<String, List<Object>> rows) {
        Map<String, List<Object>> shown = new HashMap<>(rows);
        shown.values().removeIf(row -> row.get(1).equals(RunningSum.NOTHING));
        return shown;
    }

    private static Map<String, Long> named(Map<Integer, Long> held) {
        Map<String, Long> named = new HashMap<>();
        held.forEach((store, receipts) -> named.put(Integer.toString(store), receipts));
        return named;
    }
}

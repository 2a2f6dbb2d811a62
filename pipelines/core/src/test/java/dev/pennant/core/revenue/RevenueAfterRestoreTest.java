package dev.pennant.core.revenue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** A run is lost, and a later one continues from what the lost one had kept of its state; both wrote to the same board. */
final class RevenueAfterRestoreTest {
    @Provide
    Arbitrary<Season> seasons() {
        return Seasons.seasons();
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void restoredAtAnyIndexARunEndsAsIfNothingHadHappened(
            @ForAll("seasons") Season season, @ForAll @IntRange(min = 1, max = 5) int changesPerWrite) {
        List<Event> events = Season.events(season.read());
        BatchOracle oracle = new BatchOracle(season.sent());
        for (int kept = 0; kept <= events.size(); kept++) {
            Board board = new Board();
            Pipeline first = new Pipeline(7, board).takeAll(events.subList(0, kept), changesPerWrite);
            first.restored(8).takeAll(events.subList(kept, events.size()), changesPerWrite);
            assertThat(board.figures()).as("kept %s", kept).isEqualTo(oracle.figures());
            assertThat(board.contributions()).as("kept %s", kept).isEqualTo(oracle.contributions());
        }
    }

    @Property(tries = 3_000, edgeCases = EdgeCasesMode.NONE)
    void whatALostRunWroteIsOverwrittenHoweverTheRestIsReadAgain(
            @ForAll("seasons") Season season,
            @ForAll @IntRange(max = 32) int kept,
            @ForAll @IntRange(max = 32) int lost,
            @ForAll @IntRange(min = 1, max = 5) int changesPerWrite) {
        List<Season.Message> read = season.read();
        List<Season.Message> beforeCheckpoint = read.subList(0, Math.min(kept, read.size()));
        List<Season.Message> rest = read.subList(beforeCheckpoint.size(), read.size());
        Board board = new Board();
        Pipeline first = new Pipeline(7, board).takeAll(Season.events(beforeCheckpoint), changesPerWrite);
        Pipeline second = first.restored(8);
        first.takeAll(Season.events(rest.subList(0, Math.min(lost, rest.size()))), changesPerWrite);
        second.takeAll(Season.events(Season.readAgain(rest)), changesPerWrite);

        BatchOracle oracle = new BatchOracle(season.sent());
        assertThat(board.figures()).isEqualTo(oracle.figures());
        assertThat(board.contributions()).isEqualTo(oracle.contributions());
    }
}

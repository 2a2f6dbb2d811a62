package dev.pennant.core.revenue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** The pipeline against a batch oracle: what readers see in the end depends on what was sent, not on how it came. */
final class RevenueInAnyOrderTest {
    @Provide
    Arbitrary<Season> seasons() {
        return Seasons.seasons();
    }

    @Property(tries = 6_000, edgeCases = EdgeCasesMode.NONE)
    void anyOrderAndDuplicationGivesWhatTheOracleComputesAtOnce(
            @ForAll("seasons") Season season, @ForAll @IntRange(min = 1, max = 5) int changesPerWrite) {
        Board board = new Board();
        new Pipeline(1, board).takeAll(season.shuffled(), changesPerWrite);

        BatchOracle oracle = new BatchOracle(season.sent());
        assertThat(board.figures()).isEqualTo(oracle.figures());
        assertThat(board.contributions()).isEqualTo(oracle.contributions());
    }

    /** Between the enterprises and the units, changes of one enterprise stay in their order and those of several mingle. */
    @Property(tries = 4_000, edgeCases = EdgeCasesMode.NONE)
    void changesOfSeveralEnterprisesMingleOnTheirWayToAUnit(
            @ForAll("seasons") Season season,
            @ForAll @IntRange(min = 1, max = 5) int changesPerWrite,
            @ForAll Random ways) {
        Board board = new Board();
        Pipeline pipeline = new Pipeline(1, board);
        Map<String, Queue<UnitChange>> underway = new LinkedHashMap<>();
        for (Event event : Season.events(season.read())) {
            underway.computeIfAbsent(event.enterprise(), enterprise -> new ArrayDeque<>())
                    .addAll(pipeline.take(event));
        }
        int applied = 0;
        while (!underway.values().stream().allMatch(Queue::isEmpty)) {
            List<Queue<UnitChange>> waiting = new ArrayList<>(underway.values());
            waiting.removeIf(Queue::isEmpty);
            pipeline.apply(waiting.get(ways.nextInt(waiting.size())).remove());
            if (++applied % changesPerWrite == 0) {
                pipeline.writeValues();
            }
        }
        pipeline.writeValues();

        assertThat(board.figures()).isEqualTo(new BatchOracle(season.sent()).figures());
    }
}

package dev.pennant.core.standings;

import dev.pennant.core.indicator.Rounding;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What it takes to take a figure, and to score and rank every unit by every indicator again, whole. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class ScorerBenchmark {
    private static final Rounding ROUNDING = new Rounding(4, RoundingMode.HALF_UP);

    /** Units and indicators: a race of townships, and one of villages. */
    @Param({"72x14", "10000x20"})
    public String size;

    private final SplittableRandom random = new SplittableRandom(7);
    private final AdjustmentLedger adjustments = new AdjustmentLedger();
    private int units;
    private int indicators;
    private long version = 1;
    private Roster roster;
    private PeriodFigures figures;
    private Scorer scorer;

    /** Draws a competition of all methods that compare units, with a figure everywhere. */
    @Setup
    public void draw() {
        units = Integer.parseInt(size.substring(0, size.indexOf('x')));
        indicators = Integer.parseInt(size.substring(size.indexOf('x') + 1));
        List<CompetitionUnit> named = new ArrayList<>();
        for (int unit = 0; unit < units; unit++) {
            named.add(CompetitionUnit.of("33048" + unit, "单位" + unit, "县"));
        }
        List<ScoringMethod> methods = List.of(
                new ScoringMethod.MinMax(),
                new ScoringMethod.Efficacy(),
                new ScoringMethod.RankDeduction(50),
                new ScoringMethod.RatioToBest(0));
        List<ScoredIndicator> lines = new ArrayList<>();
        for (int line = 0; line < indicators; line++) {
            ScoringMethod method = methods.get(line % methods.size());
            lines.add(new ScoredIndicator(
                    "i" + line, Aspect.LEVEL, "指标" + line, "", 100_000, line % 5 == 4, method, true, true, ROUNDING));
        }
        roster = new Roster(named);
        figures = new PeriodFigures(indicators);
        for (int unit = 0; unit < units; unit++) {
            for (int line = 0; line < indicators; line++) {
                put(line, unit);
            }
        }
        scorer = new Scorer(new Competition(
                "race",
                "竞赛",
                "Race",
                new Participants(named, Set.of(), "33", Map.of()),
                Cadence.QUARTERS,
                ROUNDING,
                lines,
                Competition.NONE,
                0,
                BigDecimal.ZERO,
                new Publication(3, 0),
                "",
                "made up"));
    }

    /** Takes another figure of one unit, and scores and ranks all. */
    @Benchmark
    public Scores rank() {
        put(random.nextInt(indicators), random.nextInt(units));
        return scorer.score(roster, figures, adjustments);
    }

    private void put(int indicator, int unit) {
        long value = Figure.scaled(BigDecimal.valueOf(random.nextInt(1, 2_000_000), 4));
        figures.put(indicator, "33048" + unit, new Figure(value, 0, 0, Figure.REPORTED, version++));
    }
}

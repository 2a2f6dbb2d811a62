package dev.pennant.core.standings;

import dev.pennant.core.indicator.Rounding;
import dev.pennant.core.period.Period;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
    private static final Period PERIOD = Period.parse("2020-09");
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
    private CompetitionBook book;
    private ScoredStanding standing;

    /** Draws a competition of all methods that compare units, with a figure everywhere. */
    @Setup
    public void draw() {
        units = Integer.parseInt(size.substring(0, size.indexOf('x')));
        indicators = Integer.parseInt(size.substring(size.indexOf('x') + 1));
        List<CompetitionUnit> named = new ArrayList<>();
        for (int unit = 0; unit < units; unit++) {
            named.add(CompetitionUnit.of(code(unit), "单位" + unit, "县"));
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
        Participants participants = new Participants(named, Set.of(), "33", Map.of());
        Competition competition = new Competition(
                "race",
                "竞赛",
                "Race",
                participants,
                Cadence.QUARTERS,
                ROUNDING,
                lines,
                Competition.NONE,
                0,
                BigDecimal.ZERO,
                new Publication(3, 0),
                "",
                "made up");
        scorer = new Scorer(competition);
        book = new CompetitionBook(
                competition,
                new Scorer(competition),
                new Rosters(participants),
                new OneBook(new PeriodBook(figures, adjustments, Optional.empty())));
    }

    /** Takes another figure of one unit, and scores and ranks all. */
    @Benchmark
    public Scores rank() {
        put(random.nextInt(indicators), random.nextInt(units));
        return scorer.score(roster, figures, adjustments);
    }

    /** Takes another figure of some unit in every indicator, and scores and ranks all. */
    @Benchmark
    public Scores rankAfterAllChanged() {
        for (int line = 0; line < indicators; line++) {
            put(line, random.nextInt(units));
        }
        return scorer.score(roster, figures, adjustments);
    }

    /** Takes another figure of one unit, and tells the standing with what moved, and every point of it. */
    @Benchmark
    public ScoredStanding update() {
        int unit = random.nextInt(units);
        book.file(PERIOD, code(unit), random.nextInt(indicators), drawn());
        book.tell(1, Instant.EPOCH, told -> standing = told);
        return standing;
    }

    private void put(int indicator, int unit) {
        figures.put(indicator, code(unit), drawn());
    }

    private Figure drawn() {
        long value = Figure.scaled(BigDecimal.valueOf(random.nextInt(1, 2_000_000), 4));
        return new Figure(value, 0, 0, Figure.REPORTED, version++);
    }

    private static String code(int unit) {
        return "33048" + unit;
    }

    /** One book, which stays open. */
    private record OneBook(PeriodBook only) implements BookShelf {
        @Override
        public Optional<PeriodBook> book(Period period) {
            return Optional.of(only);
        }

        @Override
        public void put(Period period, PeriodBook book) {
            throw new IllegalStateException("nobody puts the book back");
        }

        @Override
        public Iterable<Period> periods() {
            return List.of(PERIOD);
        }
    }
}

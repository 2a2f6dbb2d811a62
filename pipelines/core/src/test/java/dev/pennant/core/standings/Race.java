package dev.pennant.core.standings;

import dev.pennant.core.indicator.Rounding;
import dev.pennant.core.period.CumulativePeriod;
import dev.pennant.core.period.Period;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** A drawn competition with all that happens in it. */
record Race(Competition competition, List<Event> events) {
    static final List<Period> PERIODS = List.of(
            CumulativePeriod.parse("2020-03"), CumulativePeriod.parse("2020-06"), CumulativePeriod.parse("2020-09"));
    static final Rounding ROUNDING = new Rounding(2, RoundingMode.HALF_UP);
    private static final Instant START = Instant.parse("2020-10-01T00:00:00Z");

    /** Something that a competition has to know. */
    sealed interface Event {
        record Came(Period period, String place, int column, Figure figure) implements Event {}

        record Adjusted(Adjustment adjustment) implements Event {}
    }

    /** A competition of a few units and indicators, and figures, corrections and adjustments of it. */
    static Race of(Random chance) {
        int units = 1 + chance.nextInt(7);
        List<CompetitionUnit> named = new ArrayList<>();
        for (int unit = 0; unit < units; unit++) {
            named.add(CompetitionUnit.of("u" + unit, "单位" + unit, "县"));
        }
        named.add(new CompetitionUnit("joint", "合并", "县", List.of("m1", "m2"), null, null));
        List<ScoredIndicator> lines = new ArrayList<>();
        int indicators = 1 + chance.nextInt(4);
        for (int line = 0; line < indicators; line++) {
            lines.add(line(line, chance));
        }
        Competition competition = competition(named, lines, chance.nextBoolean() ? 0 : Competition.NONE);
        List<Event> events = new ArrayList<>();
        for (Period period : PERIODS) {
            for (String place : places(named)) {
                for (int column = 0; column < competition.figures().size(); column++) {
                    for (int version = 1; version <= chance.nextInt(4); version++) {
                        events.add(new Event.Came(period, place, column, figure(version, chance)));
                    }
                }
                if (chance.nextInt(4) == 0) {
                    events.add(new Event.Adjusted(adjustment(competition, period, place, chance)));
                }
            }
        }
        return new Race(competition, events);
    }

    static Competition competition(List<CompetitionUnit> units, List<ScoredIndicator> lines, int tieBreak) {
        return new Competition(
                "race",
                "竞赛",
                "Race",
                new Participants(units, Set.of(), "33", Map.of()),
                Cadence.QUARTERS,
                ROUNDING,
                lines,
                tieBreak,
                0,
                BigDecimal.TEN,
                new Publication(2, 1),
                "",
                "测试");
    }

    static ScoredIndicator line(String indicator, Aspect aspect, ScoringMethod method) {
        return new ScoredIndicator(indicator, aspect, indicator, "", 1_000, false, method, true, true, ROUNDING);
    }

    /** What stands in the end, told at once or now and then. */
    Map<Period, ScoredStanding> outcome(List<Event> order, Random chance) {
        Map<Period, ScoredStanding> told = new TreeMap<>(Comparator.comparing(Period::toString));
        Shelf shelf = new Shelf();
        Rosters rosters = new Rosters(competition.units());
        Scorer scorer = new Scorer(competition);
        CompetitionBook book = new CompetitionBook(competition, scorer, rosters, shelf);
        int tells = 0;
        for (Event event : order) {
            take(book, event);
            if (chance.nextInt(5) == 0) {
                book.tell(1, START.plusSeconds(tells++), standing -> keep(told, standing));
                book.putBack();
                book = new CompetitionBook(competition, scorer, rosters, shelf);
            }
        }
        book.tell(1, START.plusSeconds(tells), standing -> keep(told, standing));
        return told;
    }

    private static void take(CompetitionBook book, Event event) {
        if (event instanceof Event.Came came) {
            book.file(came.period(), came.place(), came.column(), came.figure());
        } else {
            book.adjust(((Event.Adjusted) event).adjustment());
        }
    }

    private static void keep(Map<Period, ScoredStanding> told, ScoredStanding standing) {
        told.put(standing.standing().period(), standing);
    }

    private static ScoredIndicator line(int number, Random chance) {
        List<ScoringMethod> methods = List.of(
                new ScoringMethod.MinMax(),
                new ScoringMethod.Efficacy(),
                new ScoringMethod.RankDeduction(150),
                new ScoringMethod.RankShare(500),
                new ScoringMethod.RatioToBest(0),
                new ScoringMethod.RatioToTarget(Figure.scaled(BigDecimal.TEN), 12_000),
                new ScoringMethod.Step(100, Figure.scaled(BigDecimal.ONE), 0),
                new ScoringMethod.TargetMet(Figure.scaled(BigDecimal.ONE)));
        return new ScoredIndicator(
                "i" + number / 2,
                number % 2 == 0 ? Aspect.LEVEL : (chance.nextBoolean() ? Aspect.GROWTH : Aspect.SHARE),
                "指标" + number,
                "类" + number % 2,
                1_000,
                chance.nextBoolean(),
                methods.get(chance.nextInt(methods.size())),
                chance.nextBoolean(),
                chance.nextBoolean(),
                ROUNDING);
    }

    private static Figure figure(int version, Random chance) {
        int marks = chance.nextInt(10) == 0 ? 0 : Figure.REPORTED;
        marks |= chance.nextInt(8) == 0 ? 0 : Figure.HAS_GROWTH | Figure.HAS_BASE;
        marks |= chance.nextBoolean() ? Figure.PROVISIONAL : 0;
        return new Figure(
                whole(chance.nextInt(8) - 1),
                whole(1 + chance.nextInt(5)),
                whole(chance.nextInt(7) - 3),
                marks,
                version);
    }

    private static long whole(int number) {
        return Figure.scaled(BigDecimal.valueOf(number));
    }

    private static Adjustment adjustment(Competition competition, Period period, String unit, Random chance) {
        List<Adjustment.Kind> kinds =
                List.of(Adjustment.Kind.POINTS, Adjustment.Kind.VETO, Adjustment.Kind.VETO_LIFTED);
        Adjustment.Kind kind = kinds.get(chance.nextInt(kinds.size()));
        return new Adjustment(
                competition.id(),
                period,
                unit,
                kind,
                kind == Adjustment.Kind.POINTS
                        ? BigDecimal.valueOf(chance.nextInt(1_000) - 500, ROUNDING.decimals())
                        : BigDecimal.ZERO.setScale(ROUNDING.decimals()),
                "理由" + chance.nextInt(3),
                "领导小组",
                START.plusSeconds(chance.nextInt(3)),
                true);
    }

    private static List<String> places(List<CompetitionUnit> units) {
        return units.stream().flatMap(unit -> unit.members().stream()).toList();
    }

    /** The same competition with its lines in another order. */
    Race withLines(List<Integer> order) {
        List<ScoredIndicator> lines =
                order.stream().map(competition.indicators()::get).toList();
        int tieBreak =
                competition.tieBreak() == Competition.NONE ? Competition.NONE : order.indexOf(competition.tieBreak());
        Competition other = competition(competition.units().named(), lines, tieBreak);
        List<String> before = competition.figures();
        List<Event> same = events.stream()
                .map(event -> event instanceof Event.Came came
                        ? new Event.Came(
                                came.period(),
                                came.place(),
                                other.figures().indexOf(before.get(came.column())),
                                came.figure())
                        : event)
                .toList();
        return new Race(other, same);
    }

    /** The same competition with its units named in another order. */
    Race withUnits(List<CompetitionUnit> order) {
        return new Race(competition(order, competition.indicators(), competition.tieBreak()), events);
    }

    /** The places of the lines. */
    List<Integer> lines() {
        return IntStream.range(0, competition.indicators().size()).boxed().toList();
    }

    /** Books in memory, as they would come back from state. */
    static final class Shelf implements BookShelf {
        private final Map<Period, PeriodBook> books = new HashMap<>();

        @Override
        public Optional<PeriodBook> book(Period period) {
            return Optional.ofNullable(books.get(period)).map(PeriodBook::copy);
        }

        @Override
        public void put(Period period, PeriodBook book) {
            books.put(period, book);
        }

        @Override
        public Iterable<Period> periods() {
            return List.copyOf(books.keySet());
        }
    }
}

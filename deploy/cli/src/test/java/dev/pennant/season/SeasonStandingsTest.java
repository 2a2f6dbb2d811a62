package dev.pennant.season;

import static dev.pennant.season.KnownSeason.BOTH;
import static dev.pennant.season.KnownSeason.CATALOGUE;
import static dev.pennant.season.KnownSeason.COUNT;
import static dev.pennant.season.KnownSeason.DANGHU;
import static dev.pennant.season.KnownSeason.TRADE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pennant.core.catalogue.IndicatorDefinition;
import dev.pennant.core.catalogue.Unit;
import dev.pennant.core.filing.Verdict;
import dev.pennant.core.indicator.Coverage;
import dev.pennant.core.indicator.Growth;
import dev.pennant.core.indicator.IndicatorValue;
import dev.pennant.core.indicator.Money;
import dev.pennant.core.indicator.Version;
import dev.pennant.core.period.CumulativePeriod;
import dev.pennant.core.period.Period;
import dev.pennant.core.report.FigureShelf;
import dev.pennant.core.report.Filing;
import dev.pennant.core.report.IndicatorReport;
import dev.pennant.core.report.IndicatorTree;
import dev.pennant.core.report.ReportedIndicator;
import dev.pennant.core.report.UnitFigures;
import dev.pennant.core.report.UnitRegistration;
import dev.pennant.core.revenue.EnterpriseReport;
import dev.pennant.core.revenue.Scope;
import dev.pennant.core.revenue.YearOverYear;
import dev.pennant.core.standings.BookShelf;
import dev.pennant.core.standings.Competition;
import dev.pennant.core.standings.CompetitionBook;
import dev.pennant.core.standings.Figure;
import dev.pennant.core.standings.PeriodBook;
import dev.pennant.core.standings.Rosters;
import dev.pennant.core.standings.Scorer;
import dev.pennant.core.standings.Standing;
import dev.pennant.core.standings.StandingRow;
import dev.pennant.season.BatchCount.Total;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Where the season's own events lead the units of the shipped competitions. */
final class SeasonStandingsTest {
    private static final Instant NOW = Instant.parse("2020-12-21T00:00:00Z");
    private static final List<String> QUARTERS = List.of("2020-03", "2020-06", "2020-09");

    private static final List<IndicatorValue> VALUES = new ArrayList<>();
    private static final Map<String, UnitRegistration> UNITS = new HashMap<>();

    @BeforeAll
    static void addUpTheSeason() {
        for (SeasonEvent event : Season.ofDepartments(CATALOGUE)) {
            if (event instanceof SeasonEvent.UnitRegistered registered
                    && CATALOGUE.unitRules().judge(registered.unit())
                            instanceof Verdict.Accepted<UnitRegistration> accepted) {
                UNITS.put(accepted.value().code(), accepted.value());
            }
        }
        CATALOGUE.reportedIndicators().forEach(SeasonStandingsTest::reported);
        for (String quarter : QUARTERS) {
            for (Unit unit : CATALOGUE.units().townships()) {
                VALUES.add(summed("service-revenue", unit, quarter, BOTH, report -> Optional.of(report.revenue())));
                VALUES.add(summed("retail-above-quota", unit, quarter, TRADE, EnterpriseReport::retailSales));
            }
        }
    }

    @Test
    void danghuIsSecondFirstAndThirdAmongTheSeventyOneOfJiaxing() {
        assertThat(QUARTERS.stream().map(quarter -> rankOfDanghu("jiaxing-service", quarter)))
                .containsExactly(2, 1, 3);
        assertThat(standing("jiaxing-service", "2020-09").rows()).hasSize(71).allMatch(StandingRow::isRanked);
    }

    @Test
    void danghuIsThirdAmongTheNineOfPinghu() {
        assertThat(rankOfDanghu("pinghu-ten-indicators", "2020-09")).isEqualTo(3);
        assertThat(standing("pinghu-ten-indicators", "2020-09").rows())
                .hasSize(9)
                .allMatch(StandingRow::isRanked);
    }

    @Test
    void quartersVillagesAndHouseholdsAreAllRanked() {
        assertThat(standing("waste-sorting", "2020-11").rows()).hasSize(12).allMatch(StandingRow::isRanked);
        assertThat(standing("rural-environment", "2020-11").rows()).hasSize(54).allMatch(StandingRow::isRanked);
        assertThat(standing("kindness-points", "2020-11").rows()).hasSize(30).allMatch(StandingRow::isRanked);
        assertThat(standing("waste-sorting", "2020-11").rows().stream().map(StandingRow::list))
                .contains("red", "black");
    }

    private static int rankOfDanghu(String competition, String period) {
        return standing(competition, period).rows().stream()
                .filter(row -> row.unit().code().equals(DANGHU))
                .findFirst()
                .orElseThrow()
                .rank();
    }

    private static Standing standing(String id, String period) {
        Competition competition = CATALOGUE.competition(id).orElseThrow();
        Rosters rosters = new Rosters(competition.units());
        UNITS.forEach((code, unit) -> rosters.take(code, Optional.of(unit)));
        Map<String, Standing> told = new TreeMap<>();
        CompetitionBook book = new CompetitionBook(competition, new Scorer(competition), rosters, new Books());
        for (IndicatorValue value : VALUES) {
            int column = competition.figures().indexOf(value.indicator());
            Optional<Period> scored = competition.cadence().periodOf(value.period());
            if (column >= 0 && scored.isPresent() && competition.units().mayNeed(value.unit())) {
                book.file(scored.get(), value.unit(), column, Figure.of(value, competition.minimumCoverage()));
            }
        }
        book.tell(1, NOW, scored -> told.put(scored.standing().period().toString(), scored.standing()));
        return told.get(period);
    }

    private static void reported(ReportedIndicator indicator) {
        Figures shelf = new Figures();
        IndicatorTree tree = new IndicatorTree(indicator, CATALOGUE.upperUnits(), shelf);
        UNITS.values().forEach(tree::register);
        for (SeasonEvent event : Season.ofDepartments(CATALOGUE)) {
            if (event instanceof SeasonEvent.Reported reported
                    && reported.report().indicator().equals(indicator.id())
                    && CATALOGUE.reportRules().judge(reported.report(), event.at())
                            instanceof Verdict.Accepted<IndicatorReport> accepted
                    && tree.filingOf(accepted.value()) == Filing.APPLIED) {
                tree.file(accepted.value());
            }
        }
        VALUES.addAll(tree.changedValues(1, NOW));
    }

    private static IndicatorValue summed(
            String id,
            Unit unit,
            String quarter,
            Set<Scope> scopes,
            Function<EnterpriseReport, Optional<YearOverYear>> amount) {
        IndicatorDefinition indicator = CATALOGUE.indicator(id).orElseThrow();
        Total total = COUNT.total(unit.code(), quarter, scopes, amount);
        Money current = new Money(total.current());
        Money base = new Money(total.lastYear());
        return new IndicatorValue(
                id,
                unit.code(),
                CumulativePeriod.parse(quarter),
                indicator.measure(),
                indicator.measure().of(current),
                indicator.measure().of(base),
                Growth.ofAmounts(current, base, indicator.growthRounding()),
                new Coverage(total.reported(), total.expected()),
                true,
                new Version(1, 1),
                NOW);
    }

    private static final class Figures implements FigureShelf {
        private final Map<String, UnitFigures> figures = new HashMap<>();

        @Override
        public UnitFigures figures(String unit) {
            return figures.computeIfAbsent(unit, code -> new UnitFigures());
        }

        @Override
        public void put(String unit, UnitFigures changed) {
            figures.put(unit, changed);
        }
    }

    private static final class Books implements BookShelf {
        private final Map<Period, PeriodBook> books = new HashMap<>();

        @Override
        public Optional<PeriodBook> book(Period period) {
            return Optional.ofNullable(books.get(period));
        }

        @Override
        public void put(Period period, PeriodBook book) {
            books.put(period, book);
        }

        @Override
        public Iterable<Period> periods() {
            return books.keySet();
        }
    }
}

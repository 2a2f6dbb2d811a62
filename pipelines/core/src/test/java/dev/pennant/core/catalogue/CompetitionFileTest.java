package dev.pennant.core.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.pennant.core.indicator.Rounding;
import dev.pennant.core.report.LowerKind;
import dev.pennant.core.standings.Aspect;
import dev.pennant.core.standings.Cadence;
import dev.pennant.core.standings.Competition;
import dev.pennant.core.standings.CompetitionUnit;
import dev.pennant.core.standings.Figure;
import dev.pennant.core.standings.Publication;
import dev.pennant.core.standings.ScoredIndicator;
import dev.pennant.core.standings.ScoringMethod;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CompetitionFileTest {
    private static final String RACE =
            """
            competitions:
              - id: race
                title: 竞赛
                title_en: Race
                units:
                  kinds: [subdistrict, town]
                  within: "330482"
                  joint:
                    - {code: JOINT-1, name: 合并, members: ["330482001", "330482002"], from: 2019-01, to: 2019-12}
                periods: quarters
                rounding: 2 half-up
                indicators:
                  - {indicator: service-revenue, as: level, class: 总量, weight: 60, method: {kind: efficacy}}
                  - {indicator: service-revenue, as: growth, weight: 40, method: {kind: rank-deduction, each: 0.5}, missing: no-points}
                tie_break: service-revenue growth
                coverage: 80
                adjustments: 5
                publication: {red: 3, black: 2}
                basis: {sourced: 公报, assumed: 权重}
            """;

    private static final String QUARTERS =
            """
            competitions:
              - id: quarters
                title: 小区
                title_en: Quarters
                units: {kinds: [residential-quarter], within: "330482001"}
                periods: months
                rounding: 2 half-up
                indicators:
                  - {indicator: waste-sorting-score, as: level, weight: 100, method: {kind: min-max}}
                basis: {assumed: 口径}
            """;

    private static final String CHOSEN =
            """
            competitions:
              - id: chosen
                title: 选定
                title_en: Chosen
                units:
                  list:
                    - {code: "330482"}
                    - {code: "330482001", from: 2020-03}
                    - {code: 330482103, to: 2019-12}
                    - {code: 330482103, from: 2020-07, to: 2020-12}
                  joint:
                    - {code: JOINT-1, name: 合并, members: ["330482001", "330482103"], from: 2020-08, to: 2020-11}
                periods: months
                rounding: 2 half-up
                indicators:
                  - {indicator: service-revenue, as: level, weight: 100, method: {kind: min-max}}
                basis: {assumed: 名单}
            """;

    private final List<CatalogueProblem> problems = new ArrayList<>();

    @Test
    void aGoodEntryIsReadAsItStands() {
        Competition race = read(RACE).get(0);

        assertThat(problems).isEmpty();
        Rounding rounding = new Rounding(2, RoundingMode.HALF_UP);
        assertThat(race.cadence()).isEqualTo(Cadence.QUARTERS);
        assertThat(race.rounding()).isEqualTo(rounding);
        assertThat(race.indicators())
                .containsExactly(
                        new ScoredIndicator(
                                "service-revenue",
                                Aspect.LEVEL,
                                "规限上服务业营收",
                                "总量",
                                6_000,
                                false,
                                new ScoringMethod.Efficacy(),
                                true,
                                true,
                                new Rounding(1, RoundingMode.HALF_UP)),
                        new ScoredIndicator(
                                "service-revenue",
                                Aspect.GROWTH,
                                "规限上服务业营收增速",
                                "",
                                4_000,
                                false,
                                new ScoringMethod.RankDeduction(50),
                                false,
                                true,
                                new Rounding(1, RoundingMode.HALF_UP)));
        assertThat(race.tieBreak()).isEqualTo(1);
        assertThat(race.minimumCoverage()).isEqualTo(80);
        assertThat(race.mostAdjusted()).isEqualByComparingTo("5");
        assertThat(race.publication()).isEqualTo(new Publication(3, 2));
        assertThat(race.sourced()).isEqualTo("公报");
        assertThat(race.assumed()).isEqualTo("权重");
    }

    @Test
    void membersTakePartForThemselvesInTheMonthsInWhichTheyAreNotJoint() {
        List<CompetitionUnit> units = read(RACE).get(0).units().named();

        assertThat(units)
                .filteredOn(unit -> unit.members().contains("330482001"))
                .extracting(CompetitionUnit::code, CompetitionUnit::from, CompetitionUnit::to)
                .containsExactlyInAnyOrder(
                        tuple("330482001", null, YearMonth.of(2018, 12)),
                        tuple("330482001", YearMonth.of(2020, 1), null),
                        tuple("JOINT-1", YearMonth.of(2019, 1), YearMonth.of(2019, 12)));
    }

    @Test
    void unitsBelowTheTownshipTakePartAsTheyAreRegistered() {
        Competition quarters = read(QUARTERS).get(0);

        assertThat(problems).isEmpty();
        assertThat(quarters.units().named()).isEmpty();
        assertThat(quarters.units().kinds()).containsExactly(LowerKind.RESIDENTIAL_QUARTER);
        assertThat(quarters.mostAdjusted()).isZero();
    }

    @Test
    void listedUnitsTakePartInTheirMonthsAndNobodyElse() {
        Competition chosen = read(CHOSEN).get(0);

        assertThat(problems).isEmpty();
        assertThat(chosen.units().kinds()).isEmpty();
        assertThat(chosen.units().named())
                .extracting(
                        CompetitionUnit::code,
                        CompetitionUnit::name,
                        CompetitionUnit::county,
                        CompetitionUnit::from,
                        CompetitionUnit::to)
                .containsExactly(
                        tuple("330482", "平湖市", "平湖市", null, null),
                        tuple("330482001", "当湖街道", "平湖市", YearMonth.of(2020, 3), YearMonth.of(2020, 7)),
                        tuple("330482001", "当湖街道", "平湖市", YearMonth.of(2020, 12), null),
                        tuple("330482103", "新仓镇", "平湖市", null, YearMonth.of(2019, 12)),
                        tuple("330482103", "新仓镇", "平湖市", YearMonth.of(2020, 7), YearMonth.of(2020, 7)),
                        tuple("330482103", "新仓镇", "平湖市", YearMonth.of(2020, 12), YearMonth.of(2020, 12)),
                        tuple("JOINT-1", "合并", "平湖市", YearMonth.of(2020, 8), YearMonth.of(2020, 11)));
        assertThat(chosen.units().mayTakePart("330482001")).isTrue();
        assertThat(chosen.units().mayTakePart("330482002")).isFalse();
        assertThat(chosen.units().mayNeed("330482001001")).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            {code: "330482"} | {code: "330499"} | 7 | 'code: 330499': there is no such county or township in units.csv
            {code: "330482"} | {code: "3304"} | 7 | 'code: 3304': there is no such county or township in units.csv
            {code: "330482"} | {code: 330482001001} | 7 | units below the township take part by 'kinds'
            {code: "330482"} | "330482" | 7 | a mapping of names to values is expected here
            {code: "330482"} | {unit: "330482"} | 7 | 'code' is missing
            {code: "330482"} | {unit: "330482"} | 7 | 'unit' is not known here; known are code
            from: 2020-03 | from: 2020-13 | 8 | 'from: 2020-13': a month like 2020-01 is expected
            from: 2020-03 | from: 2020-09 | 12 | 330482001 would not take part for itself: see 'list'
            to: 2019-12 | to: 2020-07 | 10 | '330482103' takes part at the same time above
            to: 2019-12 | from: 2020-12 | 10 | '330482103' takes part at the same time above
            from: 2020-07, to: 2020-12 | from: 2021-07, to: 2020-12 | 10 | 'to' is before 'from'
            from: 2020-07, to: 2020-12 | from: 2020-07, to: 2020-10 | 12 | 330482103 would not take part for itself: see 'list'
            list: | kinds: [town] ~      list: | 6 | 'kinds' is not known here; known are joint, list
            """)
    void everyMistakeOfAListIsNamedByItsLine(String right, String wrong, int line, String reason) {
        assertThat(read(CHOSEN.replace(right, wrong.replace("~", "\n")))).isEmpty();

        assertThat(problems).anySatisfy(problem -> {
            assertThat(problem.file()).isEqualTo("competitions.yaml");
            assertThat(problem.line()).isEqualTo(line);
            assertThat(problem.reason()).contains(reason);
        });
    }

    @Test
    void aListNamesSomebody() {
        read(CHOSEN.replaceAll("(?s)list:.*periods", "list: []\n    periods"));

        assertThat(problems)
                .extracting(CatalogueProblem::toString)
                .containsExactly("competitions.yaml:6: 'list' needs a list with at least one item");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            {kind: ratio-to-target, target: 50}
            {kind: ratio-to-target, target: 50, cap: 120}
            {kind: ratio-to-best}
            {kind: ratio-to-best, floor: 12.5}
            {kind: rank-deduction, each: 0.5}
            {kind: rank-share}
            {kind: rank-share, each: 2}
            {kind: step, points: 1.5, every: 0.1}
            {kind: step, points: 1, every: 2, from: -3}
            {kind: target-met, target: -1}
            {kind: efficacy}
            {kind: min-max}
            """)
    void aMethodTakesItsForm(String written) {
        Map<String, ScoringMethod> methods = Map.ofEntries(
                Map.entry("{kind: ratio-to-target, target: 50}", new ScoringMethod.RatioToTarget(scaled("50"), 10_000)),
                Map.entry(
                        "{kind: ratio-to-target, target: 50, cap: 120}",
                        new ScoringMethod.RatioToTarget(scaled("50"), 12_000)),
                Map.entry("{kind: ratio-to-best}", new ScoringMethod.RatioToBest(0)),
                Map.entry("{kind: ratio-to-best, floor: 12.5}", new ScoringMethod.RatioToBest(1_250)),
                Map.entry("{kind: rank-deduction, each: 0.5}", new ScoringMethod.RankDeduction(50)),
                Map.entry("{kind: rank-share}", new ScoringMethod.RankShare(500)),
                Map.entry("{kind: rank-share, each: 2}", new ScoringMethod.RankShare(200)),
                Map.entry("{kind: step, points: 1.5, every: 0.1}", new ScoringMethod.Step(150, scaled("0.1"), 0)),
                Map.entry(
                        "{kind: step, points: 1, every: 2, from: -3}",
                        new ScoringMethod.Step(100, scaled("2"), scaled("-3"))),
                Map.entry("{kind: target-met, target: -1}", new ScoringMethod.TargetMet(scaled("-1"))),
                Map.entry("{kind: efficacy}", new ScoringMethod.Efficacy()),
                Map.entry("{kind: min-max}", new ScoringMethod.MinMax()));

        List<Competition> read = read(RACE.replace("{kind: efficacy}", written));

        assertThat(problems).isEmpty();
        assertThat(read.get(0).indicators().get(0).method()).isEqualTo(methods.get(written));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            id: race | id: Race | 2 | 'id: Race': an id has small letters, digits and single hyphens
            title: 竞赛 | title: | 3 | 'title' needs a value
            title_en: Race | name: Race | 2 | 'title_en' is missing
            title_en: Race | name: Race | 4 | 'name' is not known here
            [subdistrict, town] | [city] | 6 | 'kinds: city': it has to be one of county, subdistrict, town, township, village
            [subdistrict, town] | [] | 6 | 'kinds' needs a list with at least one item
            "330482" | "330499" | 7 | 'within: 330499': there is no such place
            JOINT-1 | JO | 9 | 'code: JO': a code of 4 to 64 letters, digits and hyphens
            JOINT-1 | 330482003 | 9 | 'code: 330482003': a code of 4 to 64 letters, digits and hyphens is expected that no place
            "330482002" | "330482099" | 9 | 'members: 330482099': there is no such township
            "330482002" | "330482001" | 9 | 330482001 is a member twice
            "330482002" | "330402012" | 9 | 330402012 would not take part for itself
            2019-12 | 2018-12 | 9 | 'to' is before 'from'
            2019-12 | 2019-13 | 9 | 'to: 2019-13': a month like 2020-01 is expected
            periods: quarters | periods: weeks | 10 | 'periods: weeks': it has to be one of quarters, months, days
            periods: quarters | periods: days | 13 | 'service-revenue' has a figure a month, and the competition is ranked every day
            indicator: service-revenue, as: level | indicator: air-aqi-3h, as: level | 13 | 'air-aqi-3h' is of single days, and the periods of a competition begin in January
            2 half-up | two half-up | 11 | 'rounding: two half-up': a rounding is spelled like '1 half-up'
            2 half-up | 0 half-up | 14 | 'each: 0.5': points of this competition have 0 decimals
            indicator: service-revenue, as: level | indicator: revenue, as: level | 13 | 'indicator: revenue': there is no such indicator
            as: level | as: value | 13 | 'as: value': it has to be one of level, growth, share
            as: level | as: growth | 14 | 'service-revenue growth' is scored a second time
            weight: 60 | weight: 0 | 13 | 'weight: 0': it has to be above zero
            weight: 60 | weight: 60.005 | 13 | 'weight: 60.005': points of this competition have 2 decimals
            weight: 60 | weight: much | 13 | 'weight: much': a number with at most eight digits and ten decimals is expected
            weight: 60, | | 13 | 'weight' is missing
            class: 总量 | direction: up | 13 | 'direction: up': it has to be one of higher-is-better, lower-is-better
            class: 总量 | clas: 总量 | 13 | 'clas' is not known here
            missing: no-points | missing: last | 14 | 'missing: last': it has to be one of not-ranked, no-points
            {kind: efficacy} | {kind: ranks} | 13 | 'kind: ranks': it has to be one of ratio-to-target, ratio-to-best
            {kind: efficacy} | efficacy | 13 | a mapping of names to values is expected here
            {kind: efficacy} | {kind: efficacy, floor: 60} | 13 | 'floor' is not known here; known are kind
            {kind: efficacy} | {kind: ratio-to-target} | 13 | 'target' is missing
            {kind: efficacy} | {kind: ratio-to-target, target: 0} | 13 | 'target: 0': it has to be above zero
            {kind: efficacy} | {kind: ratio-to-target, target: 5, cap: 1001} | 13 | 'cap: 1001': a percentage between 0 and 1000
            {kind: efficacy} | {kind: ratio-to-best, floor: 0.125} | 13 | 'floor: 0.125': a percentage between 0 and 1000 with at most two decimals
            {kind: efficacy} | {kind: rank-share, each: -5} | 13 | 'each: -5': a percentage between 0 and 1000
            {kind: efficacy} | {kind: step, points: 1} | 13 | 'every' is missing
            {kind: efficacy} | {kind: step, points: 1, every: 0} | 13 | 'every: 0': it has to be above zero
            {kind: efficacy} | {kind: target-met} | 13 | 'target' is missing
            each: 0.5 | each: 0.005 | 14 | 'each: 0.005': points of this competition have 2 decimals
            tie_break: service-revenue growth | tie_break: exports | 15 | it has to be an indicator above and what of it is scored
            coverage: 80 | coverage: 101 | 16 | 'coverage: 101': it has to be between 0 and 100
            coverage: 80 | coverage: most | 16 | 'coverage: most': a whole number is expected
            adjustments: 5 | adjustments: -5 | 17 | 'adjustments: -5': it has to be above zero
            red: 3 | red: 0 | 18 | 'red: 0': it has to be between 1 and 10000
            black: 2 | grey: 2 | 18 | 'grey' is not known here
            basis: {sourced: 公报, assumed: 权重} | basis: {} | 19 | a basis names what is 'sourced', what is 'assumed', or both
            """)
    void everyMistakeIsNamedByItsLine(String right, String wrong, int line, String reason) {
        assertThat(read(RACE.replace(right, wrong == null ? "" : wrong))).isEmpty();

        assertThat(problems).anySatisfy(problem -> {
            assertThat(problem.file()).isEqualTo("competitions.yaml");
            assertThat(problem.line()).isEqualTo(line);
            assertThat(problem.reason()).contains(reason);
        });
    }

    @Test
    void nothingIsSaidOfWhatOnlyFollowsFromAMistake() {
        read(RACE.replace("[subdistrict, town]", "[city]"));

        assertThat(problems).singleElement().satisfies(problem -> assertThat(problem.line())
                .isEqualTo(6));
    }

    @Test
    void aCompetitionIsDefinedOnce() {
        read(RACE + RACE.substring(RACE.indexOf("  - id")));

        assertThat(problems)
                .extracting(CatalogueProblem::toString)
                .containsExactly("competitions.yaml:20: the competition 'race' is defined a second time");
    }

    @Test
    void aTownshipIsAMemberOfOneUnitAtATime() {
        String first = RACE.substring(RACE.indexOf("        - {code"), RACE.indexOf("    periods"));
        String overlapping = first.replace("JOINT-1", "JOINT-2").replace("from: 2019-01, to: 2019-12", "from: 2019-12");

        read(RACE.replace(first, first + overlapping));

        assertThat(problems)
                .extracting(CatalogueProblem::toString)
                .containsExactly(
                        "competitions.yaml:10: 330482001 belongs to '合并' at the same time",
                        "competitions.yaml:10: 330482002 belongs to '合并' at the same time");
    }

    @Test
    void somebodyHasToTakePart() {
        read(QUARTERS.replace("[residential-quarter]", "[town]"));

        assertThat(problems)
                .extracting(CatalogueProblem::toString)
                .containsExactly("competitions.yaml:5: nobody takes part: there is no such unit within 330482001");
    }

    @Test
    void whatIsMeasuredOfTownshipsRanksNothingBelow() {
        read(QUARTERS.replace("waste-sorting-score", "air-good-days"));

        assertThat(problems)
                .extracting(CatalogueProblem::toString)
                .containsExactly("competitions.yaml:9: 'air-good-days' has no figures of units below the township");
    }

    private List<Competition> read(String text) {
        Catalogue shipped = Catalogue.shipped();
        return CompetitionFile.read(
                new CatalogueText("competitions.yaml", text), shipped.units(), shipped.indicators(), problems);
    }

    private static long scaled(String figure) {
        return Figure.scaled(new BigDecimal(figure));
    }
}

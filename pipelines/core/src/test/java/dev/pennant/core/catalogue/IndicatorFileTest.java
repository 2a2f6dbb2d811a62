package dev.pennant.core.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pennant.core.air.SustainedAqi;
import dev.pennant.core.derived.Formula;
import dev.pennant.core.indicator.Measure;
import dev.pennant.core.indicator.Rounding;
import dev.pennant.core.report.GrowthKind;
import dev.pennant.core.report.ReportedIndicator;
import dev.pennant.core.revenue.RevenueIndicator;
import dev.pennant.core.revenue.Scope;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class IndicatorFileTest {
    private static final String GOOD =
            """
            indicators:
              - id: service-revenue
                title: 服务业营收
                title_en: Revenue of services
                meaning: 累计营业收入
                measure: 亿元
                direction: higher-is-better
                sum: revenue
                scopes: [service-designated, trade-above-quota]
                rounding: {value: 2 half-up, growth: 1 half-even}
                basis:
                  sourced: 统计制度
                  assumed: 位数
            """;

    private static final String REPORTED = GOOD.replace(
                    "sum: revenue",
                    "reported: {for: [subdistrict, building], every: month,"
                            + " range: 0 to 100, parts: ratio-of-sums, growth: points}")
            .replace("    scopes: [service-designated, trade-above-quota]\n", "")
            .replace("亿元", "'%'");

    private static final String SUSTAINED = GOOD.replace("service-revenue", "air-aqi-3h")
            .replace("sum: revenue", "air: {every: day}")
            .replace("    scopes: [service-designated, trade-above-quota]\n", "")
            .replace("亿元", "AQI");

    private static final String DERIVED = GOOD
            + """
              - id: derived
                title: 派生
                title_en: Derived
                meaning: 朝好的方向变动的项数
                measure: 项
                direction: higher-is-better
                derived:
                  formula: improved(service-revenue)
                  growth: points
                rounding: {value: 0 half-up, growth: 1 half-up}
                basis: {assumed: 口径}
            """;

    private final List<CatalogueProblem> problems = new ArrayList<>();

    @Test
    void aGoodFileIsReadAsItStands() {
        assertThat(read(GOOD))
                .containsExactly(new IndicatorDefinition(
                        "service-revenue",
                        "服务业营收",
                        "Revenue of services",
                        "累计营业收入",
                        new Measure("亿元"),
                        IndicatorDefinition.Direction.HIGHER_IS_BETTER,
                        new IndicatorSource.OfReports(
                                RevenueIndicator.Amount.REVENUE,
                                Set.of(Scope.SERVICE_DESIGNATED, Scope.TRADE_ABOVE_QUOTA)),
                        new Rounding(2, RoundingMode.HALF_UP),
                        new Rounding(1, RoundingMode.HALF_EVEN),
                        new Basis("统计制度", "位数")));
        assertThat(problems).isEmpty();
    }

    @Test
    void anIndicatorThatDepartmentsReportSaysForWhomHowOftenAndWithinWhichRange() {
        List<IndicatorDefinition> indicators = read(REPORTED);
        assertThat(problems).isEmpty();
        assertThat(indicators)
                .extracting(IndicatorDefinition::source)
                .containsExactly(new IndicatorSource.OfDepartments(
                        Set.of("building", "subdistrict"),
                        ReportedIndicator.Cadence.MONTHLY,
                        new ReportedIndicator.Range(BigDecimal.ZERO, new BigDecimal("100")),
                        ReportedIndicator.RollUp.RATIO_OF_SUMS,
                        GrowthKind.POINTS));
        assertThat(indicators.get(0).reportedIndicator()).isPresent();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    building]    | castle]     | 'for: castle': it has to be one of prefecture, county, subdistrict, town, township, village, \
                    residential-quarter, building, household
                    every: month | every: year | 'every: year': it has to be one of month, day
                    0 to 100     | 0-100       | 'range: 0-100': a range is spelled like '0 to 100'
                    0 to 100     | 100 to 0    | 'range: 100 to 0': 100 is above 0
                    ratio-of-sums | median     | 'parts: median': it has to be one of sum, ratio-of-sums, mean, none
                    """)
    void aMistakeInHowItIsReportedIsNamedWithItsLine(String right, String wrong, String reason) {
        read(REPORTED.replace(right, wrong));
        assertThat(problems).containsExactly(new CatalogueProblem("indicators.yaml", 8, reason));
    }

    @Test
    void anIndicatorOfTheHoursOfTheAirNamesInItsIdHowManyThereAre() {
        List<IndicatorDefinition> indicators = read(SUSTAINED.replace("air-aqi-3h", "air-aqi-6h"));

        assertThat(problems).isEmpty();
        assertThat(indicators)
                .extracting(IndicatorDefinition::source)
                .containsExactly(new IndicatorSource.OfHourlyAqi(6));
        assertThat(indicators.get(0).sustainedAqi()).contains(new SustainedAqi(6, new Measure("AQI")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    air-aqi-3h | air-aqi-25h | 2 | 'id: air-aqi-25h': a day has no 25 consecutive hours
                    air-aqi-3h | air-aqi-h   | 2 | 'id: air-aqi-h': an indicator of the air is one of air-good-days
                    every: day | every: month | 8 | hours are of a day: it has to be 'every: day'
                    """)
    void aMistakeInAnIndicatorOfTheAirIsNamedWithItsLine(String right, String wrong, int line, String reason) {
        read(SUSTAINED.replace(right, wrong));

        assertThat(problems).singleElement().satisfies(problem -> {
            assertThat(problem.line()).isEqualTo(line);
            assertThat(problem.reason()).startsWith(reason);
        });
    }

    @Test
    void anIndicatorThatIsDerivedSaysOfWhat() {
        List<IndicatorDefinition> indicators = read(DERIVED);
        assertThat(problems).isEmpty();
        assertThat(indicators.get(1).source())
                .isEqualTo(new IndicatorSource.Derived(Formula.parse("improved(service-revenue)"), GrowthKind.POINTS));
        assertThat(indicators.get(1).derivedIndicator()).isPresent();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    improved(service-revenue)   | improved(service-revenues)      | there is no indicator 'service-revenues' in this file
                    improved(service-revenue)   | improved(derived)               | 'derived' is made of itself: derived of derived
                    improved(service-revenue)   | improving(service-revenue)      | 'improving' is not done with indicators; there are share, difference, improved
                    """)
    void aMistakeInWhatItIsDerivedFromIsNamedWithItsLine(String right, String wrong, String reason) {
        read(DERIVED.replace(right, wrong));
        assertThat(problems).singleElement().satisfies(problem -> {
            assertThat(problem.line()).isEqualTo(21);
            assertThat(problem.reason()).contains("'formula").endsWith(reason);
        });
    }

    @Test
    void anIndicatorOfReceiptsHasNoRosters() {
        String scopes = "    scopes: [service-designated, trade-above-quota]\n";
        assertThat(read(GOOD.replace("sum: revenue", "sum: receipts").replace(scopes, "")))
                .extracting(IndicatorDefinition::source)
                .containsExactly(new IndicatorSource.OfReceipts());
        assertThat(problems).isEmpty();
    }

    @ParameterizedTest(name = "{1} instead of {0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "id: service-revenue | id: Service_Revenue | 2 | 'id: Service_Revenue': an id has small letters, digits and single hyphens",
                "id: service-revenue | id: | 2 | 'id' needs a value",
                "title: 服务业营收 | titel: 服务业营收 | 2 | 'title' is missing",
                "title: 服务业营收 | title: | 3 | 'title' needs a value",
                "title: 服务业营收 | title: ~ | 3 | 'title' needs a value",
                "title: 服务业营收 | title: null | 3 | 'title' needs a value",
                "title: 服务业营收 | title: [服务业营收] | 3 | 'title' needs a value",
                "measure: 亿元 | measure: 亿 | 6 | 'measure: 亿': a sum of money is given in 亿元, 万元 or 元",
                "measure: 亿元 | measure: \"%\" | 6 | 'measure: %': a sum of money is given in 亿元, 万元 or 元",
                "higher-is-better | up | 7 | 'direction: up': it has to be one of higher-is-better, lower-is-better",
                "sum: revenue | sum: retail | 8 | 'sum: retail': it has to be one of revenue, retail-sales, receipts",
                "sum: revenue | sum: receipts | 9 | 'scopes' is not known here; known are basis, direction, id, meaning, measure, rounding, sum, title, title_en",
                "trade-above-quota | trade | 9 | 'scopes: trade': it has to be one of service-designated, trade-above-quota",
                "[service-designated, trade-above-quota] | service-designated | 9 | 'scopes' needs a list with at least one item",
                "[service-designated, trade-above-quota] | [] | 9 | 'scopes' needs a list with at least one item",
                "[service-designated, trade-above-quota] | [[a]] | 9 | 'scopes' takes a list of texts",
                "2 half-up | half-up | 10 | 'value: half-up': a rounding is spelled like '1 half-up'",
                "2 half-up | 11 half-up | 10 | 'value: 11 half-up': decimals 11 are not between 0 and 10",
                "2 half-up | 99999999999 half-up | 10 | 'value: 99999999999 half-up': a rounding is spelled like '1 half-up'",
                "2 half-up | 2 unnecessary | 10 | 'value: 2 unnecessary': it has to be one of up, down, ceiling, floor, half-up, half-down, half-even",
                "value: 2 half-up, | | 10 | 'value' is missing",
                "{value: 2 half-up, growth: 1 half-even} | 1 half-up | 10 | a mapping of names to values is expected here",
                "sourced: 统计制度 | source: 统计制度 | 12 | 'source' is not known here; known are assumed, sourced",
            })
    void aMistakeIsNamedWithItsLine(String right, String wrong, int line, String reason) {
        read(GOOD.replace(right, wrong == null ? "" : wrong));
        assertThat(problems).contains(new CatalogueProblem("indicators.yaml", line, reason));
    }

    @Test
    void aMisspeltKeyIsNamedWithThoseThatAreKnown() {
        read(GOOD.replace("title_en:", "title_eng:"));
        assertThat(problems)
                .extracting(CatalogueProblem::toString)
                .containsExactly(
                        "indicators.yaml:2: 'title_en' is missing",
                        "indicators.yaml:4: 'title_eng' is not known here; known are basis, direction, id, meaning, measure,"
                                + " rounding, scopes, sum, title, title_en");
    }

    @Test
    void aKeyThatStandsTwiceIsNamed() {
        read(GOOD.replace("    sum: revenue\n", "    sum: revenue\n    sum: retail-sales\n"));
        assertThat(problems)
                .containsExactly(new CatalogueProblem("indicators.yaml", 9, "'sum' stands here a second time"));
    }

    @Test
    void anIdThatStandsTwiceIsNamedEvenWhereTheEntryHasOtherMistakes() {
        read(GOOD + GOOD.replace("indicators:\n", "").replace("亿元", "kg"));
        assertThat(problems)
                .extracting(CatalogueProblem::toString)
                .containsExactly(
                        "indicators.yaml:14: the indicator 'service-revenue' is defined a second time",
                        "indicators.yaml:18: 'measure: kg': a sum of money is given in 亿元, 万元 or 元");
    }

    @Test
    void aBasisNamesAtLeastOneThing() {
        read(GOOD.replaceAll("(?s)basis:.*", "basis: {}"));
        assertThat(problems)
                .containsExactly(new CatalogueProblem(
                        "indicators.yaml", 11, "a basis names what is 'sourced', what is 'assumed', or both"));
    }

    @Test
    void ofSomethingElseThanAMappingNothingMoreIsSaid() {
        for (String text : List.of("indicators", "- a", "42", "indicators: [service-revenue]")) {
            problems.clear();
            read(text);
            assertThat(problems)
                    .as(text)
                    .containsExactly(new CatalogueProblem(
                            "indicators.yaml", 1, "a mapping of names to values is expected here"));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "'', 0, the file is empty",
        "'\n\n', 0, the file is empty",
        "'# nothing yet\n', 0, the file is empty",
        "'a: 1\n\tb: 2', 2, this is no YAML",
        "'indicators:\n  - id: \"x', 2, this is no YAML",
        "'a: [1, 2', 1, this is no YAML",
        "'a: 1\n---\nb: 2', 2, this is no YAML",
        "'a: !!java.io.File x', 1, this is no YAML",
        "'a: *b', 1, this is no YAML",
        "'a: 1\nb: \u0007\nc: 2', 2, a control character stands here",
    })
    void whatIsNoYamlIsNamedWithItsLine(String text, int line, String reason) {
        read(text);
        assertThat(problems).singleElement().satisfies(problem -> {
            assertThat(problem.line()).isEqualTo(line);
            assertThat(problem.reason()).startsWith(reason);
        });
    }

    @Test
    void endlessNestingIsRefused() {
        read("[".repeat(10_000));
        assertThat(problems).singleElement().satisfies(problem -> assertThat(problem.reason())
                .startsWith("this is no YAML"));
    }

    private List<IndicatorDefinition> read(String text) {
        return IndicatorFile.read(new CatalogueText("indicators.yaml", text), problems);
    }
}

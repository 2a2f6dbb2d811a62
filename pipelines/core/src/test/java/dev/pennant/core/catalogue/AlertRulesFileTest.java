package dev.pennant.core.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.pennant.core.alerts.AlertLevel;
import dev.pennant.core.alerts.AlertRule;
import dev.pennant.core.alerts.Cadence;
import dev.pennant.core.alerts.Condition;
import dev.pennant.core.alerts.Condition.Limit.Side;
import dev.pennant.core.alerts.Reading;
import dev.pennant.core.alerts.Region;
import dev.pennant.core.alerts.Subject;
import dev.pennant.core.alerts.Thresholds;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class AlertRulesFileTest {
    private static final String RULE =
            """
            rules:
              - id: negative
                title: 增速为负
                title_en: Negative growth
                level: orange
                indicators: [service-revenue]
                kinds: [town]
                units: [330482001, 330482001005]
                every: quarter
                when: {below: growth, threshold: 0, clear: 0.5, periods: 2}
                hold: PT30M
                minimum_coverage: 90
                message: "{unit}增速{value}"
                message_en: "{unit} {value}"
                basis: {assumed: 示例}
            """;

    private final AlertRuleReader reader = new AlertRuleReader(Catalogue.shipped());

    @TempDir
    private Path folder;

    @Test
    void aRuleSaysWhatItWatchesWhenItAlertsAndWhatItSays() throws IOException {
        AlertRule rule = read(RULE).get(0).rule();

        assertThat(rule.level()).isEqualTo(AlertLevel.ORANGE);
        assertThat(rule.subjects()).containsExactly(Subject.indicator("service-revenue"));
        assertThat(rule.units().kinds()).containsExactly("town");
        assertThat(rule.units().codes()).containsExactlyInAnyOrder("330482001", "330482001005");
        assertThat(rule.every()).isEqualTo(Cadence.QUARTER);
        assertThat(rule.condition())
                .isEqualTo(new Condition.Limit(
                        Side.BELOW, Reading.GROWTH, Thresholds.of(new BigDecimal("0")), new BigDecimal("0.5"), 2));
        assertThat(rule.hold()).isEqualTo(Duration.ofMinutes(30));
        assertThat(rule.minimumCoverage()).isEqualTo(90);
        assertThat(rule.assumed()).isEqualTo("示例");
    }

    @Test
    void whatTheTopicCarriesIsReadAsTheSameRule() throws IOException {
        for (WrittenRule written : Catalogue.shipped().alertRules()) {
            assertThat(reader.rule(written.text())).isEqualTo(written);
        }
        assertThat(Catalogue.shipped().alertRules()).hasSizeGreaterThanOrEqualTo(4);
        WrittenRule written = read(RULE).get(0);
        assertThat(reader.rule(written.text())).isEqualTo(written);
    }

    @Test
    void anotherWordingIsAnotherRevisionAndACommentIsNone() throws IOException {
        String revision = read(RULE).get(0).rule().revision();

        assertThat(read(RULE.replace("PT30M", "PT31M")).get(0).rule().revision())
                .isNotEqualTo(revision);
        assertThat(read(RULE.replace("PT30M", "PT30M # half an hour"))
                        .get(0)
                        .rule()
                        .revision())
                .isEqualTo(revision);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            {above: value, threshold: 150, clear: 100, periods: 3}
            {slows: 2}
            {below_region: growth, region: county, clear_margin: 0.5}
            {drops: growth, by: 5}
            {no_data: PT36H}
            """)
    void aConditionOfAnIndicatorTakesItsForm(String when) throws IOException {
        Map<String, Condition> conditions = Map.of(
                "{above: value, threshold: 150, clear: 100, periods: 3}",
                new Condition.Limit(
                        Side.ABOVE, Reading.VALUE, Thresholds.of(new BigDecimal("150")), new BigDecimal("50"), 3),
                "{slows: 2}",
                new Condition.Slowing(2),
                "{below_region: growth, region: county, clear_margin: 0.5}",
                new Condition.BelowRegion(Reading.GROWTH, Region.COUNTY, new BigDecimal("0.5")),
                "{drops: growth, by: 5}",
                new Condition.Drop(Reading.GROWTH, new BigDecimal("5")),
                "{no_data: PT36H}",
                new Condition.Silence(Duration.ofHours(36)));
        assertThat(condition(RULE, when)).isEqualTo(conditions.get(when));
    }

    @Test
    void aTargetCanBeSetForEveryUnitOfItsOwn() throws IOException {
        assertThat(condition(RULE, "{below: value, targets: {default: 10, \"330482001\": 15}}"))
                .isEqualTo(new Condition.Limit(
                        Side.BELOW,
                        Reading.VALUE,
                        new Thresholds(Optional.of(BigDecimal.TEN), Map.of("330482001", new BigDecimal("15"))),
                        BigDecimal.ZERO,
                        1));
    }

    @Test
    void aConditionOfACompetitionIsOfRanks() throws IOException {
        String race = RULE.replace("indicators: [service-revenue]", "competitions: [jiaxing-service]");
        assertThat(condition(race, "{loses_ranks: 10}")).isEqualTo(new Condition.LosesRanks(10));
        assertThat(condition(race, "{leaves_first: 3}")).isEqualTo(new Condition.LeavesFirst(3));
        assertThat(condition(race, "{among_last: 3, clear: 5}")).isEqualTo(new Condition.AmongLast(3, 2));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            id: negative | id: Negative | 2 | an id has small letters
            level: orange | level: purple | 5 | it has to be one of blue, yellow, orange, red
            [service-revenue] | [revenue] | 6 | it has to be an indicator of the catalogue
            indicators: [service-revenue] | competitions: [race] | 6 | it has to be a competition of the catalogue
            [town] | [city] | 7 | it has to be a kind of units
            [330482001, | [330499001, | 8 | it has to be a unit of the catalogue
            every: quarter | every: week | 9 | it has to be one of month, quarter, day
            below: growth | under: growth | 10 | a condition is one of below, above
            threshold: 0 | threshold: none | 10 | it has to be a number
            clear: 0.5 | clear: -0.5 | 10 | an alert cannot clear at what raises it
            periods: 2 | periods: 0 | 10 | it has to be a whole number, at least 1
            periods: 2 | period: 2 | 10 | 'period' is not known here
            PT30M | 30 minutes | 11 | a time is spelled like PT30M
            minimum_coverage: 90 | minimum_coverage: 120 | 12 | a whole number of percent
            {unit}增速 | {township}增速 | 13 | 'township' is no place of a message
            assumed: 示例 | because: 示例 | 15 | a basis names what is 'sourced'
            indicators: [service-revenue] | competitions: [jiaxing-service] | 10 | a competition has scores and ranks
            """)
    void everyMistakeIsNamedByItsLine(String right, String wrong, int line, String reason) {
        assertThatExceptionOfType(InvalidCatalogueException.class)
                .isThrownBy(() -> read(RULE.replace(right, wrong)))
                .satisfies(invalid -> assertThat(invalid.problems()).anySatisfy(problem -> {
                    assertThat(problem.line()).isEqualTo(line);
                    assertThat(problem.reason()).contains(reason);
                }));
    }

    @Test
    void aRuleIsDefinedOnceAndWatchesIndicatorsOrCompetitions() {
        String twice = RULE + RULE.substring(RULE.indexOf("  - id"));
        assertThatExceptionOfType(InvalidCatalogueException.class)
                .isThrownBy(() -> read(twice))
                .withMessageContaining(":16: the rule 'negative' is defined a second time");
        assertThatExceptionOfType(InvalidCatalogueException.class)
                .isThrownBy(() -> read(RULE.replace("indicators: [service-revenue]", "# none")))
                .withMessageContaining(":2: a rule names its 'indicators' or its 'competitions'");
    }

    @Test
    void ofTheShippedRulesThoseCountThatFitACatalogueOfOnesOwn() throws IOException {
        String shipped = new String(
                Catalogue.class
                        .getResourceAsStream("/catalogue/indicators.yaml")
                        .readAllBytes(),
                java.nio.charset.StandardCharsets.UTF_8);
        Files.writeString(folder.resolve("indicators.yaml"), shipped.replace("id: service-value-added", "id: other"));

        List<WrittenRule> rules = Catalogue.in(folder).alertRules();
        assertThat(rules).isNotEmpty().noneSatisfy(written -> assertThat(
                        written.rule().subjects())
                .contains(Subject.indicator("service-value-added")));
    }

    private Condition condition(String rule, String when) throws IOException {
        return read(rule.replaceAll("when: .*", java.util.regex.Matcher.quoteReplacement("when: " + when)))
                .get(0)
                .rule()
                .condition();
    }

    private List<WrittenRule> read(String yaml) throws IOException {
        return reader.file(Files.writeString(folder.resolve("rules.yaml"), yaml));
    }
}

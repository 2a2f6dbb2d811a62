package dev.pennant.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pennant.core.alerts.AlertRule;
import dev.pennant.core.catalogue.AlertRuleReader;
import dev.pennant.core.catalogue.Catalogue;
import java.util.List;
import org.junit.jupiter.api.Test;

class ComparedRowsTest {
    private static final String RULE =
            """
            id: %s
            title: 示例
            title_en: Example
            level: red
            indicators: [service-revenue]
            kinds: [subdistrict]
            when: %s
            hold: %s
            message: "{unit}"
            message_en: "{unit}"
            basis: {assumed: 示例}
            """;

    @Test
    void everyRowIsComparedOfATableThatIsNotNamed() {
        assertThat(ComparedRows.of("indicator_report_log")).isEqualTo(new ComparedRows("true", ""));
    }

    @Test
    void deadLettersAreComparedOfTheTopicsThatKeepEveryMessage() {
        assertThat(ComparedRows.of("dead_letter_log").condition())
                .isEqualTo(
                        "topic IN ('enterprise-reports', 'retail-receipts', 'indicator-reports', 'adjustments', 'air-readings')");
    }

    @Test
    void alertsAreComparedOfRulesThatLookAtFiguresAlone() {
        ComparedRows rows = AlertRows.of(List.of(
                rule("falling", "{below: growth, threshold: 0}", "PT0S"),
                rule("held", "{below: growth, threshold: 0}", "PT1H"),
                rule("silent", "{no_data: PT36H}", "PT0S")));

        assertThat(rows.condition())
                .contains("IN (('falling', 'service-revenue'))")
                .doesNotContain("held")
                .doesNotContain("silent");
        assertThat(rows.leftOut()).endsWith("of rules by the clock: held, silent");
    }

    @Test
    void whereAllRulesLookAtTheClockNoAlertIsCompared() {
        assertThat(AlertRows.of(List.of(rule("silent", "{no_data: PT36H}", "PT0S")))
                        .condition())
                .isEqualTo("false");
    }

    private static AlertRule rule(String id, String when, String hold) {
        return new AlertRuleReader(Catalogue.shipped())
                .rule(RULE.formatted(id, when, hold))
                .rule();
    }
}

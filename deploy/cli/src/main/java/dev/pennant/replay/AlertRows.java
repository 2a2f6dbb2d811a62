package dev.pennant.replay;

import dev.pennant.core.alerts.AlertRule;
import dev.pennant.core.alerts.Cadence;
import dev.pennant.core.alerts.Condition;
import dev.pennant.core.alerts.Subject;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Which alerts follow from the figures and rules that stand, and from nothing else. */
final class AlertRows {
    private static final String SUBJECT = "if(indicator = '', toString(competition), toString(indicator))";

    private static final String CONDITION =
            """
            state != 'withdrawn' AND (toString(rule), %1$s) IN (%2$s) AND (%1$s, toString(unit), toString(period)) IN
            (
                SELECT subject, code, through
                FROM
                (
                    SELECT
                        subject,
                        code,
                        through,
                        row_number() OVER (PARTITION BY subject, code, length(through) ORDER BY through DESC) AS place
                    FROM
                    (
                        SELECT toString(indicator) AS subject, toString(unit) AS code, toString(period) AS through
                        FROM pennant.indicator_latest FINAL
                        UNION ALL
                        SELECT toString(competition), toString(unit), toString(period)
                        FROM pennant.standing_latest FINAL
                    )
                    WHERE subject IN (%3$s)
                )
                WHERE place <= if(length(through) = length('2020-10-07'), %4$d, %5$d)
            )""";

    private AlertRows() {}

    /** Those of the rules in force that do not look at the clock. */
    static ComparedRows of(List<AlertRule> inForce) {
        String others = "withdrawn ones, of rules taken back, of periods not watched any more";
        List<String> clocked = inForce.stream()
                .filter(AlertRows::looksAtTheClock)
                .map(AlertRule::id)
                .toList();
        List<AlertRule> judging = inForce.stream()
                .filter(Predicate.not(AlertRows::looksAtTheClock))
                .toList();
        return new ComparedRows(
                judging.isEmpty() ? "false" : condition(judging),
                clocked.isEmpty() ? others : others + ", of rules by the clock: " + String.join(", ", clocked));
    }

    /** How long a cause has stood, or nothing has come, is another thing in a run of minutes. */
    private static boolean looksAtTheClock(AlertRule rule) {
        return !rule.hold().isZero() || rule.condition() instanceof Condition.Silence;
    }

    /** Ids are those that the reader of rules has checked. */
    private static String condition(List<AlertRule> rules) {
        return CONDITION.formatted(
                SUBJECT,
                rules.stream()
                        .flatMap(rule -> rule.subjects().stream()
                                .map(subject -> "('" + rule.id() + "', '" + subject.id() + "')"))
                        .sorted()
                        .collect(Collectors.joining(", ")),
                rules.stream()
                        .flatMap(rule -> rule.subjects().stream())
                        .map(Subject::id)
                        .distinct()
                        .sorted()
                        .collect(Collectors.joining("', '", "'", "'")),
                Cadence.DAY.kept(),
                Cadence.MONTH.kept());
    }
}

package dev.pennant.audit;

import dev.pennant.core.alerts.AlertRule;
import dev.pennant.core.alerts.Cadence;
import dev.pennant.core.alerts.Condition;
import dev.pennant.core.alerts.Condition.Limit.Side;
import dev.pennant.core.alerts.Reading;
import dev.pennant.core.alerts.Region;
import dev.pennant.core.alerts.Subject;
import dev.pennant.core.alerts.Thresholds;
import dev.pennant.core.catalogue.Catalogue;
import dev.pennant.stack.clickhouse.ClickHouseClient;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Looks for the causes of alerts again, by SQL, in the figures as they stand: of rules that compare an indicator of one period with a limit, a target or the
 * region, and do so at once. A figure beyond the limit has an alert that was not withdrawn, with its value and threshold; one that is clear has none.
 * Between the two, where the period before decides, either is right. Of what is too old to be watched an alert stays as it was judged.
 */
public final class AlertRecomputation {
    private static final String CAUSES =
            """
            SELECT
                coalesce(judged.indicator, alerts.indicator) AS about,
                coalesce(judged.unit, alerts.unit) AS code,
                coalesce(judged.period, alerts.period) AS through,
                multiIf(alerts.unit IS NULL, 'no alert', concat(alerts.state, ' on ', ifNull(toString(alerts.value), '–'), ' of ', ifNull(toString(alerts.threshold), '–'))),
                multiIf(judged.unit IS NULL, 'no figure', concat(ifNull(toString(judged.reading), '–'), ' of ', ifNull(toString(judged.threshold), '–')))
            FROM
            (
                SELECT
                    indicator,
                    unit,
                    period,
                    reading,
                    threshold,
                    ifNull(beyond > 0, false) AS met,
                    ifNull(beyond > -%1$s, false) AS may_stand,
                    row_number() OVER (PARTITION BY indicator, unit ORDER BY period DESC) <= %2$d AS watched
                FROM
                (
                    SELECT
                        toString(figures.indicator) AS indicator,
                        toString(figures.unit) AS unit,
                        toString(figures.period) AS period,
                        figures.%3$s AS reading,
                        %4$s AS threshold,
                        %5$s AS beyond
                    FROM pennant.indicators AS figures
                    LEFT JOIN pennant.units AS units FINAL ON units.code = figures.unit
                    %6$s
                    WHERE figures.indicator IN (%7$s) AND length(figures.period) = %8$d
                        AND (ifNull(units.kind, 'other') IN (%9$s) OR figures.unit IN (%10$s))
                )
            ) AS judged
            FULL OUTER JOIN
            (
                SELECT toString(indicator) AS indicator, unit, toString(period) AS period, toString(state) AS state, value, threshold
                FROM pennant.alerts
                WHERE rule = {rule:String} AND state != 'withdrawn'
            ) AS alerts ON alerts.indicator = judged.indicator AND alerts.unit = judged.unit AND alerts.period = judged.period
            WHERE (judged.unit IS NULL AND alerts.unit IS NOT NULL)
                OR (judged.watched AND judged.met AND %11$s
                    AND (alerts.unit IS NULL OR alerts.value IS DISTINCT FROM judged.reading OR alerts.threshold IS DISTINCT FROM judged.threshold))
                OR (judged.watched AND alerts.unit IS NOT NULL AND NOT (judged.may_stand AND %11$s))
            ORDER BY about, code, through""";

    private static final String COUNT =
            "SELECT count() FROM pennant.alerts WHERE rule = {rule:String} AND state != 'withdrawn'";

    private static final int FIELDS = 5;

    private final List<Difference> differences = new ArrayList<>();
    private int rules;
    private long compared;

    private AlertRecomputation() {}

    /**
     * Looks at every rule in force that is of such a kind.
     *
     * @throws IOException when the database cannot be reached
     */
    public static AlertRecomputation of(ClickHouseClient analyst, Catalogue catalogue) throws IOException {
        AlertRecomputation recomputation = new AlertRecomputation();
        for (AlertRule rule : RulesInForce.read(analyst, catalogue)) {
            recomputation.compare(analyst, rule);
        }
        return recomputation;
    }

    /** How many rules it looked at. */
    public int rules() {
        return rules;
    }

    /** How many alerts of them stand. */
    public long compared() {
        return compared;
    }

    /** Figures whose alert is not what they ask for. */
    public List<Difference> differences() {
        return List.copyOf(differences);
    }

    private void compare(ClickHouseClient analyst, AlertRule rule) throws IOException {
        Optional<String> query = query(rule);
        if (query.isEmpty()) {
            return;
        }
        Map<String, String> parameters = Map.of("param_rule", rule.id(), "join_use_nulls", "1");
        rules++;
        compared += Long.parseLong(analyst.query(COUNT, parameters));
        analyst.query(query.get(), parameters)
                .lines()
                .map(row -> row.split("\t", FIELDS))
                .forEach(row -> differences.add(new Difference(rule.id(), row[0], row[1], row[2], row[3], row[4])));
    }

    /** The query of a rule; nothing for one that also looks at other periods, at ranks, or at the clock. */
    private static Optional<String> query(AlertRule rule) {
        boolean ofIndicators = rule.subjects().stream().allMatch(Subject::isIndicator);
        if (!ofIndicators || !rule.hold().isZero()) {
            return Optional.empty();
        }
        if (rule.condition() instanceof Condition.Limit limit && limit.periods() == 1) {
            String threshold = threshold(limit.thresholds());
            String reading = "figures." + column(limit.reading());
            return Optional.of(query(
                    rule,
                    limit.margin(),
                    threshold,
                    limit.side() == Side.BELOW ? threshold + " - " + reading : reading + " - " + threshold,
                    ""));
        }
        if (rule.condition() instanceof Condition.BelowRegion below) {
            String column = column(below.reading());
            int digits = below.region() == Region.COUNTY ? 6 : 4;
            return Optional.of(query(
                    rule,
                    below.margin(),
                    "regions." + column,
                    "regions." + column + " - figures." + column,
                    "LEFT JOIN pennant.indicators AS regions ON regions.indicator = figures.indicator AND regions.period = figures.period"
                            + " AND regions.unit = substring(figures.unit, 1, " + digits
                            + ") AND length(figures.unit) > "
                            + digits));
        }
        return Optional.empty();
    }

    private static String query(AlertRule rule, BigDecimal margin, String threshold, String beyond, String join) {
        boolean daily = rule.every() == Cadence.DAY;
        return CAUSES.formatted(
                decimal(margin),
                (daily ? Cadence.DAY : Cadence.MONTH).kept(),
                column(rule.condition().reading()),
                threshold,
                beyond,
                join,
                list(rule.subjects().stream().map(Subject::id).toList()),
                daily ? "2020-10-07".length() : "2020-10".length(),
                list(rule.units().kinds()),
                list(rule.units().codes()),
                rule.every() == Cadence.QUARTER ? "toUInt8(substring(judged.period, 6, 2)) % 3 = 0" : "true");
    }

    private static String column(Reading reading) {
        return reading == Reading.GROWTH ? "growth" : "value";
    }

    private static String threshold(Thresholds thresholds) {
        String usual = thresholds.usual().map(AlertRecomputation::decimal).orElse("NULL");
        return thresholds.byUnit().entrySet().stream()
                .map(own -> "figures.unit = '" + own.getKey() + "', " + decimal(own.getValue()) + ", ")
                .collect(Collectors.joining(
                        "", "multiIf(", thresholds.byUnit().isEmpty() ? "true, " + usual + ", NULL)" : usual + ")"));
    }

    private static String decimal(BigDecimal number) {
        return "toDecimal128('" + number.toPlainString() + "', 10)";
    }

    /** Codes and ids, which the reader of rules has checked; never an empty list, which SQL does not know. */
    private static String list(Collection<String> texts) {
        return texts.isEmpty() ? "''" : texts.stream().sorted().collect(Collectors.joining("', '", "'", "'"));
    }

    /**
     * A figure and its alert.
     *
     * @param alert its state, value and threshold, or that there is none
     * @param figure what the figures say
     */
    public record Difference(String rule, String indicator, String unit, String period, String alert, String figure) {}
}

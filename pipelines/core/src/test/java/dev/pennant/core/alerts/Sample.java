package dev.pennant.core.alerts;

import dev.pennant.core.alerts.Condition.Limit.Side;
import dev.pennant.core.indicator.Coverage;
import dev.pennant.core.indicator.Rounding;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Rules and figures to test with. */
final class Sample {
    static final String DANGHU = "330482001";
    static final String ZHONGDAI = "330482002";
    static final String PINGHU = "330482";
    static final Subject REVENUE = Subject.indicator("service-revenue");
    static final Instant START = Instant.parse("2020-11-18T02:00:00Z");
    static final Condition NEGATIVE =
            new Condition.Limit(Side.BELOW, Reading.GROWTH, Thresholds.of(BigDecimal.ZERO), BigDecimal.ZERO, 1);

    private static final Map<String, String> KINDS =
            Map.of(DANGHU, "subdistrict", ZHONGDAI, "subdistrict", PINGHU, "county");
    private static final Rounding ONE_DECIMAL = new Rounding(1, RoundingMode.HALF_UP);
    private static final AlertWords WORDS = new AlertWords(
            Map.of(DANGHU, "当湖街道"),
            Map.of(REVENUE, new SubjectWords("规限上服务业营收", "Revenue", "亿元", ONE_DECIMAL, ONE_DECIMAL)));

    private Sample() {}

    static AlertRule rule(String id, Condition condition) {
        return rule(id, condition, Duration.ZERO, "r1");
    }

    static AlertRule rule(String id, Condition condition, Duration hold, String revision) {
        return new AlertRule(
                id,
                id,
                id,
                AlertLevel.ORANGE,
                Set.of(REVENUE),
                new RuleUnits(Set.of("subdistrict"), Set.of()),
                Cadence.MONTH,
                condition,
                hold,
                100,
                new MessageTemplate("{unit}{subject}{period}{value}，对比{threshold}"),
                new MessageTemplate("{unit} {value} {threshold}"),
                "",
                revision);
    }

    /** The growth of a unit through a month, complete, computed so many minutes after the start. */
    static Figure growth(String unit, String period, String growth, int version) {
        return growth(unit, period, growth, true, version);
    }

    static Figure growth(String unit, String period, String growth, boolean complete, int version) {
        return new Figure(
                unit,
                "",
                period,
                period,
                Optional.of(BigDecimal.TEN),
                Optional.ofNullable(growth).map(BigDecimal::new),
                false,
                Optional.empty(),
                new Coverage(complete ? 5 : 4, 5),
                false,
                version,
                START.plus(Duration.ofMinutes(version)));
    }

    /** A place in a competition. */
    static Figure place(String unit, String period, int rank, Integer previous, int ranked) {
        return new Figure(
                unit,
                "",
                period,
                period,
                Optional.of(BigDecimal.TEN),
                Optional.empty(),
                false,
                Optional.of(new Placing(rank, Optional.ofNullable(previous), ranked)),
                new Coverage(ranked, ranked),
                false,
                1,
                START);
    }

    /** The units of one subject in memory, and every alert that was ever told of them. */
    static final class Board implements AlertShelf {
        final Map<String, UnitAlerts> units = new LinkedHashMap<>();
        final Map<String, AlertRule> rules = new HashMap<>();
        final Map<String, Alert> shown = new HashMap<>();
        final List<Alert> told = new ArrayList<>();
        Instant now = START.plus(Duration.ofDays(1));

        Board(AlertRule... rules) {
            for (AlertRule rule : rules) {
                this.rules.put(rule.id(), rule);
            }
        }

        Board take(Figure... figures) {
            for (Figure figure : figures) {
                hear(alerts().take(figure));
            }
            return this;
        }

        void hear(Collection<Alert> changed) {
            told.addAll(changed);
            changed.forEach(alert -> shown.put(alert.id(), alert));
        }

        SubjectAlerts alerts() {
            return new SubjectAlerts(REVENUE, this, KINDS, WORDS, 7, now);
        }

        /** State and reason of the alert of a rule, unit and period, or nothing. */
        String state(String rule, String unit, String period) {
            Alert alert = shown.get(String.join("|", rule, REVENUE.id(), unit, period));
            return alert == null
                    ? "none"
                    : alert.state().id() + " " + alert.reason().id();
        }

        @Override
        public Optional<UnitAlerts> unit(String code) {
            return Optional.ofNullable(units.get(code));
        }

        @Override
        public void put(String code, UnitAlerts changed) {
            units.put(code, changed);
        }

        @Override
        public Iterable<String> codes() {
            return List.copyOf(units.keySet());
        }

        @Override
        public List<AlertRule> rules() {
            return List.copyOf(rules.values());
        }
    }
}

package dev.pennant.core.alerts;

import static dev.pennant.core.alerts.Sample.DANGHU;
import static dev.pennant.core.alerts.Sample.PINGHU;
import static dev.pennant.core.alerts.Sample.ZHONGDAI;
import static dev.pennant.core.alerts.Sample.growth;
import static dev.pennant.core.alerts.Sample.rule;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pennant.core.alerts.Condition.Limit.Side;
import dev.pennant.core.alerts.Sample.Board;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever comes in whatever order, twice or revised, the alerts that stand are those that a look at the finished table gives. */
final class AlertsInAnyOrderTest {
    private static final List<String> PERIODS =
            List.of("2019-12", "2020-02", "2020-03", "2020-04", "2020-05", "2020-06");
    private static final BigDecimal MARGIN = BigDecimal.ONE;
    private static final List<AlertRule> RULES = List.of(
            rule(
                    "negative",
                    new Condition.Limit(Side.BELOW, Reading.GROWTH, Thresholds.of(BigDecimal.ZERO), MARGIN, 1)),
            rule(
                    "twice",
                    new Condition.Limit(
                            Side.BELOW, Reading.GROWTH, Thresholds.of(BigDecimal.ZERO), BigDecimal.ZERO, 2)),
            rule("slows", new Condition.Slowing(2)),
            rule("drops", new Condition.Drop(Reading.GROWTH, BigDecimal.ONE)),
            rule("below-county", new Condition.BelowRegion(Reading.GROWTH, Region.COUNTY, MARGIN)));

    /** A figure: growth from -3 to 3, and 4 for one that means nothing. */
    private record Message(String unit, int period, int growth, boolean complete) {}

    @Property(tries = 1000)
    void theAlertsThatStandAreThoseOfTheFinishedTable(
            @ForAll("messages") List<Message> messages, @ForAll("seeds") long seed) {
        List<Figure> figures = new ArrayList<>();
        Map<String, Figure> finished = new HashMap<>();
        for (int i = 0; i < messages.size(); i++) {
            Message message = messages.get(i);
            Figure figure = growth(
                    message.unit(),
                    PERIODS.get(message.period()),
                    message.growth() == 4 ? null : Integer.toString(message.growth()),
                    message.complete(),
                    i);
            figures.add(figure);
            finished.put(message.unit() + message.period(), figure);
        }
        figures.addAll(figures.subList(0, figures.size() / 2));
        Collections.shuffle(figures, new Random(seed));
        Board board = new Board(RULES.toArray(AlertRule[]::new));
        figures.forEach(board::take);

        Map<String, String> standing = new TreeMap<>();
        board.shown.forEach((id, alert) -> {
            if (alert.state() != AlertState.WITHDRAWN) {
                standing.put(
                        alert.rule() + " " + alert.unit() + " " + alert.period(),
                        alert.reason().id());
            }
        });
        assertThat(standing).isEqualTo(new Oracle(finished).standing());
        assertThat(board.told).noneSatisfy(alert -> assertThat(alert.unit()).isEqualTo(PINGHU));
        assertThat(board.told.stream().filter(alert -> alert.unit().equals(DANGHU)))
                .extracting(alert -> alert.version().packed())
                .isSorted()
                .doesNotHaveDuplicates();
    }

    @Property(tries = 300)
    void aRuleThatComesLateFindsWhatItWouldHaveFound(@ForAll("messages") List<Message> messages) {
        Board early = new Board(RULES.toArray(AlertRule[]::new));
        Board late = new Board();
        for (int i = 0; i < messages.size(); i++) {
            Message message = messages.get(i);
            Figure figure = growth(
                    message.unit(),
                    PERIODS.get(message.period()),
                    Integer.toString(message.growth()),
                    message.complete(),
                    i);
            early.take(figure);
            late.take(figure);
        }
        for (AlertRule rule : RULES) {
            late.rules.put(rule.id(), rule);
            late.hear(late.alerts().apply(rule));
        }
        early.shown.values().removeIf(alert -> alert.state() == AlertState.WITHDRAWN);
        assertThat(late.shown.keySet()).isEqualTo(early.shown.keySet());
        late.shown.forEach((id, alert) ->
                assertThat(alert.state()).isEqualTo(early.shown.get(id).state()));
    }

    /** The finished table, walked period by period. */
    private record Oracle(Map<String, Figure> finished) {
        Map<String, String> standing() {
            Map<String, String> standing = new TreeMap<>();
            for (String unit : List.of(DANGHU, ZHONGDAI)) {
                for (AlertRule rule : RULES) {
                    walk(rule.id(), unit, standing);
                }
            }
            return standing;
        }

        private void walk(String rule, String unit, Map<String, String> standing) {
            String open = "";
            boolean alarmed = false;
            for (int period = 0; period < PERIODS.size(); period++) {
                Figure figure = finished.get(unit + period);
                if (figure == null || !isJudged(rule, unit, period)) {
                    alarmed = false;
                    continue;
                }
                boolean bad = isBad(rule, unit, period) || (alarmed && isBetween(rule, unit, period));
                boolean complete = figure.coverage().reported() == 5;
                alarmed = bad && complete;
                String key = rule + " " + unit + " " + PERIODS.get(period);
                if (complete && !open.isEmpty()) {
                    standing.put(open, bad ? "continued" : "cleared");
                    open = "";
                }
                if (bad) {
                    standing.put(key, complete ? "cause-stands" : "held-back");
                    open = complete ? key : open;
                }
            }
        }

        private boolean isJudged(String rule, String unit, int period) {
            Integer now = growthOf(unit, period);
            return now != null
                    && switch (rule) {
                        case "negative", "twice" -> true;
                        case "below-county" -> growthOf(PINGHU, period) != null;
                        default -> growthOf(unit, period - 1) != null;
                    };
        }

        private boolean isBad(String rule, String unit, int period) {
            int now = growthOf(unit, period);
            Integer before = growthOf(unit, period - 1);
            Integer earlier = growthOf(unit, period - 2);
            return switch (rule) {
                case "negative" -> now < 0;
                case "twice" -> now < 0 && before != null && before < 0;
                case "slows" -> before != null && earlier != null && now < before && before < earlier;
                case "drops" -> before != null && now < before - 1;
                default -> now < growthOf(PINGHU, period);
            };
        }

        private boolean isBetween(String rule, String unit, int period) {
            int now = growthOf(unit, period);
            return switch (rule) {
                case "negative" -> now == 0;
                case "below-county" -> now == growthOf(PINGHU, period);
                default -> false;
            };
        }

        private Integer growthOf(String unit, int period) {
            Figure figure = finished.get(unit + period);
            return figure == null
                    ? null
                    : figure.growth().map(BigDecimal::intValue).orElse(null);
        }
    }

    @Provide
    static Arbitrary<Long> seeds() {
        return Arbitraries.longs();
    }

    @Provide
    static Arbitrary<List<Message>> messages() {
        return Combinators.combine(
                        Arbitraries.of(DANGHU, ZHONGDAI, PINGHU),
                        Arbitraries.integers().between(0, PERIODS.size() - 1),
                        Arbitraries.integers().between(-3, 4),
                        Arbitraries.frequencyOf(
                                net.jqwik.api.Tuple.of(4, Arbitraries.just(true)),
                                net.jqwik.api.Tuple.of(1, Arbitraries.just(false))))
                .as(Message::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(50);
    }
}

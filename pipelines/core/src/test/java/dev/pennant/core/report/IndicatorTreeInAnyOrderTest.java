package dev.pennant.core.report;

import static dev.pennant.core.report.Reports.DANGHU;
import static dev.pennant.core.report.Reports.NOW;
import static dev.pennant.core.report.Reports.UPPER;
import static dev.pennant.core.report.Reports.ZHONGDAI;
import static dev.pennant.core.report.Reports.exact;
import static dev.pennant.core.report.Reports.indicator;
import static dev.pennant.core.report.Reports.report;
import static dev.pennant.core.report.Reports.unit;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pennant.core.indicator.IndicatorValue;
import dev.pennant.core.report.ReportedIndicator.RollUp;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever comes in whatever order, what is shown is what a walk down the finished tree gives. */
final class IndicatorTreeInAnyOrderTest {
    private static final List<UnitRegistration> UNITS = List.of(
            unit(DANGHU + "005", LowerKind.VILLAGE, DANGHU),
            unit(DANGHU + "006", LowerKind.RESIDENTIAL_QUARTER, DANGHU),
            unit(DANGHU + "005-1", LowerKind.HOUSEHOLD, DANGHU + "005"),
            unit(DANGHU + "005-2", LowerKind.HOUSEHOLD, DANGHU + "005"),
            unit(DANGHU + "005-2", LowerKind.HOUSEHOLD, DANGHU),
            unit(DANGHU + "006-1", LowerKind.BUILDING, DANGHU + "006"),
            unit(ZHONGDAI + "-1", LowerKind.BUILDING, ZHONGDAI));
    private static final ReportedIndicator INDICATOR = indicator(
            RollUp.SUM, GrowthKind.PERCENT, "subdistrict", "county", "residential-quarter", "building", "household");

    /** A message: a registration, the withdrawal of the unit, or a report of it. */
    private record Message(UnitRegistration unit, int kind, int figure) {}

    @Property(tries = 500)
    void theShownFiguresAreThoseOfTheFinishedTree(@ForAll("messages") List<Message> messages) {
        Reports.Shelf shelf = new Reports.Shelf();
        Map<String, IndicatorValue> shown = new HashMap<>();
        Map<String, UnitRegistration> registered = new TreeMap<>();
        Map<String, BigDecimal> reported = new TreeMap<>();
        int revision = 0;
        for (Message message : messages) {
            IndicatorTree tree = new IndicatorTree(INDICATOR, UPPER, shelf);
            String code = message.unit().code();
            switch (message.kind()) {
                case 0 -> {
                    tree.withdraw(code);
                    registered.remove(code);
                }
                case 1, 2 -> {
                    tree.register(message.unit());
                    registered.put(code, message.unit());
                }
                default -> {
                    String of = List.of(code, code, DANGHU, "330482").get(message.kind() - 3);
                    tree.file(report(of, Integer.toString(message.figure()), revision++));
                    reported.put(of, exact(Integer.toString(message.figure())));
                }
            }
            tree.changedValues(7, NOW).forEach(value -> shown.put(value.unit(), value));
        }
        Set<String> codes = new HashSet<>(shown.keySet());
        codes.addAll(registered.keySet());
        codes.addAll(List.of(DANGHU, ZHONGDAI, "330482", "3304"));
        for (String code : codes) {
            BigDecimal expected = oracle(code, registered, reported);
            IndicatorValue value = shown.get(code);
            if (expected == null) {
                assertThat(value == null || value.coverage().reported() == 0)
                        .as(code)
                        .isTrue();
            } else {
                assertThat(value.value()).as(code).isEqualByComparingTo(expected);
                assertThat(value.coverage().reported())
                        .as(code)
                        .isBetween(1, value.coverage().expected());
            }
        }
    }

    /** The figure of a unit: its own, or the sum of its parts'; null where there is none. */
    private static BigDecimal oracle(
            String code, Map<String, UnitRegistration> registered, Map<String, BigDecimal> reported) {
        String kind = UPPER.place(code)
                .or(() -> Optional.ofNullable(registered.get(code)).map(UnitRegistration::place))
                .map(Place::kind)
                .orElse("");
        if (kind.isEmpty()) {
            return null;
        }
        if (INDICATOR.isFor(kind) && reported.containsKey(code)) {
            return reported.get(code);
        }
        BigDecimal sum = null;
        Set<String> parts = new HashSet<>(Set.of(DANGHU, ZHONGDAI, "330482"));
        parts.removeIf(
                part -> !UPPER.place(part).flatMap(Place::parent).orElse("").equals(code));
        registered.values().stream()
                .filter(unit -> unit.parent().equals(code))
                .map(UnitRegistration::code)
                .forEach(parts::add);
        for (String part : parts) {
            BigDecimal figure = oracle(part, registered, reported);
            if (figure != null) {
                sum = sum == null ? figure : sum.add(figure);
            }
        }
        return sum;
    }

    @Provide
    static Arbitrary<List<Message>> messages() {
        return Combinators.combine(
                        Arbitraries.of(UNITS),
                        Arbitraries.integers().between(0, 6),
                        Arbitraries.integers().between(1, 50))
                .as(Message::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(40);
    }
}

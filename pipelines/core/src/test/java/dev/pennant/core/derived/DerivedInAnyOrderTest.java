package dev.pennant.core.derived;

import static dev.pennant.core.derived.Inputs.DERIVATIONS;
import static dev.pennant.core.derived.Inputs.NOW;
import static dev.pennant.core.derived.Inputs.input;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pennant.core.indicator.Coverage;
import dev.pennant.core.indicator.IndicatorValue;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever comes in whatever order and however often, what is shown is what the last version of every input gives. */
final class DerivedInAnyOrderTest {
    private record Message(String indicator, int value, int base, int version, boolean reported) {}

    @Property(tries = 500)
    void theShownFiguresAreThoseOfTheLastInputs(@ForAll("messages") List<Message> messages) {
        UnitPeriod unit = new UnitPeriod();
        Map<String, IndicatorValue> shown = new HashMap<>();
        Map<String, Message> last = new HashMap<>();
        for (Message message : messages) {
            unit.take(value(message), DERIVATIONS, 3, NOW).forEach(value -> {
                IndicatorValue before = shown.put(value.indicator(), value);
                assertThat(before == null
                                || before.version().packed() < value.version().packed())
                        .isTrue();
            });
            last.merge(message.indicator(), message, (one, other) -> other.version() > one.version() ? other : one);
        }
        Message done = last.get("done");
        Message whole = last.get("whole");
        boolean both = done != null && whole != null && done.reported() && whole.reported();
        if (both && whole.value() > 0) {
            BigDecimal share = BigDecimal.valueOf(100L * done.value())
                    .divide(BigDecimal.valueOf(whole.value()), MathContext.DECIMAL128);
            assertThat(shown.get("share").value().subtract(share).abs()).isLessThan(new BigDecimal("0.0000000001"));
        } else {
            assertThat(shown.get("share") == null
                            || shown.get("share").coverage().reported() == 0)
                    .isTrue();
        }
        long improved = last.values().stream()
                .filter(Message::reported)
                .filter(message -> message.indicator().equals("fires")
                        ? message.value() < message.base()
                        : message.value() > message.base())
                .count();
        assertThat(shown.get("improved").value()).isEqualByComparingTo(BigDecimal.valueOf(improved));
    }

    private static IndicatorValue value(Message message) {
        return input(
                message.indicator(),
                Integer.toString(message.value()),
                Integer.toString(message.base()),
                new Coverage(message.reported() ? 1 : 0, 1),
                message.version());
    }

    @Provide
    static Arbitrary<List<Message>> messages() {
        return Combinators.combine(
                        Arbitraries.of("done", "whole", "fires"),
                        Arbitraries.integers().between(0, 20),
                        Arbitraries.integers().between(0, 20),
                        Arbitraries.integers().between(1, 1000),
                        Arbitraries.of(true, true, true, false))
                .as(Message::new)
                .list()
                .uniqueElements(message -> message.indicator() + message.version())
                .ofMinSize(1)
                .ofMaxSize(20);
    }
}

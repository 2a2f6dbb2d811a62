package dev.pennant.core.derived;

import static dev.pennant.core.derived.Inputs.DERIVATIONS;
import static dev.pennant.core.derived.Inputs.NOW;
import static dev.pennant.core.derived.Inputs.WHOLE;
import static dev.pennant.core.derived.Inputs.exact;
import static dev.pennant.core.derived.Inputs.input;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pennant.core.indicator.Coverage;
import dev.pennant.core.indicator.Growth;
import dev.pennant.core.indicator.IndicatorValue;
import dev.pennant.core.indicator.Measure;
import dev.pennant.core.indicator.Version;
import dev.pennant.core.period.Period;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

final class UnitPeriodTest {
    private final UnitPeriod unit = new UnitPeriod();
    private final Map<String, IndicatorValue> shown = new TreeMap<>();

    @Test
    void aShareIsInHundredthsAndItsGrowthInPoints() {
        take(input("done", "137", "120"));
        take(input("whole", "190", "200"));

        assertThat(shown.get("share").value()).isEqualTo(exact("72.1052631579"));
        assertThat(shown.get("share").base()).isEqualTo(exact("60"));
        assertThat(shown.get("share").growth())
                .isEqualTo(new Growth.Points(exact("12.1").setScale(1)));
        assertThat(shown.get("share").coverage()).isEqualTo(WHOLE);
        assertThat(shown.get("rate").value()).isEqualTo(exact("0.7210526316"));
    }

    @Test
    void whatIsMadeOfADerivedOneChangesWithIt() {
        take(input("done", "137", null));
        take(input("whole", "190", null));

        assertThat(shown.get("b-rest").value()).isEqualTo(exact("53"));
        assertThat(shown.get("b-rest").growth()).isEqualTo(Growth.NOT_MEANINGFUL);
        assertThat(shown.get("a-rest-share").value()).isEqualTo(exact("27.8947368421"));
    }

    @Test
    void ofWhatIsMissingOrZeroNothingIsAShare() {
        take(input("done", "5", "4"));
        assertThat(shown.get("share").coverage().reported()).isZero();

        take(input("whole", "0", "4", WHOLE, 1));
        assertThat(shown.get("share").coverage().reported()).isZero();
        assertThat(shown.get("b-rest").value()).isEqualTo(exact("-5"));

        take(input("whole", "10", "0", WHOLE, 2));
        assertThat(shown.get("share").value()).isEqualTo(exact("50"));
        assertThat(shown.get("share").base()).isNull();
    }

    @Test
    void countsThoseThatMovedTheRightWayOfThoseThatCanBeCompared() {
        take(input("done", "5", "4"));
        take(input("whole", "9", "9"));
        assertThat(shown.get("improved").value()).isEqualTo(exact("1"));
        assertThat(shown.get("improved").coverage()).isEqualTo(new Coverage(2, 3));

        take(input("fires", "3", "4"));
        assertThat(shown.get("improved").value()).isEqualTo(exact("2"));
        assertThat(shown.get("improved").coverage().status()).isEqualTo(Coverage.Status.COMPLETE);

        take(input("fires", "5", "4", WHOLE, 2));
        assertThat(shown.get("improved").value()).isEqualTo(exact("1"));

        take(input("done", "5", null, WHOLE, 2));
        assertThat(shown.get("improved").coverage()).isEqualTo(new Coverage(2, 3));
    }

    @Test
    void aStatedGrowthSaysWhichWayAFigureWithoutABaseMoved() {
        IndicatorValue stated = new IndicatorValue(
                "done",
                "330482001",
                Period.parse("2020-11"),
                new Measure("个"),
                exact("100.4"),
                null,
                new Growth.Percent(exact("6.9")),
                WHOLE,
                true,
                new Version(1, 1),
                NOW);
        take(stated);
        assertThat(shown.get("improved").value()).isEqualTo(exact("1"));
        assertThat(shown.get("improved").synthetic()).isTrue();
    }

    @Test
    void isCoveredAsItsLessCoveredInputAndCompleteOnlyWithBoth() {
        take(input("done", "5", null, new Coverage(3, 9), 1));
        take(input("whole", "10", null, new Coverage(9, 9), 1));
        assertThat(shown.get("share").coverage()).isEqualTo(new Coverage(3, 9));

        take(input("done", "5", null, new Coverage(9, 9), 2));
        take(input("whole", "10", null, new Coverage(9, 9, false), 2));
        assertThat(shown.get("share").coverage().status()).isEqualTo(Coverage.Status.PROVISIONAL);

        take(input("done", "0", null, new Coverage(0, 9), 3));
        assertThat(shown.get("share").coverage().reported()).isZero();
    }

    @Test
    void anOlderValueOrTheSameOneAgainChangesNothing() {
        take(input("done", "5", null, WHOLE, 7));
        assertThat(unit.take(input("done", "6", null, WHOLE, 7), DERIVATIONS, 5, NOW))
                .isEmpty();
        assertThat(unit.take(input("done", "6", null, WHOLE, 6), DERIVATIONS, 5, NOW))
                .isEmpty();
        Version before = unit.version();
        take(input("done", "6", null, WHOLE, 8));
        assertThat(unit.version().packed()).isGreaterThan(before.packed());
    }

    private void take(IndicatorValue input) {
        unit.take(input, DERIVATIONS, 5, NOW).forEach(value -> shown.put(value.indicator(), value));
    }
}

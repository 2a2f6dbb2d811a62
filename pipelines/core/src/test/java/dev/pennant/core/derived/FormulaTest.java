package dev.pennant.core.derived;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pennant.core.report.GrowthKind;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class FormulaTest {
    @ParameterizedTest
    @ValueSource(strings = {"share(a, b-2)", "difference(a, b)", "improved(a, b, c)", "improved(a)"})
    void isWrittenAsItWasRead(String text) {
        assertThat(Formula.parse(text)).hasToString(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    share(a)       | made of two indicators, not of 1
                    share(a, b, c) | made of two indicators, not of 3
                    share(a, a)    | stands in it twice
                    ratio(a, b)    | there are share, difference, improved
                    share(a,b)     | is no formula
                    a / b          | is no formula
                    """)
    void whatIsNoFormulaIsToldWhy(String text, String why) {
        assertThatThrownBy(() -> Formula.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(why);
    }

    @Test
    void eachComesAfterThoseItIsMadeOf() {
        assertThat(Inputs.DERIVATIONS.inOrder())
                .extracting(DerivedIndicator::id)
                .containsExactly("b-rest", "a-rest-share", "improved", "rate", "share");
        assertThat(Inputs.DERIVATIONS.need("done")).isTrue();
        assertThat(Inputs.DERIVATIONS.need("share")).isFalse();
        assertThat(Inputs.DERIVATIONS.make("share")).isTrue();
    }

    @Test
    void oneThatIsMadeOfItselfIsRefusedByTheWholeWay() {
        Map<String, Formula> formulas = Map.of(
                "a",
                Formula.parse("share(b, x)"),
                "b",
                Formula.parse("share(c, x)"),
                "c",
                Formula.parse("share(x, a)"));
        assertThat(Derivations.circle("a", formulas)).containsExactly("a", "b", "c", "a");
        assertThat(Derivations.circle("x", formulas)).isEmpty();
        assertThatThrownBy(() ->
                        new Derivations(List.of(Inputs.derived("a", "%", "share(a, b)", GrowthKind.POINTS)), List.of()))
                .hasMessage("a is made of itself: a of a");
    }
}

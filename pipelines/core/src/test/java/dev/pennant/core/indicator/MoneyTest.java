package dev.pennant.core.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.pennant.core.Quotation;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class MoneyTest {
    private static final Money MOST = new Money(Long.MAX_VALUE);
    private static final Money LEAST = new Money(Long.MIN_VALUE);

    @ParameterizedTest
    @CsvSource({
        "1234.56, 123456",
        "1234.5, 123450",
        "1234, 123400",
        "0, 0",
        "-0.01, -1",
        "+7, 700",
        "007, 700",
        "92233720368547758.07, 9223372036854775807",
        "-92233720368547758.08, -9223372036854775808",
    })
    void plainYuanAreReadToTheFen(String yuan, long fen) {
        assertThat(Money.ofYuan(yuan)).isEqualTo(new Money(fen));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "1 ",
                " 1",
                "1\n",
                "1,234.56",
                "1_000",
                "1e3",
                "1E3",
                "0x10",
                "1.234",
                "1.",
                ".5",
                "-",
                "--1",
                "1-",
                "１２",
                "١٢",
                "12元",
                "¥12",
                "NaN",
                "Infinity",
                "null",
                "92233720368547758.08",
                "99999999999999999",
                "123456789012345678"
            })
    void anythingElseIsRefused(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Money.ofYuan(text))
                .withMessageContaining(Quotation.of(text));
    }

    @Property
    void yuanAreReadAsTheyAreWritten(@ForAll long fen) {
        assertThat(Money.ofYuan(new Money(fen).inYuan().toPlainString())).isEqualTo(new Money(fen));
    }

    @Test
    void anAmountFinerThanAFenIsSaidToBe() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Money.ofYuan("-1.999"))
                .withMessage("'-1.999' has more than two decimals; an amount in yuan like 1234.56 has at most two");
    }

    @Test
    void whatFenCannotCountIsAnErrorAndNeverWrapsAround() {
        Money fen = new Money(1);
        assertThatExceptionOfType(ArithmeticException.class).isThrownBy(() -> MOST.plus(fen));
        assertThatExceptionOfType(ArithmeticException.class).isThrownBy(() -> LEAST.minus(fen));
        assertThatExceptionOfType(ArithmeticException.class).isThrownBy(LEAST::negated);
        assertThat(MOST.negated().minus(fen)).isEqualTo(LEAST);
    }

    @Test
    void amountsAreComparedAndPrintedInYuan() {
        assertThat(new Money(-1)).isLessThan(Money.ZERO).hasToString("-0.01 元");
        assertThat(new Money(-1).isNegative()).isTrue();
        assertThat(Money.ZERO.isNegative()).isFalse();
        assertThat(MOST).hasToString("92233720368547758.07 元");
    }
}

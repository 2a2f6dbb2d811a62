package dev.pennant.core;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class QuotationTest {
    @Test
    void aShortTextIsQuotedWhole() {
        assertThat(Quotation.of("")).isEqualTo("''");
        assertThat(Quotation.of("当湖街道")).isEqualTo("'当湖街道'");
        assertThat(Quotation.of("a".repeat(64))).isEqualTo("'" + "a".repeat(64) + "'");
    }

    @Test
    void aLongTextIsCutBetweenTwoCharactersAndNeverWithinOne() {
        assertThat(Quotation.of("𠮷".repeat(65))).isEqualTo("'" + "𠮷".repeat(64) + "…'");
    }

    @Test
    void aLineBreakDoesNotBreakTheMessage() {
        assertThat(Quotation.of("a\nb\u0000c")).isEqualTo("'a b c'");
    }
}

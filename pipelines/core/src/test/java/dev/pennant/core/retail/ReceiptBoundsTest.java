package dev.pennant.core.retail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pennant.core.indicator.Money;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ReceiptBoundsTest {
    private final ReceiptBounds bounds =
            new ReceiptBounds(new ReceiptLimits(LocalDate.of(2015, 1, 1), new Money(1_000), Duration.ofHours(24)));

    @ParameterizedTest
    @CsvSource({
        "0, false",
        "1, true",
        "-1, true",
        "1000, true",
        "-1000, true",
        "1001, false",
        "-1001, false",
        "9223372036854775807, false",
        "-9223372036854775808, false"
    })
    void anAmountIsSomethingAndAtMostTheLargestEitherWay(long amount, boolean plausible) {
        assertThat(bounds.isPlausible(amount)).isEqualTo(plausible);
    }

    @ParameterizedTest
    @CsvSource({"2014-12-31T15:59:59.999Z, true", "2014-12-31T16:00:00Z, false"})
    void theFirstDayBeginsAtItsMidnightInChina(Instant soldAt, boolean tooLongAgo) {
        assertThat(bounds.isTooLongAgo(soldAt.toEpochMilli())).isEqualTo(tooLongAgo);
    }

    @ParameterizedTest
    @CsvSource({
        "86400000, 0, false",
        "86400001, 0, true",
        "9223372036854775807, 0, true",
        "0, 9223372036854775807, false"
    })
    void aTillsClockMayBeAheadByTheTolerance(long soldAt, long receivedAt, boolean inTheFuture) {
        assertThat(bounds.isInTheFuture(soldAt, receivedAt)).isEqualTo(inTheFuture);
    }
}

package dev.pennant.core.retail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pennant.core.catalogue.Catalogue;
import dev.pennant.core.filing.Rejection;
import dev.pennant.core.filing.Verdict;
import dev.pennant.core.indicator.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetailRulesTest {
    private static final Instant RECEIVED = Instant.parse("2020-10-07T04:00:00Z");
    private static final Instant SOLD = Instant.parse("2020-10-07T03:59:00Z");

    private final RetailRules rules = Catalogue.shipped().retailRules();

    @Test
    void aPlainReceiptIsTakenAsItStands() {
        assertThat(rules.judge(receipt("S1", SOLD, "catering", 12_34, "store"), RECEIVED))
                .isEqualTo(new Verdict.Accepted<>(
                        new Receipt("S1", -1, SOLD, rules.categories().placeOf("catering"), new Money(12_34), true)));
    }

    @Test
    void anUnknownCategoryIsCountedUnderOther() {
        assertThat(accepted(receipt("S1", SOLD, "spaceships", 12_34, "online")).category())
                .isEqualTo(rules.categories().other())
                .isEqualTo(
                        accepted(receipt("S1", SOLD, "other", 12_34, "online")).category());
        assertThat(accepted(receipt("S1", SOLD, "", 12_34, "online")).category())
                .isEqualTo(rules.categories().other());
    }

    @ParameterizedTest
    @CsvSource({"0, zero-amount", "1000000001, absurd-amount", "-1000000001, absurd-amount"})
    void anAmountOfNothingOrBeyondTheBoundIsRefused(long fen, String reason) {
        assertThat(reasons(receipt("S1", SOLD, "catering", fen, "store"))).containsExactly(reason);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, -1, 1_000_000_000, -1_000_000_000})
    void anAmountOfARefundOrAtTheBoundIsTaken(long fen) {
        assertThat(accepted(receipt("S1", SOLD, "catering", fen, "store")).amount())
                .isEqualTo(new Money(fen));
    }

    @ParameterizedTest
    @CsvSource({
        "2020-10-08T04:00:00.001Z, sold-in-the-future",
        "2014-12-31T15:59:59.999Z, sold-too-long-ago",
        "-1000000000-01-01T00:00:00Z, sold-too-long-ago",
        "+1000000000-12-31T23:59:59Z, sold-in-the-future",
    })
    void aTimeBeyondToleranceOrBeforeTheFirstDayIsRefused(Instant soldAt, String reason) {
        assertThat(reasons(receipt("S1", soldAt, "catering", 1, "store"))).containsExactly(reason);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2020-10-08T06:23:05.678Z | 2020-10-08T14:23:05 is after the receipt was received, at 2020-10-07T12:00:00,"
                        + " by more than the 24 hours that a till's clock may be ahead",
                "1999-12-31T06:23:00Z | 1999-12-31T14:23:00 is before 2015-01-01, the first day that is counted",
                "+1000000000-12-31T23:59:59Z | +1000000000-12-31T23:59:59Z is after the receipt was received, at"
                        + " 2020-10-07T12:00:00, by more than the 24 hours that a till's clock may be ahead",
            })
    void aTimeOutOfBoundsIsSaidAsTheTillWroteIt(Instant soldAt, String detail) {
        Verdict<Receipt> verdict = rules.judge(receipt("S1", soldAt, "catering", 1, "store"), RECEIVED);

        assertThat(((Verdict.Rejected<Receipt>) verdict).rejections())
                .extracting(Rejection::detail)
                .containsExactly(detail);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2020-10-08T04:00:00Z", "2014-12-31T16:00:00Z"})
    void aTimeAtTheEdgesIsTaken(Instant soldAt) {
        assertThat(accepted(receipt("S1", soldAt, "catering", 1, "store")).soldAt())
                .isEqualTo(soldAt);
    }

    @Test
    void allThatIsWrongIsSaidAtOnce() {
        assertThat(reasons(receipt(" S1", RECEIVED.plusSeconds(100_000), "c".repeat(257), 0, "fax")))
                .containsExactly("bad-id", "sold-in-the-future", "bad-text", "zero-amount", "unknown-channel");
    }

    @Test
    void aStoreIsTakenFromItsDayOn() {
        assertThat(rules.judge(new StoreForm("S1", "示例便利店", "330482001", "2020-02-29", true)))
                .isEqualTo(new Verdict.Accepted<>(
                        new StoreRegistration("S1", "示例便利店", "330482001", LocalDate.of(2020, 2, 29), true)));
    }

    @ParameterizedTest
    @CsvSource({
        "'', 330482001, 2020-01-01, bad-id",
        "S1, 330482, 2020-01-01, unknown-unit",
        "S1, 330482001, 2020-01, bad-day",
        "S1, 330482001, 2021-02-29, bad-day",
        "S1, 330482001, 0999-01-01, bad-day",
        "S1, 330482001, 2300-01-01, bad-day",
        "S1, 330482001, 9999-12-31, bad-day",
        "S1, 330482001, +12020-01-01, bad-day",
    })
    void aStoreThatCannotBePlacedIsRefused(String id, String unit, String validFrom, String reason) {
        Verdict<StoreRegistration> verdict = rules.judge(new StoreForm(id, "示例便利店", unit, validFrom, true));
        assertThat(((Verdict.Rejected<StoreRegistration>) verdict).rejections())
                .extracting(rejection -> rejection.reason().id())
                .containsExactly(reason);
    }

    private Receipt accepted(ReceiptForm form) {
        return ((Verdict.Accepted<Receipt>) rules.judge(form, RECEIVED)).value();
    }

    private List<String> reasons(ReceiptForm form) {
        return ((Verdict.Rejected<Receipt>) rules.judge(form, RECEIVED))
                .rejections().stream()
                        .map(Rejection::reason)
                        .map(Rejection.Reason::id)
                        .toList();
    }

    private static ReceiptForm receipt(String store, Instant soldAt, String category, long fen, String channel) {
        return new ReceiptForm(store, -1, soldAt, category, new Money(fen), channel, true);
    }
}

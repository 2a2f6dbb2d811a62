package dev.pennant.season;

import dev.pennant.core.indicator.Money;
import dev.pennant.core.retail.ReceiptForm;
import dev.pennant.season.SeasonEvent.Sold;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** A few receipts that cannot be counted, as a till out of order sends them. */
final class BadReceipts {
    private static final LocalDate DAY = LocalDate.of(SeasonCalendar.SECOND_YEAR, 9, 15);

    private BadReceipts() {}

    /** What a store sends for one morning. */
    static List<Sold> of(String store) {
        Instant nine = SalesCalendar.midnight(DAY).plus(Duration.ofHours(9));
        Instant clockReset = Instant.EPOCH;
        return List.of(
                bad(nine, new ReceiptForm(store, 1, clockReset, "daily-goods", new Money(1_250), "store", true)),
                bad(nine, new ReceiptForm(store, 2, nine, "daily-goods", Money.ZERO, "store", true)),
                bad(nine, new ReceiptForm(store, 3, nine, "daily-goods", new Money(999_999_999_999L), "store", true)),
                bad(nine, new ReceiptForm(store, 4, nine, "daily-goods", new Money(1_250), "phone", true)),
                bad(nine, new ReceiptForm("", 5, nine, "daily-goods", new Money(1_250), "store", true)));
    }

    private static Sold bad(Instant nine, ReceiptForm receipt) {
        return new Sold(nine.plusSeconds(receipt.receiptNo()), receipt);
    }
}

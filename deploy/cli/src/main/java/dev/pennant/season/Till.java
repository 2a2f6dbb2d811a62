package dev.pennant.season;

import dev.pennant.core.indicator.Money;
import dev.pennant.core.retail.ReceiptForm;
import dev.pennant.season.SampleStore.Numbering;
import dev.pennant.season.SeasonEvent.Sold;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A store's till: its receipts day by day, which have to be asked for in the order of the days. A receipt arrives seconds to minutes after the
 * sale, now and then days, and one in a hundred arrives twice.
 */
final class Till {
    private static final double REFUND = 0.02;
    private static final double VOIDED = 0.004;
    private static final double SENT_TWICE = 0.01;
    private static final double DAYS_LATE = 0.0004;
    private static final int SECONDS_A_MINUTE = 60;
    private static final int SECONDS_A_DAY = 86_400;
    private static final long NUMBERS_A_DAY = 1_000_000;

    private final SampleStore store;
    private final Shares categories;
    private long lastNumber;

    Till(SampleStore store) {
        this.store = store;
        this.categories = Shares.falling(store.kind().categories().size());
        this.lastNumber = Draw.about("till", store.id()).between(1, 90_000);
    }

    /** What is sold on a day, in the order of sale, and what is sent a second time. */
    List<Sold> day(LocalDate day) {
        if (!store.isOpenOn(day)) {
            return List.of();
        }
        Draw draw = Draw.about("sales", store.id(), day.toString());
        if (store.numbering() == Numbering.BY_DAY) {
            lastNumber = NUMBERS_A_DAY * (day.getYear() * 10_000L + day.getMonthValue() * 100L + day.getDayOfMonth());
        }
        Instant midnight = SalesCalendar.midnight(day);
        List<Sold> sold = new ArrayList<>();
        for (int second : seconds(day, draw)) {
            Instant soldAt = midnight.plusSeconds(second);
            Sold receipt = new Sold(arrival(soldAt, draw), receipt(soldAt, draw));
            sold.add(receipt);
            if (draw.happens(SENT_TWICE)) {
                Instant again = receipt.at().plusSeconds(draw.between(1, 30 * SECONDS_A_MINUTE));
                sold.add(new Sold(again, receipt.receipt()));
            }
        }
        return sold;
    }

    private int[] seconds(LocalDate day, Draw draw) {
        double growth = day.getYear() == SeasonCalendar.SECOND_YEAR ? store.growth() : 1;
        double expected = store.kind().receiptsADay() * SalesCalendar.busyness(day, store.kind()) * growth;
        int[] seconds = new int[(int) (expected * draw.between(0.6, 1.4) + draw.uniform())];
        for (int index = 0; index < seconds.length; index++) {
            seconds[index] = store.kind().hours().second(draw);
        }
        Arrays.sort(seconds);
        return seconds;
    }

    private ReceiptForm receipt(Instant soldAt, Draw draw) {
        long number = number(draw);
        String category = store.kind().categories().get(categories.draw(draw));
        long fen = store.kind().fen(draw);
        Money amount = new Money(draw.happens(REFUND) ? -fen : fen);
        return new ReceiptForm(
                store.id(), number, soldAt, category, amount, store.kind().channel(draw), true);
    }

    private long number(Draw draw) {
        if (store.numbering() == Numbering.SCATTERED) {
            return draw.bits();
        }
        lastNumber += draw.happens(VOIDED) ? 2 : 1;
        return lastNumber;
    }

    private static Instant arrival(Instant soldAt, Draw draw) {
        if (draw.happens(DAYS_LATE)) {
            return soldAt.plusSeconds(draw.between(SECONDS_A_DAY, 20 * SECONDS_A_DAY));
        }
        double haste = draw.uniform();
        return soldAt.plusMillis(200 + Math.round(haste * haste * haste * 4 * SECONDS_A_MINUTE * 1_000));
    }
}

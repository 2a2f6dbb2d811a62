package dev.pennant.bench.retail.feed;

import dev.pennant.core.ReportingZone;
import java.util.SplittableRandom;

/**
 * Draws one receipt after the other, in the order in which they are sold. Large stores and a few categories
 * sell most, two in a hundred are refunds, and a store counts its receipts from 1 on.
 */
final class ReceiptDraw {
    private static final long HOUR_MILLIS = 3_600_000;
    private static final int POPULAR_CATEGORIES = 5;
    private static final long LEAST_FEN = 100;
    private static final int SPREAD_FEN = 20_000;
    private static final int ONE_IN_REFUNDED = 50;
    private static final int ONE_IN_ONLINE = 8;

    private final ReceiptValues receipt = new ReceiptValues();
    private final int categories;
    private final SplittableRandom random;
    private final long[] numbers;
    private final long[] openings;

    ReceiptDraw(Shape shape, int stores, int categories, SplittableRandom random) {
        this.categories = categories;
        this.random = random;
        numbers = new long[stores];
        openings = new long[shape.days()];
        for (int day = 0; day < openings.length; day++) {
            openings[day] = shape.day(day)
                    .atTime(Shape.FIRST_HOUR, 0)
                    .atZone(ReportingZone.ZONE)
                    .toInstant()
                    .toEpochMilli();
        }
    }

    /** The receipt that is sold when so much of all opening hours has gone by, from 0 to below 1; it stands until the next is drawn. */
    ReceiptValues next(double elapsed) {
        double days = elapsed * openings.length;
        int day = (int) days;
        receipt.soldAt = openings[day] + (long) ((days - day) * Shape.HOURS_OPEN * HOUR_MILLIS);
        double rank = random.nextDouble();
        receipt.store = (int) (rank * Math.sqrt(rank) * numbers.length);
        receipt.number = ++numbers[receipt.store];
        receipt.category = random.nextInt(random.nextBoolean() ? Math.min(POPULAR_CATEGORIES, categories) : categories);
        long fen = LEAST_FEN + random.nextInt(SPREAD_FEN);
        receipt.amount = random.nextInt(ONE_IN_REFUNDED) == 0 ? -fen : fen;
        receipt.online = random.nextInt(ONE_IN_ONLINE) == 0;
        return receipt;
    }
}

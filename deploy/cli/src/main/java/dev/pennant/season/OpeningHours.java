package dev.pennant.season;

/** At what hours of the day a till rings. */
final class OpeningHours {
    static final OpeningHours SHOP =
            new OpeningHours(0, 0, 0, 0, 0, 0, 0, 0, 2, 5, 8, 8, 6, 5, 6, 7, 8, 8, 9, 9, 6, 2, 0, 0);
    static final OpeningHours MEALS =
            new OpeningHours(0, 0, 0, 0, 0, 0, 1, 3, 2, 0, 1, 9, 12, 4, 1, 1, 2, 9, 13, 9, 4, 2, 1, 0);
    static final OpeningHours LONG =
            new OpeningHours(1, 0.5, 0.2, 0.2, 0.2, 0.5, 2, 5, 6, 5, 5, 5, 6, 5, 5, 5, 6, 7, 7, 7, 6, 5, 4, 3);

    private static final int SECONDS_AN_HOUR = 3_600;

    private final Shares shares;

    private OpeningHours(double... weights) {
        shares = Shares.of(weights);
    }

    /** When something is sold, in seconds of the day. */
    int second(Draw draw) {
        return shares.draw(draw) * SECONDS_AN_HOUR + draw.between(0, SECONDS_AN_HOUR - 1);
    }
}

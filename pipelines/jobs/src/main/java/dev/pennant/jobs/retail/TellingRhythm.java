package dev.pennant.jobs.retail;

/**
 * When a reader tells what it counted: units twenty times a second, which is a small part of the third in which a receipt is to be seen, and everything
 * else each second. A reader that has a backlog merges harder, for nobody looks at each second of two years that go by in a minute: a cell of a unit
 * gets four times the receipts before it is told, a store's day five times.
 */
final class TellingRhythm {
    /** No county sells so much in a second: a reader that took more is catching up. */
    private static final int MOST_SOLD_A_SECOND = 200_000;

    private static final long UNITS_MS = 50;
    private static final long UNITS_CATCHING_UP_MS = 200;
    private static final long REST_MS = 1000;
    private static final long STORE_DAYS_CATCHING_UP_MS = 5000;

    private long restDue;
    private long storeDaysDue;
    private int takenInTheSecond;
    private boolean catchingUp;

    /** Notes that so many receipts were taken. */
    void took(int receipts) {
        takenInTheSecond += receipts;
    }

    /** Whether the reader has a backlog, as far as the last second showed. */
    boolean isCatchingUp() {
        return catchingUp;
    }

    /** When units are told next, in milliseconds. */
    long nextUnits(long now) {
        return now + (catchingUp ? UNITS_CATCHING_UP_MS : UNITS_MS);
    }

    /** Whether everything else is to be told now, days of stores apart; asked at each telling of units. */
    boolean isRestDue(long now) {
        if (now < restDue) {
            return false;
        }
        restDue = now + REST_MS;
        catchingUp = takenInTheSecond > MOST_SOLD_A_SECOND;
        takenInTheSecond = 0;
        return true;
    }

    /** Whether days of stores are to be told with the rest. */
    boolean areStoreDaysDue(long now) {
        if (catchingUp && now < storeDaysDue) {
            return false;
        }
        storeDaysDue = now + STORE_DAYS_CATCHING_UP_MS;
        return true;
    }
}

package dev.pennant.core.retail;

/**
 * What a unit is told apart from sales.
 *
 * @param kind what about
 * @param unit index of the township in the catalogue
 * @param at from which day on, of {@link SalesHour}; a {@link Kind#RETELL} counts by the hour
 * @param change by how many stores
 */
public record UnitNotice(Kind kind, int unit, int at, int change) {
    /** What a notice is about. */
    public enum Kind {
        /** So many more stores are on the roster. */
        EXPECTED,
        /** So many more stores have sold something in the year of the day. */
        REPORTED,
        /** A store has moved: what a lost run wrote of it may stand nowhere any more, so every row is told again, empty ones too. */
        RETELL
    }

    /** Stores that join the roster, or leave it. */
    public static UnitNotice expected(int unit, int day, int change) {
        return new UnitNotice(Kind.EXPECTED, unit, day, change);
    }

    /** Stores that sold for the first time in a year. */
    public static UnitNotice reported(int unit, int day, int change) {
        return new UnitNotice(Kind.REPORTED, unit, day, change);
    }

    /** All is told again. */
    public static UnitNotice retell(int unit, int hour) {
        return new UnitNotice(Kind.RETELL, unit, hour, 0);
    }
}

package dev.pennant.core.retail;

import dev.pennant.core.period.ReportingHour;

/**
 * What a unit is told apart from sales.
 *
 * @param kind what about
 * @param unit index of the township in the catalogue
 * @param day from which day on, of {@link ReportingHour}
 * @param change by how many stores
 */
public record UnitNotice(Kind kind, int unit, int day, int change) {
    /** What a notice is about. */
    public enum Kind {
        /** So many more stores are on the roster. */
        EXPECTED,
        /** So many more stores have sold something in the year of the day. */
        REPORTED,
        /**
         * A store has moved: what a lost run wrote of it may stand nowhere any more, so all rows are told again, empty ones too, as far back as
         * {@link UnitBook} goes.
         */
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

    /** Rows are told again; no day is before the first of {@link ReportingHour}. */
    public static UnitNotice retell(int unit, int day) {
        return new UnitNotice(Kind.RETELL, unit, Math.max(0, day), 0);
    }
}

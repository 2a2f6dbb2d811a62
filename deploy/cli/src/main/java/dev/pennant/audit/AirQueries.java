package dev.pennant.audit;

/** Queries that reckon the air from the hours of its stations; they have their beginning in common. */
final class AirQueries {
    /** What of days and hours is not what the readings give. */
    static final String RECOMPUTED_DAYS = beginning() + QueryFile.read("recompute-air-days.sql");

    /** What of months, years and indicators is not what the hours give. */
    static final String RECOMPUTED_STATISTICS =
            beginning() + lastDays() + QueryFile.read("recompute-air-statistics.sql");

    /** A unit's days, of which a figure is made. */
    static final String DAYS_OF_A_UNIT = beginning() + QueryFile.read("explain-air.sql");

    /** What of the indicators of hours is not what the hours of stations give, in a calendar year. */
    static final String RECOMPUTED_HOURS =
            beginning() + lastDays() + QueryFile.read("air-hours.sql") + QueryFile.read("recompute-air-hours.sql");

    /** The AQI of a unit's hours on a day. */
    static final String HOURS_OF_A_UNIT =
            beginning() + lastDays() + QueryFile.read("air-hours.sql") + QueryFile.read("explain-air-hours.sql");

    private AirQueries() {}

    private static String lastDays() {
        return QueryFile.read("air-last-days.sql");
    }

    private static String beginning() {
        return QueryFile.read("air-days.sql").replace("WITH\n", "WITH\n" + AirRulesInSql.constants());
    }
}

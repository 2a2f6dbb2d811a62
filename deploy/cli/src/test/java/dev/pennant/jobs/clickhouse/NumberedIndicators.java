package dev.pennant.jobs.clickhouse;

import java.math.BigDecimal;
import java.time.Instant;

/** Indicator values made from numbers, each with its own key and version, so that a stream of numbers is a stream of rows. */
final class NumberedIndicators {
    /** Beyond the range of a signed long, as a version far in the future is. */
    private static final long FIRST_VERSION = Long.MIN_VALUE;

    private static final Instant START = Instant.parse("2020-11-01T00:00:00.123Z");

    static final TableMapping<Long> MAPPING = mapping(RealDatabase.TABLE);

    private NumberedIndicators() {}

    static TableMapping<Long> mapping(String table) {
        return TableMapping.<Long>into(table)
                .column("indicator", number -> "service-revenue")
                .column("unit", NumberedIndicators::unit)
                .column("period", number -> "2020-10")
                .column("period_label", number -> "1-10月")
                .column("value", NumberedIndicators::value)
                .column("base", number -> number % 3 == 0 ? null : BigDecimal.valueOf(number, 10))
                .column("growth", number -> number % 3 == 0 ? null : new BigDecimal("12.3"))
                .column("growth_kind", number -> "percent")
                .column("measure", number -> "亿元")
                .column("reported", number -> offends(number, 500) ? 9 : 5)
                .column("expected", number -> 7)
                .column("status", number -> offends(number, 501) ? null : "provisional")
                .column("synthetic", number -> true)
                .unsigned("version", number -> FIRST_VERSION + number)
                .column("updated_at", START::plusMillis)
                .key("unit", "indicator", "period")
                .version("version")
                .build();
    }

    private static String unit(long number) {
        return Long.toString(331_022_100 + number % 40);
    }

    private static BigDecimal value(long number) {
        return offends(number, 502) ? new BigDecimal("1E+28") : BigDecimal.valueOf(number, 10);
    }

    /** Negative numbers offend: in the value, by breaking the constraint, or by a null, as their last digits say. */
    private static boolean offends(long number, long how) {
        return number < 0 && -number % 1000 == how;
    }
}

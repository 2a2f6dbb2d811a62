package dev.pennant.jobs.clickhouse;

import java.math.BigDecimal;
import java.time.Instant;

/** A row of the tests, with a column of every kind a job uses. */
record Reading(
        String unit,
        int reported,
        BigDecimal value,
        BigDecimal base,
        boolean synthetic,
        long version,
        Instant updatedAt) {

    static final TableMapping<Reading> MAPPING = TableMapping.<Reading>into("pennant.readings")
            .column("unit", Reading::unit)
            .column("reported", Reading::reported)
            .column("value", Reading::value)
            .column("base", Reading::base)
            .column("synthetic", Reading::synthetic)
            .unsigned("version", Reading::version)
            .column("updated_at", Reading::updatedAt)
            .key("unit", "reported")
            .version("version")
            .build();

    static Reading numbered(int number) {
        return new Reading(
                "331022100",
                number,
                new BigDecimal("12.5000000000"),
                null,
                false,
                number,
                Instant.ofEpochMilli(number));
    }

    Reading withVersion(long other) {
        return new Reading(unit, reported, value, base, synthetic, other, updatedAt);
    }

    Reading withUnit(String other) {
        return new Reading(other, reported, value, base, synthetic, version, updatedAt);
    }
}

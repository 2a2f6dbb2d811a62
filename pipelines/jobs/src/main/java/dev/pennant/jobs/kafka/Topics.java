package dev.pennant.jobs.kafka;

import java.util.List;
import java.util.stream.Stream;

/**
 * Every topic, named once. The inputs carry the broker's own append time, so that what counts as "the future" is judged the same
 * way in every replay.
 */
public final class Topics {
    /** Registrations, the last of each {@code enterprise_id|valid_from}; partitioned by the enterprise alone. */
    public static final Topic ENTERPRISE_REGISTRY = Topic.inputTable("enterprise-registry");

    /** Reports of enterprises, all revisions; keyed by the enterprise. */
    public static final Topic ENTERPRISE_REPORTS = Topic.inputLog("enterprise-reports");

    /** Registrations of stores, the last of each {@code store_id|valid_from}; partitioned by the store alone. */
    public static final Topic STORES = Topic.inputTable("stores");

    /** Receipts of stores; keyed by the store, and all of a store in one partition. */
    public static final Topic RETAIL_RECEIPTS = Topic.inputLog("retail-receipts");

    /** Units below the township, the last of each code. */
    public static final Topic UNITS = Topic.inputTable("units");

    /** What departments report, all revisions; keyed by {@code unit|indicator}. */
    public static final Topic INDICATOR_REPORTS = Topic.inputLog("indicator-reports");

    /** Points and vetoes after the score, all of them; keyed by {@code competition|period|unit}. */
    public static final Topic ADJUSTMENTS = Topic.inputLog("adjustments");

    /** Rules for alerts, the last of each id. */
    public static final Topic ALERT_RULES = Topic.inputTable("alert-rules");

    /** Stations that measure the air, the last of each id. */
    public static final Topic AIR_STATIONS = Topic.inputTable("air-stations");

    /** What stations measured, hour by hour, all revisions; keyed by the station. */
    public static final Topic AIR_READINGS = Topic.inputLog("air-readings");

    /** Days of sand and dust, the last of each {@code unit|day}. */
    public static final Topic AIR_DUST_DAYS = Topic.inputTable("air-dust-days");

    /** Indicator values, the last of each {@code unit|indicator|period}; partitioned by the unit and indicator alone. */
    public static final Topic INDICATOR_VALUES = Topic.outputTable("indicator-values");

    /** Standings, whole snapshots, the last of each {@code competition|period}; partitioned by the competition alone. */
    public static final Topic STANDINGS = Topic.outputTable("standings");

    /** What no job could use, with the reason. */
    public static final Topic DEAD_LETTERS = Topic.outputLog("dead-letters");

    /** What comes from outside. */
    public static final List<Topic> INPUTS = List.of(
            ENTERPRISE_REGISTRY,
            ENTERPRISE_REPORTS,
            STORES,
            RETAIL_RECEIPTS,
            UNITS,
            INDICATOR_REPORTS,
            ADJUSTMENTS,
            ALERT_RULES,
            AIR_STATIONS,
            AIR_READINGS,
            AIR_DUST_DAYS);

    /** What jobs write. */
    public static final List<Topic> OUTPUTS = List.of(INDICATOR_VALUES, STANDINGS, DEAD_LETTERS);

    /** Those that {@link RawRecords} reads; receipts have a source of their own. */
    private static final List<Topic> BUSY = List.of(ENTERPRISE_REPORTS, AIR_READINGS, INDICATOR_VALUES);

    /** All of them, inputs first. */
    public static final List<Topic> ALL =
            Stream.concat(INPUTS.stream(), OUTPUTS.stream()).toList();

    /** Partitions of every topic of the local stack. */
    public static final int LOCAL_PARTITIONS = 4;

    private Topics() {}

    /** Whether thousands of records a second may come in it, one by one, so that gathering some is worth a wait. */
    static boolean isBusy(Topic topic) {
        return BUSY.stream().anyMatch(busy -> topic.equals(busy) || topic.equals(busy.replayed()));
    }
}

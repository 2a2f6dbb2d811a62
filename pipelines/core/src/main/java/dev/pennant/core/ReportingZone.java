package dev.pennant.core;

import java.time.ZoneId;

/** The zone in which the calendar of every report is read: days, months and years begin at midnight in China. */
public final class ReportingZone {
    /** Asia/Shanghai, UTC+8 all year. */
    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private ReportingZone() {}
}

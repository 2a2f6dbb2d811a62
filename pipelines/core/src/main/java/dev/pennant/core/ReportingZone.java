package dev.pennant.core;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;

/** The zone in which the calendar of every report is read: days, months and years begin at midnight in China. */
public final class ReportingZone {
    /** Asia/Shanghai, UTC+8 all year. */
    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private ReportingZone() {}

    /** A moment as those write it whose reports are judged, such as {@code 2020-10-07T09:30:00}: to the second. One that no calendar reaches is of UTC. */
    public static String shown(Instant moment) {
        try {
            return LocalDateTime.ofInstant(moment, ZONE)
                    .truncatedTo(ChronoUnit.SECONDS)
                    .format(DateTimeFormatter.ISO_LOCAL_DATE_TIME);
        } catch (DateTimeException beyond) {
            return moment.toString();
        }
    }
}

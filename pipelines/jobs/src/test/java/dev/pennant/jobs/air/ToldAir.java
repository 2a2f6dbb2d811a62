package dev.pennant.jobs.air;

import dev.pennant.core.air.AirReading;
import dev.pennant.core.air.AirStation;
import dev.pennant.core.indicator.IndicatorValue;
import dev.pennant.core.period.ReportingHour;
import dev.pennant.jobs.kafka.Origin;
import dev.pennant.jobs.kafka.RawRecord;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the operators of the air are sent in tests, of one township, and what they told of it. */
final class ToldAir {
    static final String DANGHU = "330482001";
    static final String THREE_HOURS = "air-aqi-3h";
    static final int[] TICKS = {350, 700, 80, 300, 700, 600};

    private ToldAir() {}

    /** What was told last of Danghu's good days. */
    static IndicatorValue goodDays(List<Object> told, String period) {
        return values(told).stream()
                .filter(value -> value.indicator().equals("air-good-days")
                        && value.unit().equals(DANGHU)
                        && value.period().toString().equals(period))
                .reduce((before, last) -> last)
                .orElseThrow();
    }

    /** What was told last of Danghu's three hours. */
    static IndicatorValue threeHours(AirTasks tasks, LocalDate day) {
        return values(tasks.drained()).stream()
                .filter(value -> value.indicator().equals(THREE_HOURS)
                        && value.unit().equals(DANGHU)
                        && value.period().toString().equals(day.toString()))
                .reduce((before, last) -> last)
                .orElseThrow();
    }

    static void wholeDay(AirTasks tasks, String station, LocalDate day, int[] ticks, int revision) throws Exception {
        int first = ReportingHour.firstHour(day);
        for (int hour = first; hour < first + ReportingHour.PER_DAY; hour++) {
            tasks.send(reading(station, hour, ticks, revision));
        }
    }

    static ReceivedReading reading(String station, int hour, int[] ticks, int revision) {
        return new ReceivedReading(record(), new AirReading(station, hour, ticks, revision, true), false);
    }

    static StationEntry station(String id, String unit) {
        return new StationEntry(
                record().origin(), record().receivedAt(), id, Optional.of(new AirStation(id, "站", unit, true)));
    }

    static RawRecord record() {
        return new RawRecord(new Origin("air", 0, 7), Instant.parse("2021-03-01T00:00:00Z"), null, null);
    }

    static List<AirDayRow> days(List<Object> told) {
        List<AirDayRow> rows = new ArrayList<>();
        told.stream().filter(AirDayRow.class::isInstance).forEach(row -> rows.add((AirDayRow) row));
        return rows;
    }

    static List<IndicatorValue> values(List<Object> told) {
        List<IndicatorValue> values = new ArrayList<>();
        told.stream().filter(IndicatorValue.class::isInstance).forEach(value -> values.add((IndicatorValue) value));
        return values;
    }
}

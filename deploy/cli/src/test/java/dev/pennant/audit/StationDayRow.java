package dev.pennant.audit;

import dev.pennant.core.air.AirStandards;
import dev.pennant.core.air.JudgedDay;
import dev.pennant.core.air.StationHours;
import dev.pennant.core.catalogue.Catalogue;
import dev.pennant.core.period.ReportingHour;
import java.util.Arrays;
import java.util.List;

/**
 * A station's day as the job writes it.
 *
 * @param unit code of the township; empty where the station is not registered
 * @param ticks the concentrations of each hour
 */
record StationDayRow(String station, String unit, int day, List<int[]> ticks) {
    static final AirStandards STANDARDS = Catalogue.shipped().airStandards();

    private static final String VALUES = "('%s','%s','%s','%s',%s,[],[],[],%s,[],%d,'%s','%s',1,%b,%b,%d,now())";
    private static final int SYNTHETIC_EVERY = 50;

    StationHours hours() {
        StationHours hours = StationHours.ofDay(day);
        for (int slot = 0; slot < ticks.size(); slot++) {
            hours.file(ReportingHour.firstHour(day) + slot, 0, ticks.get(slot), isSynthetic());
        }
        return hours;
    }

    private boolean isSynthetic() {
        return day % SYNTHETIC_EVERY == 0;
    }

    /** In the order of the table's columns. */
    String sql(int version) {
        JudgedDay judged = JudgedDay.of(day, hours(), STANDARDS);
        return VALUES.formatted(
                station,
                station,
                unit,
                ReportingHour.date(day),
                Arrays.toString(judged.concentrations()),
                Arrays.toString(judged.dailyConcentrations()),
                judged.daily().aqi(),
                judged.reasons(),
                judged.standard(),
                false,
                isSynthetic(),
                version);
    }

    /** The row of a unit that tells no more than that its day is one of sand and dust. */
    static String ofDust(String unit, int day, int version) {
        return VALUES.formatted(
                "", unit, unit, ReportingHour.date(day), "[]", "[]", -1, "", STANDARDS.on(day), true, false, version);
    }
}

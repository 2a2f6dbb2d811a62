package dev.pennant.core.air;

import dev.pennant.core.packed.NumberReader;
import dev.pennant.core.packed.NumberWriter;
import dev.pennant.core.period.ReportingHour;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A unit and its stations, kept up reading by reading as a pipeline does it. */
final class AirBoard {
    private final AirStandards standards;
    private final List<StationHours> hours = new ArrayList<>();
    private final List<AirYear> stations = new ArrayList<>();
    private final Map<Integer, StationMeans> unitHours = new HashMap<>();
    private AirYear unit;

    AirBoard(int year, AirStandards standards) {
        this.standards = standards;
        for (int station = 0; station < AirSeason.STATIONS; station++) {
            hours.add(StationHours.ofYear(year));
            stations.add(new AirYear(year));
        }
        unit = new AirYear(year);
    }

    void read(Reading reading) {
        StationHours station = hours.get(reading.station());
        StationMeans before = station.hour(reading.hour());
        if (station.file(reading.hour(), reading.revision(), reading.array(), false) != Filed.CHANGED) {
            return;
        }
        StationMeans unitHour = unitHours.computeIfAbsent(reading.hour(), hour -> StationMeans.ofHour());
        unitHour.remove(before);
        unitHour.add(station.hour(reading.hour()));
        int day = ReportingHour.day(reading.hour());
        AirYear days = stations.get(reading.station());
        StationMeans after = station.day(day, standards.validity()).means();
        unit.replace(day, days.day(day).orElse(StationMeans.ofDay()), after);
        days.set(day, after);
    }

    void markDust(int day) {
        stations.forEach(station -> station.markDust(day, true));
        unit.markDust(day, true);
    }

    /** Goes on with what was written and read back. */
    void restore() {
        hours.replaceAll(station -> {
            NumberWriter out = new NumberWriter(16);
            station.write(out);
            return StationHours.read(new NumberReader(out.copy()));
        });
        stations.replaceAll(AirBoard::readBack);
        unit = readBack(unit);
    }

    AirYear unit() {
        return unit;
    }

    AirYear station(int number) {
        return stations.get(number);
    }

    StationMeans unitHour(int hour) {
        return unitHours.getOrDefault(hour, StationMeans.ofHour());
    }

    private static AirYear readBack(AirYear year) {
        NumberWriter out = new NumberWriter(16);
        year.write(out);
        return AirYear.read(new NumberReader(out.copy()));
    }
}

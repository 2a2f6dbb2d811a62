package dev.pennant.bench.air;

import dev.pennant.core.air.Pollutant;
import dev.pennant.core.catalogue.Unit;
import dev.pennant.core.catalogue.Units;
import dev.pennant.core.period.ReportingHour;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What stations have measured in some years, made up: every call gives the same, so nothing of it has to be kept. One hour in a hundred was
 * corrected, one value in two hundred is missing, and of one day in sixty so many hours are that it is just valid, or just not.
 *
 * @param stations how many there are; they go round the townships
 * @param first the first day
 * @param last the last day
 * @param townships of the catalogue
 */
record AirHistory(int stations, LocalDate first, LocalDate last, List<Unit> townships) {
    /** Usual levels in ticks, each pollutant at its place. */
    private static final int[] USUAL = {320, 560, 84, 310, 720, 900};

    private static final int ONE_OF_DAYS_WITH_A_GAP = 60;
    private static final int LONGEST_GAP = 9;
    private static final int ONE_OF_HOURS_CORRECTED = 100;
    private static final int ONE_OF_VALUES_MISSING = 200;
    private static final int ONE_OF_DAYS_OF_DUST = 90;
    private static final int NIBBLES = 10;

    /** The years that end with a day. */
    static AirHistory yearsThrough(LocalDate last, int years, int stations, List<Unit> townships) {
        return new AirHistory(stations, last.minusYears(years).plusDays(1), last, townships);
    }

    /** A station's id. */
    String id(int station) {
        return "BENCH-A" + station;
    }

    /** Code of the township that a station is in. */
    String unit(int station) {
        return townships.get(station % townships.size()).code();
    }

    /** The stations of each unit, its own or those of its parts, by its code. */
    Map<String, List<Integer>> stationsByUnit(Units units) {
        Map<String, List<Integer>> stationsByUnit = new TreeMap<>();
        for (int station = 0; station < stations; station++) {
            for (String unit : units.lineage(unit(station))) {
                stationsByUnit.computeIfAbsent(unit, first -> new ArrayList<>()).add(station);
            }
        }
        return stationsByUnit;
    }

    /** The first hour, as {@link ReportingHour} counts them. */
    int firstHour() {
        return ReportingHour.firstHour(first);
    }

    /** The hour after the last one. */
    int endHour() {
        return ReportingHour.firstHour(last.plusDays(1));
    }

    /** Hours of all stations together. */
    long stationHours() {
        return (long) stations * (endHour() - firstHour());
    }

    /** Readings of all stations together: one an hour, and another where it was corrected. */
    long readings() {
        long readings = 0;
        for (int station = 0; station < stations; station++) {
            for (int hour = firstHour(); hour < endHour(); hour++) {
                readings += 1 + lastRevision(station, hour);
            }
        }
        return readings;
    }

    /** The highest revision of a station's hour, from 0. */
    int lastRevision(int station, int hour) {
        return Integer.remainderUnsigned((int) mixed(station, hour, 7), ONE_OF_HOURS_CORRECTED) == 0 ? 1 : 0;
    }

    /** Whether a day is one of sand and dust, everywhere. */
    boolean isDust(int day) {
        return Integer.remainderUnsigned((int) mixed(-1, day, 3), ONE_OF_DAYS_OF_DUST) == 0;
    }

    /** What a station measured in an hour, as one of its revisions has it: ticks of each pollutant, or {@link Pollutant#MISSING}. */
    int[] ticks(int station, int hour, int revision) {
        int day = ReportingHour.day(hour);
        long ofDay = mixed(-2, day, 1);
        long ofStation = mixed(station, day, 2);
        long ofHour = mixed(station, hour, 4 + revision);
        boolean gap = isGap(ofStation, ReportingHour.hourOfDay(hour));
        int[] ticks = new int[Pollutant.COUNT];
        for (int place = 0; place < ticks.length; place++) {
            int share = NIBBLES * place;
            boolean missing = gap || Long.remainderUnsigned(ofHour + place, ONE_OF_VALUES_MISSING) == 0;
            // From half to one and a half by the day's weather, a fifth more or less by station and hour.
            long level = USUAL[place] * (512 + (ofDay >>> share & 1023)) / 1024;
            long near = level * (921 + (ofStation >>> share & 1023) / 5) / 1024;
            ticks[place] = missing ? Pollutant.MISSING : (int) (near * (921 + (ofHour >>> share & 1023) / 5) / 1024);
        }
        return ticks;
    }

    private static boolean isGap(long ofStation, int hourOfDay) {
        if (Long.remainderUnsigned(ofStation, ONE_OF_DAYS_WITH_A_GAP) != 0) {
            return false;
        }
        int hours = 1 + (int) Long.remainderUnsigned(ofStation >>> 8, LONGEST_GAP);
        int from = (int) Long.remainderUnsigned(ofStation >>> 16, ReportingHour.PER_DAY - hours);
        return hourOfDay >= from && hourOfDay < from + hours;
    }

    /** Random bits (the finish of SplitMix64) that belong to a station and a time. */
    private static long mixed(int station, int time, int purpose) {
        long bits = (station * 0x9E3779B97F4A7C15L) ^ (time * 0xD1B54A32D192ED03L) ^ (purpose * 0x8CB92BA72F3D8DD7L);
        bits = (bits ^ (bits >>> 30)) * 0xBF58476D1CE4E5B9L;
        bits = (bits ^ (bits >>> 27)) * 0x94D049BB133111EBL;
        return bits ^ (bits >>> 31);
    }
}

package dev.pennant.core.air;

import dev.pennant.core.period.ReportingHour;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * What a few stations measure around the day on which standards change, with gaps, corrections, repetitions and dust, in no order.
 *
 * @param readings in the order in which they come
 * @param dustDays days of sand and dust
 */
record AirSeason(List<Reading> readings, Set<Integer> dustDays) {
    static final int FIRST = ReportingHour.day(LocalDate.of(2026, 2, 24));
    static final int LAST = ReportingHour.day(LocalDate.of(2026, 3, 5));
    static final int STATIONS = 3;

    private static final int[] MOST_TICKS = {2_000, 4_000, 3_000, 1_500, 6_000, 3_500};

    static AirSeason of(Random chance) {
        List<Reading> readings = new ArrayList<>();
        Set<Integer> dust = new HashSet<>();
        for (int day = FIRST; day <= LAST; day++) {
            if (chance.nextInt(4) == 0) {
                dust.add(day);
            }
            for (int station = 0; station < STATIONS; station++) {
                // Of some days so much is missing that they are just valid, or just not.
                int missingOfHundred = chance.nextInt(3) == 0 ? 20 : 2;
                for (int hour = ReportingHour.firstHour(day); hour < ReportingHour.firstHour(day + 1); hour++) {
                    measure(station, hour, missingOfHundred, chance, readings);
                }
            }
        }
        Collections.shuffle(readings, chance);
        return new AirSeason(readings, dust);
    }

    private static void measure(int station, int hour, int missingOfHundred, Random chance, List<Reading> readings) {
        int revisions = 1 + (chance.nextInt(10) == 0 ? 1 + chance.nextInt(2) : 0);
        for (int revision = 0; revision < revisions; revision++) {
            List<Integer> ticks = new ArrayList<>();
            for (int most : MOST_TICKS) {
                boolean missing = chance.nextInt(100) < missingOfHundred;
                // Many small numbers make many halves, which are rounded to even.
                ticks.add(missing ? Pollutant.MISSING : 5 * chance.nextInt(chance.nextBoolean() ? most / 5 : 40));
            }
            Reading reading = new Reading(station, hour, revision, ticks);
            readings.add(reading);
            if (chance.nextInt(20) == 0) {
                readings.add(reading);
            }
        }
    }
}

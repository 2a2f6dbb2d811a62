package dev.pennant.bench.imports;

import java.io.PrintWriter;
import java.time.LocalDateTime;
import java.util.List;
import java.util.SplittableRandom;

/** The hours of eighty stations, for some months. */
final class StationReadings implements HandedIn {
    private static final int STATIONS = 80;
    private static final LocalDateTime FIRST = LocalDateTime.of(2020, 1, 1, 0, 0);
    private static final long SEED = 5;
    private static final int ONE_OF_VALUES_MISSING = 200;

    private final int hours;
    private final List<String> townships;

    /**
     * @param rows about how many, an hour of every station at a time
     * @param townships codes of the units in which the stations stand
     */
    StationReadings(int rows, List<String> townships) {
        hours = rows / STATIONS;
        this.townships = townships;
    }

    @Override
    public String stream() {
        return "air-readings";
    }

    @Override
    public int rows() {
        return STATIONS * hours;
    }

    @Override
    public double goalSeconds() {
        return 30;
    }

    @Override
    public void write(PrintWriter file) {
        SplittableRandom random = new SplittableRandom(SEED);
        file.println("station_id,hour,pm2_5,pm10,so2,no2,o3,co,revision");
        for (int hour = 0; hour < hours; hour++) {
            LocalDateTime at = FIRST.plusHours(hour);
            for (int station = 0; station < STATIONS; station++) {
                int fine = 5 + random.nextInt(60);
                file.println(id(station) + ',' + at + ',' + value(random, fine) + ','
                        + value(random, fine + random.nextInt(40)) + ',' + value(random, 3 + random.nextInt(12)) + ','
                        + value(random, 5 + random.nextInt(50)) + ',' + value(random, 10 + random.nextInt(150)) + ",0."
                        + (2 + random.nextInt(8)) + ",0");
            }
        }
    }

    @Override
    public String registry() {
        return "air-stations";
    }

    @Override
    public void writeRegistry(PrintWriter file) {
        file.println("station_id,name,unit");
        for (int station = 0; station < STATIONS; station++) {
            file.println(id(station) + ",Station " + station + ',' + townships.get(station % townships.size()));
        }
    }

    @Override
    public String shown() {
        return "SELECT count() FROM pennant.air_hours WHERE startsWith(station, 'BENCH-F')";
    }

    private static String id(int station) {
        return "BENCH-F" + station;
    }

    private static String value(SplittableRandom random, int micrograms) {
        return random.nextInt(ONE_OF_VALUES_MISSING) == 0 ? "—" : Integer.toString(micrograms);
    }
}

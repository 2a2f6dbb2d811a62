package dev.pennant.audit;

import static dev.pennant.audit.MeasuredAir.DANGHU;
import static dev.pennant.audit.MeasuredAir.ZHONGDAI;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pennant.core.air.Pollutant;
import dev.pennant.core.period.ReportingHour;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the view makes of stations' days against what core makes of them. */
@Timeout(180)
final class AirStationStatisticsIT {
    /** From before a leap year to after the change of standards. */
    private static final LocalDate FIRST = LocalDate.of(2023, 12, 20);

    private static final LocalDate LAST = LocalDate.of(2026, 4, 17);
    private static final List<String> STATIONS = List.of("A1", "A2", "B1");
    private static final int HALF_STEP = 5;
    private static final int[] MOST_TICKS = {2_000, 4_000, 3_000, 1_500, 6_000, 3_500};

    @TempDir
    private static Path data;

    private static MeasuredAir air;

    private int versions;

    @BeforeAll
    static void start() throws IOException {
        air = MeasuredAir.start(data);
    }

    @AfterAll
    static void stop() {
        air.close();
    }

    @BeforeEach
    void clear() throws IOException {
        air.clear();
        STATIONS.forEach(this::register);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void monthsAndYearsAreWhatCoreMakesOfTheSameDays(long seed) throws IOException {
        Random chance = new Random(seed);
        StationYears expected = new StationYears();
        List<String> rows = new ArrayList<>();
        for (LocalDate date = FIRST; !date.isAfter(LAST); date = date.plusDays(1)) {
            int day = ReportingHour.day(date);
            for (String unit : List.of(DANGHU, ZHONGDAI)) {
                if (chance.nextInt(12) == 0) {
                    expected.markDust(unit, day);
                    rows.add(StationDayRow.ofDust(unit, day, next()));
                }
            }
            for (String station : STATIONS) {
                // About as many days are missing of a month as may be.
                if (chance.nextInt(20) == 0) {
                    continue;
                }
                if (chance.nextInt(8) == 0) {
                    rows.add(measured(station, day, chance).sql(next()));
                }
                StationDayRow right = measured(station, day, chance);
                rows.add(right.sql(next()));
                expected.add(right);
            }
        }
        Collections.shuffle(rows, chance);
        air.insert("air_day_latest", rows);

        List<String> shown = shown();
        assertThat(shown).containsExactlyInAnyOrderElementsOf(expected.statistics());
        assertThat(shown.stream().filter(row -> row.contains(" valid days"))).isNotEmpty();
        assertThat(shown.stream().filter(row -> row.endsWith("\t"))).isNotEmpty();
    }

    @Test
    void aCorrectionOfAnyAgeShowsAtOnce() throws IOException {
        int day = ReportingHour.day(LocalDate.of(2016, 2, 29));
        air.insert("air_day_latest", List.of(evenly(day, 350).sql(next())));
        assertThat(air.analyst().query("SELECT pm2_5 FROM pennant.air_station_statistics WHERE period = '2016-02'"))
                .isEqualTo("35");

        air.insert("air_day_latest", List.of(evenly(day, 450).sql(next())));
        assertThat(air.analyst().query("SELECT pm2_5 FROM pennant.air_station_statistics WHERE period = '2016-02'"))
                .isEqualTo("45");
    }

    @Test
    void aDecemberIsOverOnceAnotherYearFollows() throws IOException {
        String lastDay = "SELECT last_day FROM pennant.air_station_statistics WHERE period = '2020-12'";
        int day = ReportingHour.day(LocalDate.of(2020, 12, 30));
        air.insert("air_day_latest", List.of(evenly(day, 350).sql(next())));
        assertThat(air.analyst().query(lastDay)).isEqualTo("2020-12-30");

        air.insert("air_day_latest", List.of(evenly(day + 2, 350).sql(next())));
        assertThat(air.analyst().query(lastDay)).isEqualTo("2020-12-31");
    }

    @Test
    void aStationNobodyHasRegisteredHasNone() throws IOException {
        StationDayRow row = new StationDayRow("A9", "", ReportingHour.day(FIRST), hours(350));
        air.insert("air_day_latest", List.of(row.sql(next())));

        assertThat(shown()).isEmpty();
    }

    private StationDayRow evenly(int day, int fine) {
        return new StationDayRow("A1", DANGHU, day, hours(fine));
    }

    private static List<int[]> hours(int fine) {
        return Collections.nCopies(24, new int[] {fine, 500, 100, 200, 1_000, 800});
    }

    /** A day that is just valid or just not now and then, and now and then the same all day, so that halves come up. */
    private static StationDayRow measured(String station, int day, Random chance) {
        int missingOfHundred = chance.nextInt(8) == 0 ? 15 : 1;
        boolean even = chance.nextInt(3) == 0;
        int[] most = Arrays.stream(MOST_TICKS)
                .map(ticks -> 1 + chance.nextInt(ticks / HALF_STEP))
                .toArray();
        List<int[]> hours = new ArrayList<>();
        for (int slot = 0; slot < ReportingHour.PER_DAY; slot++) {
            int[] ticks = new int[Pollutant.COUNT];
            for (int place = 0; place < ticks.length; place++) {
                boolean missing = chance.nextInt(100) < missingOfHundred;
                int halves = even ? most[place] : chance.nextInt(most[place]);
                ticks[place] = missing ? Pollutant.MISSING : HALF_STEP * halves;
            }
            hours.add(ticks);
        }
        return new StationDayRow(station, unit(station), day, hours);
    }

    private static String unit(String station) {
        return station.startsWith("A") ? DANGHU : ZHONGDAI;
    }

    private void register(String station) {
        try {
            air.register(station, unit(station));
        } catch (IOException failed) {
            throw new IllegalStateException(station + " could not be registered", failed);
        }
    }

    private static List<String> shown() throws IOException {
        return air.analyst().query(StationYears.SHOWN).lines().toList();
    }

    private int next() {
        versions++;
        return versions;
    }
}

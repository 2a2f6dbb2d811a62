package dev.pennant.season;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pennant.core.air.AirComparison;
import dev.pennant.core.air.AirIndicator;
import dev.pennant.core.air.AirLevel;
import dev.pennant.core.air.AirReading;
import dev.pennant.core.air.AirRules;
import dev.pennant.core.air.AirStandards;
import dev.pennant.core.air.StationHours;
import dev.pennant.core.air.UnitDay;
import dev.pennant.core.air.UnitYear;
import dev.pennant.core.air.YearReckoning;
import dev.pennant.core.filing.Verdict;
import dev.pennant.core.period.ReportingDay;
import dev.pennant.core.period.ReportingHour;
import dev.pennant.season.SeasonEvent.AirStationRegistered;
import dev.pennant.season.SeasonEvent.DustMarked;
import dev.pennant.season.SeasonEvent.Measured;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class AirSeasonTest {
    private static final String DANGHU = "330482001";
    private static final AirStandards STANDARDS = KnownSeason.CATALOGUE.airStandards();

    private static final Map<String, Map<Integer, StationHours>> HOURS = new HashMap<>();
    private static final Set<LocalDate> DUST = new HashSet<>();
    private static final Set<String> MEASURED = new HashSet<>();
    private static int stations;
    private static int readings;
    private static int refused;

    @BeforeAll
    static void measure() {
        AirRules rules = KnownSeason.CATALOGUE.airRules();
        SeasonEvent before = null;
        for (Iterator<SeasonEvent> events = Season.ofAirStations(KnownSeason.CATALOGUE); events.hasNext(); ) {
            SeasonEvent event = events.next();
            assertThat(before == null || !event.at().isBefore(before.at())).isTrue();
            before = event;
            if (event instanceof AirStationRegistered) {
                stations++;
            } else if (event instanceof DustMarked marked) {
                DUST.add(LocalDate.parse(marked.mark().day()));
            } else if (event instanceof Measured measured) {
                readings++;
                MEASURED.add(measured.owner());
                Verdict<AirReading> verdict =
                        rules.judge(measured.reading(), SeasonCalendar.END.plus(Duration.ofDays(1)));
                if (verdict instanceof Verdict.Accepted<AirReading> accepted) {
                    file(accepted.value());
                } else {
                    refused++;
                }
            }
        }
    }

    private static void file(AirReading reading) {
        if (reading.stationId().startsWith(DANGHU)) {
            int day = ReportingHour.day(reading.hour());
            HOURS.computeIfAbsent(reading.stationId(), first -> new TreeMap<>())
                    .computeIfAbsent(day, StationHours::ofDay)
                    .file(reading.hour(), reading.revision(), reading.ticks(), reading.synthetic());
        }
    }

    @Test
    void everyTownshipHasAStationAndEveryStationMeasuresEveryHour() {
        assertThat(stations).isEqualTo(73);
        assertThat(MEASURED).hasSize(73);
        assertThat(readings).isBetween(720 * 24 * 73 - 73, 720 * 24 * 73 + 5_000);
        assertThat(refused).isEqualTo(4);
    }

    @Test
    void theAirOfDanghuIsBetterThanTheYearBeforeOnEveryPublishedMeasure() {
        for (String through : new String[] {"2020-10", "2020-11"}) {
            AirComparison year = yearThrough(YearMonth.parse(through));
            for (AirIndicator indicator : AirIndicator.all()) {
                BigDecimal change = indicator
                        .published(year.current())
                        .orElseThrow()
                        .subtract(indicator.published(year.base()).orElseThrow());
                assertThat(change.signum())
                        .as("%s through %s: %s", indicator.id(), through, change)
                        .isEqualTo(indicator == AirIndicator.GOOD_DAYS ? 1 : -1);
            }
            assertThat(year.current().isValid()).isTrue();
            assertThat(year.current().days(AirLevel.SEVERE_POLLUTION)).isZero();
            assertThat(year.synthetic()).isTrue();
        }
    }

    private static AirComparison yearThrough(YearMonth month) {
        Map<Integer, UnitYear> years = new TreeMap<>(Map.of(2019, new UnitYear(2019), 2020, new UnitYear(2020)));
        Map<Integer, UnitDay> days = new TreeMap<>();
        HOURS.values()
                .forEach(station -> station.forEach(
                        (day, hours) -> days.computeIfAbsent(day, UnitDay::new).add(hours, STANDARDS.validity())));
        days.values().forEach(day -> years.get(ReportingDay.year(day.day())).set(day));
        DUST.forEach(day -> years.get(day.getYear()).markDust(ReportingHour.day(day), 2, true));
        Map<YearMonth, AirComparison> told = new HashMap<>();
        new YearReckoning(STANDARDS, years.get(2020), Optional.of(years.get(2019)), false, new Kept(told))
                .tell(new TreeSet<>(Set.of(ReportingHour.day(month.atEndOfMonth()))), new TreeSet<>(), false);
        return told.get(month);
    }

    private record Kept(Map<YearMonth, AirComparison> told) implements YearReckoning.Listener {
        @Override
        public void yearThrough(int day, int hours, AirComparison compared) {
            // Months are enough here.
        }

        @Override
        public void yearThrough(YearMonth month, boolean over, AirComparison compared) {
            told.put(month, compared);
        }

        @Override
        public void month(YearMonth month, boolean over, AirComparison compared) {
            // The year is enough here.
        }
    }
}

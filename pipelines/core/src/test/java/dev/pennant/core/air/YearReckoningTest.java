package dev.pennant.core.air;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pennant.core.catalogue.Catalogue;
import dev.pennant.core.period.ReportingDay;
import dev.pennant.core.period.ReportingHour;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.junit.jupiter.api.Test;

final class YearReckoningTest {
    private static final AirStandards STANDARDS = Catalogue.shipped().airStandards();
    private static final int FIRST_YEAR = 2019;
    private static final int LAST_YEAR = 2021;
    private static final int[] USUAL = {350, 500, 100, 200, 1000, 800};

    private final Map<Integer, UnitYear> years = new TreeMap<>();
    private final Told told = new Told(new TreeMap<>());

    YearReckoningTest() {
        for (int year = FIRST_YEAR; year <= LAST_YEAR; year++) {
            years.put(year, new UnitYear(year));
        }
    }

    @Test
    void aYearThatIsFollowedIsToldThroughItsLastMonthWhenItsLastDaysWereNeverMeasured() {
        change(Map.of(day("2020-11-30"), 24, day("2020-12-30"), 24));
        assertThat(told.months()).contains("2020-11").doesNotContain("2020-12");

        change(Map.of(day("2021-01-01"), 1));
        assertThat(told.figures()).containsEntry("through 2020-12", "over, 2 days of 366, on 0");
        assertThat(told.figures()).containsEntry("2020-12", "over, 1 days of 31, on 0");

        change(Map.of(day("2021-01-01"), 0));
        assertThat(told.months()).doesNotContain("2020-12");
        assertThat(told.figures()).containsEntry("2020-12", "under way, 1 days of 30, on 0");
    }

    @Test
    void theMonthsOfAFollowedYearOfWhichNothingIsKnownAnyMoreAreTakenBack() {
        change(Map.of(day("2020-05-10"), 24, day("2021-01-01"), 24));
        assertThat(told.months()).contains("2020-05", "2020-12");

        change(Map.of(day("2020-05-10"), 0));
        assertThat(told.figures().keySet()).noneMatch(period -> period.contains("2020"));
    }

    /** What stands after any changes is what is told of all days at once. */
    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    void anyOrderOfDaysThatComeAndGoGivesWhatIsToldOfAllAtOnce(@ForAll long seed) {
        Random chance = new Random(seed);
        int first = ReportingDay.firstOf(FIRST_YEAR);
        int days = ReportingDay.lastOf(LAST_YEAR) - first + 1;
        for (int batch = 0; batch < 12; batch++) {
            Map<Integer, Integer> hours = new TreeMap<>();
            for (int change = chance.nextInt(6); change >= 0; change--) {
                hours.put(first + chance.nextInt(days), chance.nextInt(3) * 12);
            }
            if (chance.nextInt(3) == 0) {
                known().stream().filter(day -> chance.nextInt(2) == 0).forEach(day -> hours.put(day, 0));
            }
            change(hours);
        }

        Told atOnce = new Told(new TreeMap<>());
        years.keySet().forEach(year -> reckoning(year, atOnce).tell(knownOf(year), new TreeSet<>(), false));
        assertThat(told.figures()).isEqualTo(atOnce.figures());
    }

    /** Sets how many hours of some days have begun, and tells what that bears on. */
    private void change(Map<Integer, Integer> hoursOfDays) {
        Map<Integer, Boolean> before = new TreeMap<>();
        years.forEach((year, days) -> before.put(year, days.isKnown()));
        NavigableSet<Integer> changed = new TreeSet<>(hoursOfDays.keySet());
        hoursOfDays.forEach((day, hours) -> years.get(ReportingDay.year(day)).set(measured(day, hours)));
        years.keySet().forEach(year -> {
            boolean succession = year < LAST_YEAR
                    && (before.get(year + 1) != years.get(year + 1).isKnown());
            reckoning(year, told).tell(of(year, changed), of(year - 1, changed), succession);
        });
    }

    private YearReckoning reckoning(int year, Told to) {
        boolean followed = year < LAST_YEAR && years.get(year + 1).isKnown();
        return new YearReckoning(STANDARDS, years.get(year), Optional.ofNullable(years.get(year - 1)), followed, to);
    }

    private NavigableSet<Integer> known() {
        NavigableSet<Integer> known = new TreeSet<>();
        years.keySet().forEach(year -> known.addAll(knownOf(year)));
        return known;
    }

    private NavigableSet<Integer> knownOf(int year) {
        NavigableSet<Integer> known = new TreeSet<>();
        for (int day = ReportingDay.firstOf(year); day <= ReportingDay.lastOf(year); day++) {
            if (years.get(year).isKnown(day)) {
                known.add(day);
            }
        }
        return known;
    }

    private static NavigableSet<Integer> of(int year, NavigableSet<Integer> days) {
        return days.subSet(ReportingDay.firstOf(year), true, ReportingDay.lastOf(year), true);
    }

    private static UnitDay measured(int day, int hours) {
        UnitDay measured = new UnitDay(day);
        if (hours > 0) {
            StationHours station = StationHours.ofDay(day);
            for (int slot = 0; slot < hours; slot++) {
                station.file(ReportingHour.firstHour(day) + slot, 0, USUAL, false);
            }
            measured.add(station, STANDARDS.validity());
        }
        return measured;
    }

    private static int day(String date) {
        return ReportingHour.day(LocalDate.parse(date));
    }

    /** What stands of what was told, period by period; a span without a valid day has no figure. */
    private record Told(Map<String, String> figures) implements YearReckoning.Listener {
        @Override
        public void yearThrough(int day, int hours, AirComparison compared) {
            put("through " + ReportingHour.date(day), hours == StationDay.HOURS, compared);
        }

        @Override
        public void yearThrough(YearMonth month, boolean over, AirComparison compared) {
            put("through " + month, over, compared);
        }

        @Override
        public void month(YearMonth month, boolean over, AirComparison compared) {
            put(month.toString(), over, compared);
        }

        private void put(String period, boolean over, AirComparison compared) {
            AirStatistics current = compared.current();
            if (current.validDays() == 0) {
                figures.remove(period);
                return;
            }
            figures.put(
                    period,
                    (over ? "over, " : "under way, ") + current.validDays() + " days of "
                            + current.span().days() + ", on " + compared.base().validDays());
        }

        private NavigableSet<String> months() {
            NavigableSet<String> months = new TreeSet<>();
            figures.keySet().stream()
                    .filter(period -> period.length() == "through 2020-12".length())
                    .forEach(period -> months.add(period.substring("through ".length())));
            return months;
        }
    }
}

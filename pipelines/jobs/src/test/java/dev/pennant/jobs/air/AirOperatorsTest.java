package dev.pennant.jobs.air;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pennant.core.air.AirReading;
import dev.pennant.core.air.AirStation;
import dev.pennant.core.indicator.Coverage;
import dev.pennant.core.indicator.IndicatorValue;
import dev.pennant.core.period.RunningPeriod;
import dev.pennant.core.period.SingleDay;
import dev.pennant.core.retail.SalesHour;
import dev.pennant.jobs.kafka.Origin;
import dev.pennant.jobs.kafka.RawRecord;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class AirOperatorsTest {
    private static final String DANGHU = "330482001";
    private static final String THREE_HOURS = "air-aqi-3h";
    private static final LocalDate DAY = LocalDate.of(2020, 3, 18);
    private static final int[] TICKS = {350, 700, 80, 300, 700, 600};

    @Test
    void aReadingOfAStationThatIsNotRegisteredWaitsAndJoinsItsTownshipCountyAndPrefecture() throws Exception {
        try (AirTasks tasks = new AirTasks(0, null)) {
            wholeDay(tasks, "A", DAY, TICKS, 0);
            tasks.tell();
            assertThat(days(tasks.drained())).extracting(AirDayRow::unit).containsOnly("");

            tasks.send(station("A", DANGHU));
            tasks.tell();

            List<Object> told = tasks.drained();
            assertThat(days(told))
                    .filteredOn(row -> row.station().isEmpty())
                    .extracting(AirDayRow::unit)
                    .containsExactlyInAnyOrder(DANGHU, "330482", "3304");
            assertThat(values(told))
                    .filteredOn(value -> value.unit().equals(DANGHU)
                            && value.indicator().equals("air-pm25")
                            && value.period().toString().equals("2020-03-18"))
                    .singleElement()
                    .satisfies(value -> {
                        assertThat(value.value()).isEqualByComparingTo("35");
                        assertThat(value.coverage().reported()).isEqualTo(1);
                        assertThat(value.coverage().expected()).isEqualTo(78);
                    });
        }
    }

    @Test
    void aHigherRevisionReplacesAnHourAndTheSameRevisionWithOtherFiguresIsRefused() throws Exception {
        int[] other = {1000, 1500, 80, 300, 700, 600};
        try (AirTasks tasks = new AirTasks(0, null)) {
            tasks.send(station("A", DANGHU));
            wholeDay(tasks, "A", DAY, TICKS, 0);
            tasks.send(reading("A", SalesHour.firstHour(DAY), other, 0));
            tasks.tell();
            List<Object> told = tasks.drained();
            assertThat(AirTasks.refused(told)).singleElement().satisfies(letter -> assertThat(letter.reason())
                    .isEqualTo("conflicting-revision"));

            tasks.send(reading("A", SalesHour.firstHour(DAY), other, 2));
            tasks.send(reading("A", SalesHour.firstHour(DAY), TICKS, 1));
            tasks.tell();

            told = tasks.drained();
            assertThat(days(told))
                    .filteredOn(row -> row.station().equals("A"))
                    .singleElement()
                    .satisfies(row -> {
                        assertThat(row.concentrations()[0]).isEqualTo(1000);
                        assertThat(row.revisions()[0]).isEqualTo(2);
                    });
            assertThat(told)
                    .filteredOn(LoggedReading.class::isInstance)
                    .extracting(logged -> ((LoggedReading) logged).applied())
                    .containsExactly(true, false);
        }
    }

    @Test
    void aStationThatIsRegisteredElsewhereTakesItsReadingsAlong() throws Exception {
        try (AirTasks tasks = new AirTasks(0, null)) {
            tasks.send(station("A", DANGHU));
            wholeDay(tasks, "A", DAY, TICKS, 0);
            tasks.tell();
            tasks.drained();

            tasks.send(station("A", "330482002"));
            tasks.tell();

            List<Object> told = tasks.drained();
            assertThat(days(told))
                    .filteredOn(row -> row.unit().equals(DANGHU))
                    .singleElement()
                    .satisfies(row -> assertThat(row.marks().stations()).isZero());
            assertThat(values(told))
                    .filteredOn(value -> value.unit().equals(DANGHU))
                    .isNotEmpty()
                    .allSatisfy(value -> assertThat(value.coverage().reported()).isZero());
            assertThat(values(told))
                    .filteredOn(value -> value.unit().equals("330482002"))
                    .isNotEmpty()
                    .allSatisfy(value -> assertThat(value.coverage().reported())
                            .isEqualTo(value.indicator().equals(THREE_HOURS) ? 24 : 1));
        }
    }

    @Test
    void whatALostRunToldOfAUnitIsTakenBackWhereTheStationHasLeftItAgain() throws Exception {
        AirTasks.Checkpoint checkpoint;
        try (AirTasks tasks = new AirTasks(0, null)) {
            tasks.send(station("A", DANGHU));
            wholeDay(tasks, "A", DAY, TICKS, 0);
            checkpoint = tasks.checkpoint();
        }
        try (AirTasks tasks = new AirTasks(1, checkpoint)) {
            tasks.send(station("A", "330482002"));
            tasks.send(station("A", DANGHU));
            tasks.tell();

            assertThat(days(tasks.drained()))
                    .filteredOn(row -> row.station().isEmpty() && row.unit().equals("330482002"))
                    .singleElement()
                    .satisfies(row -> assertThat(row.marks().stations()).isZero());
        }
    }

    @Test
    void aYearIsComparedWithTheYearBeforeByTheFiguresAsPublished() throws Exception {
        int[] seventeen = {170, 700, 80, 300, 700, 600};
        int[] fifteen = {150, 700, 80, 300, 700, 600};
        try (AirTasks tasks = new AirTasks(0, null)) {
            tasks.send(station("A", DANGHU));
            wholeDay(tasks, "A", DAY.minusYears(1), seventeen, 0);
            wholeDay(tasks, "A", DAY, fifteen, 0);
            tasks.tell();

            assertThat(values(tasks.drained()))
                    .filteredOn(value -> value.unit().equals("3304")
                            && value.indicator().equals("air-pm25")
                            && value.period().toString().equals("2020-03-18"))
                    .singleElement()
                    .satisfies(value -> {
                        assertThat(value.base()).isEqualByComparingTo("17");
                        assertThat(value.growth()).hasToString("Percent[percent=-11.8]");
                    });
        }
    }

    @Test
    void aDustDayOfThePrefectureIsLeftOutOfParticulatesInEveryUnitOfIt() throws Exception {
        try (AirTasks tasks = new AirTasks(0, null)) {
            tasks.send(station("A", DANGHU));
            wholeDay(tasks, "A", DAY, TICKS, 0);
            tasks.send(new DustEntry(new Origin("air-dust-days", 0, 0), Instant.EPOCH, "3304", DAY, false, true));
            tasks.tell();

            List<Object> told = tasks.drained();
            assertThat(values(told))
                    .filteredOn(value ->
                            value.indicator().equals("air-pm25") && value.unit().equals(DANGHU))
                    .isNotEmpty()
                    .allSatisfy(value -> assertThat(value.coverage().reported()).isZero());
            assertThat(values(told))
                    .filteredOn(value -> value.indicator().equals("air-good-days")
                            && value.unit().equals(DANGHU))
                    .isNotEmpty()
                    .allSatisfy(value -> assertThat(value.coverage().reported()).isEqualTo(1));
        }
    }

    @Test
    void aDustDayWhoseHoursAreClearedStaysInItsYear() throws Exception {
        try (AirTasks tasks = new AirTasks(0, null)) {
            tasks.send(station("A", DANGHU));
            wholeDay(tasks, "A", DAY, TICKS, 0);
            tasks.tell();
            tasks.send(new ReceivedReading(
                    new RawRecord(new Origin("air", 0, 8), Instant.parse("2032-01-02T00:00:00Z"), null, null),
                    new AirReading("A", SalesHour.firstHour(LocalDate.of(2032, 1, 1)), TICKS, 0, true),
                    false));
            tasks.tell();
            tasks.drained();

            tasks.send(new DustEntry(new Origin("air-dust-days", 0, 0), Instant.EPOCH, DANGHU, DAY, false, true));
            tasks.tell();

            List<Object> told = tasks.drained();
            assertThat(days(told)).isEmpty();
            assertThat(goodDays(told, DAY.toString()).coverage().reported()).isEqualTo(1);
            assertThat(values(told))
                    .filteredOn(value -> value.indicator().equals("air-pm25"))
                    .isNotEmpty()
                    .allSatisfy(value -> assertThat(value.coverage().reported()).isZero());
        }
    }

    @Test
    void threeHoursAreToldWhileTheDayIsUnderWayAndCorrectedAndTakenBack() throws Exception {
        int[] clean = {350, 700, 80, 300, 700, 600};
        int[] polluted = {1220, 700, 80, 300, 700, 600};
        int midnight = SalesHour.firstHour(DAY);
        try (AirTasks tasks = new AirTasks(0, null)) {
            tasks.send(station("A", DANGHU));
            tasks.send(reading("A", midnight, polluted, 0));
            tasks.send(reading("A", midnight + 1, polluted, 0));
            tasks.tell();
            assertThat(threeHours(tasks, DAY).coverage().reported()).isZero();

            tasks.send(reading("A", midnight + 2, polluted, 0));
            tasks.tell();
            IndicatorValue value = threeHours(tasks, DAY);
            assertThat(value.value()).isEqualByComparingTo("160");
            assertThat(value.period()).isEqualTo(new SingleDay(DAY, 3));
            assertThat(value.coverage()).isEqualTo(new Coverage(3, 24, 20, false));
            assertThat(value.synthetic()).isTrue();

            tasks.send(reading("A", midnight + 1, clean, 1));
            tasks.tell();
            assertThat(threeHours(tasks, DAY).value()).isEqualByComparingTo("60");

            tasks.send(reading("A", midnight + 1, new int[] {-1, -1, -1, -1, -1, -1}, 2));
            tasks.tell();
            assertThat(threeHours(tasks, DAY).coverage().reported()).isZero();
        }
    }

    @Test
    void aDayIsToldAgainAsOverWhenTheNextOneBegins() throws Exception {
        try (AirTasks tasks = new AirTasks(0, null)) {
            tasks.send(station("A", DANGHU));
            for (int slot = 0; slot < 21; slot++) {
                tasks.send(reading("A", SalesHour.firstHour(DAY) + slot, TICKS, 0));
            }
            tasks.tell();
            assertThat(threeHours(tasks, DAY).coverage().status()).isEqualTo(Coverage.Status.PROVISIONAL);

            tasks.send(reading("A", SalesHour.firstHour(DAY.plusDays(1)), TICKS, 0));
            tasks.tell();
            IndicatorValue over = threeHours(tasks, DAY);
            assertThat(over.period()).isEqualTo(new SingleDay(DAY, 24));
            assertThat(over.coverage()).isEqualTo(new Coverage(21, 24, 20, true));
        }
    }

    @Test
    void theLastDayOfAYearIsOverWhenTheNextYearBegins() throws Exception {
        LocalDate last = LocalDate.of(2019, 12, 31);
        try (AirTasks tasks = new AirTasks(0, null)) {
            tasks.send(station("A", DANGHU));
            for (int slot = 0; slot < 21; slot++) {
                tasks.send(reading("A", SalesHour.firstHour(last) + slot, TICKS, 0));
            }
            tasks.tell();
            assertThat(threeHours(tasks, last).period()).isEqualTo(new SingleDay(last, 21));

            tasks.send(reading("A", SalesHour.firstHour(last.plusDays(1)), TICKS, 0));
            tasks.tell();
            List<Object> told = tasks.drained();
            assertThat(goodDays(told, "2019-12-31").period()).isEqualTo(new RunningPeriod(last, 24));
            assertThat(values(told))
                    .filteredOn(value -> value.indicator().equals(THREE_HOURS)
                            && value.period().equals(new SingleDay(last, 24)))
                    .isNotEmpty();
        }
    }

    @Test
    void aYearWhoseLastDayWasNeverMeasuredIsWholeWhenTheNextYearBegins() throws Exception {
        LocalDate last = LocalDate.of(2019, 12, 30);
        try (AirTasks tasks = new AirTasks(0, null)) {
            tasks.send(station("A", DANGHU));
            wholeDay(tasks, "A", last, TICKS, 0);
            tasks.tell();
            assertThat(values(tasks.drained()))
                    .extracting(value -> value.period().toString())
                    .contains("2019-12-30")
                    .doesNotContain("2019-12");

            tasks.send(reading("A", SalesHour.firstHour(last.plusDays(2)), TICKS, 0));
            tasks.tell();
            assertThat(goodDays(tasks.drained(), "2019-12").coverage()).isEqualTo(new Coverage(1, 365, 324, true));
        }
    }

    @Test
    void aYearIsNotWholeAnyMoreWhenTheNextOneIsGone() throws Exception {
        LocalDate last = LocalDate.of(2019, 12, 30);
        try (AirTasks tasks = new AirTasks(0, null)) {
            tasks.send(station("A", DANGHU));
            tasks.send(station("B", DANGHU));
            wholeDay(tasks, "A", last, TICKS, 0);
            wholeDay(tasks, "B", last.plusDays(2), TICKS, 0);
            tasks.tell();
            assertThat(goodDays(tasks.drained(), "2019-12").coverage().reported())
                    .isEqualTo(1);

            tasks.send(station("B", "330482002"));
            tasks.tell();
            List<Object> told = tasks.drained();
            assertThat(goodDays(told, "2019-12").coverage().reported()).isZero();
            assertThat(told)
                    .filteredOn(row -> row instanceof AirStatisticsRow statistics
                            && statistics.unit().equals(DANGHU)
                            && statistics.period().equals("2019-12"))
                    .singleElement()
                    .satisfies(row ->
                            assertThat(((AirStatisticsRow) row).lastDay()).isEqualTo(SalesHour.day(last)));
        }
    }

    @Test
    void aMonthIsNotCompleteWhileItsLastDayIsUnderWay() throws Exception {
        LocalDate first = LocalDate.of(2020, 1, 1);
        LocalDate last = first.plusDays(30);
        try (AirTasks tasks = new AirTasks(0, null)) {
            tasks.send(station("A", DANGHU));
            for (LocalDate day = first; day.isBefore(last); day = day.plusDays(1)) {
                wholeDay(tasks, "A", day, TICKS, 0);
            }
            tasks.send(reading("A", SalesHour.firstHour(last), TICKS, 0));
            tasks.tell();
            assertThat(goodDays(tasks.drained(), "2020-01").coverage()).isEqualTo(new Coverage(30, 31, 28, false));

            tasks.send(reading("A", SalesHour.firstHour(last.plusDays(1)), TICKS, 0));
            tasks.tell();
            assertThat(goodDays(tasks.drained(), "2020-01").coverage()).isEqualTo(new Coverage(30, 31, 28, true));
        }
    }

    /** What was told last of Danghu's good days. */
    private static IndicatorValue goodDays(List<Object> told, String period) {
        return values(told).stream()
                .filter(value -> value.indicator().equals("air-good-days")
                        && value.unit().equals(DANGHU)
                        && value.period().toString().equals(period))
                .reduce((before, last) -> last)
                .orElseThrow();
    }

    /** What was told last of Danghu's three hours. */
    private static IndicatorValue threeHours(AirTasks tasks, LocalDate day) {
        return values(tasks.drained()).stream()
                .filter(value -> value.indicator().equals(THREE_HOURS)
                        && value.unit().equals(DANGHU)
                        && value.period().toString().equals(day.toString()))
                .reduce((before, last) -> last)
                .orElseThrow();
    }

    private static void wholeDay(AirTasks tasks, String station, LocalDate day, int[] ticks, int revision)
            throws Exception {
        int first = SalesHour.firstHour(day);
        for (int hour = first; hour < first + SalesHour.PER_DAY; hour++) {
            tasks.send(reading(station, hour, ticks, revision));
        }
    }

    private static ReceivedReading reading(String station, int hour, int[] ticks, int revision) {
        return new ReceivedReading(record(), new AirReading(station, hour, ticks, revision, true), false);
    }

    private static StationEntry station(String id, String unit) {
        return new StationEntry(
                record().origin(), record().receivedAt(), id, Optional.of(new AirStation(id, "站", unit, true)));
    }

    private static RawRecord record() {
        return new RawRecord(new Origin("air", 0, 7), Instant.parse("2021-03-01T00:00:00Z"), null, null);
    }

    private static List<AirDayRow> days(List<Object> told) {
        List<AirDayRow> rows = new ArrayList<>();
        told.stream().filter(AirDayRow.class::isInstance).forEach(row -> rows.add((AirDayRow) row));
        return rows;
    }

    private static List<IndicatorValue> values(List<Object> told) {
        List<IndicatorValue> values = new ArrayList<>();
        told.stream().filter(IndicatorValue.class::isInstance).forEach(value -> values.add((IndicatorValue) value));
        return values;
    }
}

package dev.pennant.jobs.air;

import static dev.pennant.jobs.air.ToldAir.DANGHU;
import static dev.pennant.jobs.air.ToldAir.THREE_HOURS;
import static dev.pennant.jobs.air.ToldAir.TICKS;
import static dev.pennant.jobs.air.ToldAir.days;
import static dev.pennant.jobs.air.ToldAir.goodDays;
import static dev.pennant.jobs.air.ToldAir.reading;
import static dev.pennant.jobs.air.ToldAir.station;
import static dev.pennant.jobs.air.ToldAir.threeHours;
import static dev.pennant.jobs.air.ToldAir.values;
import static dev.pennant.jobs.air.ToldAir.wholeDay;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pennant.core.air.AirReading;
import dev.pennant.core.indicator.Coverage;
import dev.pennant.core.indicator.IndicatorValue;
import dev.pennant.core.period.ReportingHour;
import dev.pennant.core.period.SingleDay;
import dev.pennant.jobs.kafka.Origin;
import dev.pennant.jobs.kafka.RawRecord;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

final class AirOperatorsTest {
    private static final LocalDate DAY = LocalDate.of(2020, 3, 18);

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
            tasks.send(reading("A", ReportingHour.firstHour(DAY), other, 0));
            tasks.tell();
            List<Object> told = tasks.drained();
            assertThat(AirTasks.refused(told)).singleElement().satisfies(letter -> assertThat(letter.reason())
                    .isEqualTo("conflicting-revision"));

            tasks.send(reading("A", ReportingHour.firstHour(DAY), other, 2));
            tasks.send(reading("A", ReportingHour.firstHour(DAY), TICKS, 1));
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
                    new AirReading("A", ReportingHour.firstHour(LocalDate.of(2032, 1, 1)), TICKS, 0, true),
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
        int midnight = ReportingHour.firstHour(DAY);
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
}

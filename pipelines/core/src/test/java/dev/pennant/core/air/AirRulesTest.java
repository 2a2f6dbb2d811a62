package dev.pennant.core.air;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pennant.core.catalogue.Catalogue;
import dev.pennant.core.filing.Rejection;
import dev.pennant.core.filing.Verdict;
import dev.pennant.core.period.ReportingHour;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class AirRulesTest {
    private static final Instant HOUR = Instant.parse("2020-10-07T03:00:00Z");
    private static final Instant RECEIVED = HOUR.plusSeconds(3_660);
    private static final int NOTHING = AirReadingForm.NOTHING;

    private final AirRules rules = Catalogue.shipped().airRules();

    @Test
    void aReadingIsTakenAsItStands() {
        AirReading reading = accepted(reading(HOUR, 2, 356, 610, 84, 310, 720, 640));

        assertThat(reading.stationId()).isEqualTo("A1");
        assertThat(ReportingHour.start(reading.hour())).isEqualTo(HOUR);
        assertThat(reading.ticks()).containsExactly(356, 610, 84, 310, 720, 640);
        assertThat(reading.revision()).isEqualTo(2);
        assertThat(reading.synthetic()).isTrue();
    }

    @Test
    void whatWasNotSentIsMissingAlsoWhereItIsEverything() {
        assertThat(accepted(reading(HOUR, 0, NOTHING, 610, NOTHING, 0, 0, 640)).ticks())
                .containsExactly(Pollutant.MISSING, 610, Pollutant.MISSING, 0, 0, 640);
        assertThat(accepted(reading(HOUR, 0, NOTHING, NOTHING, NOTHING, NOTHING, NOTHING, NOTHING))
                        .ticks())
                .containsOnly(Pollutant.MISSING);
    }

    /** The ranges of the catalogue, in ticks. */
    @ParameterizedTest
    @CsvSource({"PM2_5, 10000", "PM10, 50000", "SO2, 26200", "NO2, 38400", "CO, 150000", "O3, 12000"})
    void aConcentrationIsTakenFromZeroThroughTheEndOfItsInstrumentsRange(Pollutant pollutant, int most) {
        assertThat(accepted(only(pollutant, 0)).ticks()[pollutant.place()]).isZero();
        assertThat(accepted(only(pollutant, most)).ticks()[pollutant.place()]).isEqualTo(most);
        assertThat(reasons(only(pollutant, -1))).containsExactly("negative-concentration");
        assertThat(reasons(only(pollutant, most + 1))).containsExactly("beyond-instrument-range");
    }

    @Test
    void aConcentrationIsShownInItsOwnMeasure() {
        assertThat(rejections(only(Pollutant.CO, 150_001)))
                .extracting(Rejection::detail)
                .containsExactly("150.001 mg/m³ is beyond 150 mg/m³, the most that an instrument shows");
        assertThat(rejections(only(Pollutant.O3, -5)))
                .extracting(Rejection::detail)
                .containsExactly("-0.5 µg/m³ is below zero; a missing value is left empty");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 1_800_000, 3_599_999, -1})
    void anHourIsNamedByItsStart(long beside) {
        assertThat(reasons(reading(HOUR.plusMillis(beside), 0, 1, 1, 1, 1, 1, 1)))
                .containsExactly("not-on-the-hour");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    2020-10-07T03:00:00.001Z | 2020-10-07T11:00:00.001 is not on the hour; an hour is named by its start
                    2020-10-09T03:00:00Z | 2020-10-09T11:00:00 is after the reading was received, at 2020-10-07T12:30:00
                    2009-12-31T15:00:00Z | 2009-12-31T23:00:00 is before 2010, the first year that a reading received at 2020-10-07T12:30:00 can be of
                    """)
    void aRefusalTellsHoursAsTheyAreWrittenInChina(Instant hour, String detail) {
        Verdict<AirReading> verdict =
                rules.judge(reading(hour, 0, 1, 1, 1, 1, 1, 1), Instant.parse("2020-10-07T04:30:00Z"));

        assertThat(((Verdict.Rejected<AirReading>) verdict).rejections())
                .extracting(Rejection::detail)
                .containsExactly(detail);
    }

    @ParameterizedTest
    @CsvSource({
        "2020-10-08T03:00:00Z, 2020-10-07T03:00:00Z, ''",
        "2020-10-08T03:00:00Z, 2020-10-07T02:59:59.999Z, measured-in-the-future",
        // The tenth year before that of the receipt begins in Shanghai.
        "2009-12-31T16:00:00Z, 2020-12-31T15:59:59.999Z, ''",
        "2009-12-31T15:00:00Z, 2020-12-31T15:59:59.999Z, measured-too-long-ago",
        "2009-12-31T16:00:00Z, 2020-12-31T16:00:00Z, measured-too-long-ago",
    })
    void anHourIsTakenUpToTheClocksToleranceAndWhileItCanBeCorrected(Instant hour, Instant receivedAt, String reason) {
        Verdict<AirReading> verdict = rules.judge(reading(hour, 0, 1, 1, 1, 1, 1, 1), receivedAt);

        assertThat(
                        verdict instanceof Verdict.Rejected<AirReading> rejected
                                ? reasons(rejected.rejections())
                                : List.of())
                .isEqualTo(reason.isEmpty() ? List.of() : List.of(reason));
    }

    @Test
    void allThatIsWrongIsSaidAtOnce() {
        AirReadingForm form = new AirReadingForm(
                " A1", RECEIVED.toEpochMilli() + 100_000_000, new int[] {-1, 50_001, NOTHING, 1, 1, 1}, -1, true);

        assertThat(reasons(form))
                .containsExactly(
                        "bad-id",
                        "not-on-the-hour",
                        "measured-in-the-future",
                        "negative-concentration",
                        "beyond-instrument-range",
                        "bad-revision");
    }

    /** PM2.5 is a part of PM10; up to a tenth more is how instruments differ. */
    @ParameterizedTest
    @CsvSource({
        "1100, 1000, false",
        "1101, 1000, true",
        "1, 0, true",
        "0, 0, false",
        "-1, 1000, false",
        "1000, -1, false",
    })
    void fineParticlesAboveCoarseOnesAreDoubtful(int fine, int coarse, boolean doubtful) {
        int[] ticks = {fine, coarse, 1, 1, 1, 1};

        assertThat(rules.isFineAboveCoarse(new AirReading("A1", 0, ticks, 0, true)))
                .isEqualTo(doubtful);
    }

    @Test
    void aStationStandsInATownship() {
        assertThat(rules.judge(new AirStationForm("A1", "当湖1号站", "330482001", true)))
                .isEqualTo(new Verdict.Accepted<>(new AirStation("A1", "当湖1号站", "330482001", true)));
    }

    @ParameterizedTest
    @CsvSource({
        "'', 当湖1号站, 330482001, bad-id",
        "A1, 当湖1号站, 330482, unknown-unit",
        "A1, 当湖1号站, 330482999, unknown-unit",
    })
    void aStationThatCannotBePlacedIsRefused(String id, String name, String unit, String reason) {
        assertThat(reasons(((Verdict.Rejected<AirStation>) rules.judge(new AirStationForm(id, name, unit, true)))
                        .rejections()))
                .containsExactly(reason);
    }

    @ParameterizedTest
    @ValueSource(strings = {"330482001", "330482", "3304"})
    void aDustDayIsOneOfAnyUnit(String unit) {
        assertThat(rules.judge(new AirDustForm(unit, "2020-02-29", true), RECEIVED))
                .isEqualTo(new Verdict.Accepted<>(new AirDustDay(unit, LocalDate.of(2020, 2, 29), true)));
    }

    @ParameterizedTest
    @CsvSource({
        "33, 2020-03-18, unknown-unit",
        "330482001, 2021-02-29, bad-day",
        "330482001, 2020-03, bad-day",
        "330482001, 1999-12-31, bad-day",
        "330482001, 2149-01-01, bad-day",
        "330482001, +10000-01-01, bad-day",
        "330482001, 2009-12-31, measured-too-long-ago",
    })
    void aDustDayOfNoUnitOrNoDayIsRefused(String unit, String day, String reason) {
        assertThat(reasons(((Verdict.Rejected<AirDustDay>) rules.judge(new AirDustForm(unit, day, true), RECEIVED))
                        .rejections()))
                .containsExactly(reason);
    }

    private AirReading accepted(AirReadingForm form) {
        return ((Verdict.Accepted<AirReading>) rules.judge(form, RECEIVED)).value();
    }

    private List<Rejection> rejections(AirReadingForm form) {
        return ((Verdict.Rejected<AirReading>) rules.judge(form, RECEIVED)).rejections();
    }

    private List<String> reasons(AirReadingForm form) {
        return reasons(rejections(form));
    }

    private static List<String> reasons(List<Rejection> rejections) {
        return rejections.stream().map(rejection -> rejection.reason().id()).toList();
    }

    private static AirReadingForm reading(Instant hour, int revision, int... ticks) {
        return new AirReadingForm("A1", hour.toEpochMilli(), ticks, revision, true);
    }

    private static AirReadingForm only(Pollutant pollutant, int concentration) {
        int[] ticks = new int[Pollutant.COUNT];
        Arrays.fill(ticks, NOTHING);
        ticks[pollutant.place()] = concentration;
        return reading(HOUR, 0, ticks);
    }
}

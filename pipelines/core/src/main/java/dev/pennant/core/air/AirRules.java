package dev.pennant.core.air;

import dev.pennant.core.Quotation;
import dev.pennant.core.ReportingZone;
import dev.pennant.core.filing.Rejection;
import dev.pennant.core.filing.Rejection.Reason;
import dev.pennant.core.filing.TextRules;
import dev.pennant.core.filing.Verdict;
import dev.pennant.core.period.ReportingDay;
import dev.pennant.core.period.ReportingHour;
import java.io.Serializable;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Which stations, readings and dust days can be taken. A record is judged by itself and by the moment it was received, never by the present time
 * or by other records, so that it is judged alike whenever it is read again.
 */
public final class AirRules implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final long HOUR_MILLIS = 3_600_000;
    private static final int PERCENT = 100;

    private final Set<String> townships;
    private final Set<String> units;
    private final AirLimits limits;

    /**
     * @param townships codes of the townships of the catalogue, where stations can stand
     * @param units codes of all its units, whose days can be marked
     * @param limits the catalogue's bounds
     */
    public AirRules(Set<String> townships, Set<String> units, AirLimits limits) {
        this.townships = Set.copyOf(townships);
        this.units = Set.copyOf(units);
        this.limits = limits;
    }

    /** Checks the registration of a station. */
    public Verdict<AirStation> judge(AirStationForm form) {
        List<Rejection> faults = faultsOfId(form.stationId());
        TextRules.checkText("name", form.name(), faults);
        if (!townships.contains(form.unit())) {
            faults.add(new Rejection(
                    Reason.UNKNOWN_UNIT,
                    "unit",
                    Quotation.of(form.unit()) + " is not the code of a township in the catalogue"));
        }
        return faults.isEmpty()
                ? new Verdict.Accepted<>(new AirStation(form.stationId(), form.name(), form.unit(), form.synthetic()))
                : new Verdict.Rejected<>(faults);
    }

    /**
     * Checks a reading.
     *
     * @param receivedAt when it was received, by the receiver's clock: the time of its record in the topic
     */
    public Verdict<AirReading> judge(AirReadingForm form, Instant receivedAt) {
        List<Rejection> faults = faultsOfId(form.stationId());
        checkHour(form.hourMillis(), receivedAt, faults);
        int[] ticks = new int[Pollutant.COUNT];
        for (Pollutant pollutant : Pollutant.all()) {
            ticks[pollutant.place()] = checked(pollutant, form.ticks()[pollutant.place()], faults);
        }
        if (form.revision() < 0) {
            faults.add(new Rejection(Reason.BAD_REVISION, "revision", form.revision() + " is below zero"));
        }
        return faults.isEmpty()
                ? new Verdict.Accepted<>(new AirReading(
                        form.stationId(),
                        ReportingHour.of(form.hourMillis()),
                        ticks,
                        form.revision(),
                        form.synthetic()))
                : new Verdict.Rejected<>(faults);
    }

    /** Whether PM2.5, which is a part of PM10, is above it by more than instruments differ; such a reading counts, and is shown as doubtful. */
    public boolean isFineAboveCoarse(AirReading reading) {
        int fine = reading.ticks()[Pollutant.PM2_5.place()];
        int coarse = reading.ticks()[Pollutant.PM10.place()];
        return fine != Pollutant.MISSING
                && coarse != Pollutant.MISSING
                && (long) fine * PERCENT > (long) coarse * (PERCENT + limits.fineAboveCoarsePercent());
    }

    /**
     * Checks the mark of a dust day; one of a day whose hours are not kept any more is refused as a reading of it would be.
     *
     * @param receivedAt when it was received, by the receiver's clock: the time of its record in the topic
     */
    public Verdict<AirDustDay> judge(AirDustForm form, Instant receivedAt) {
        List<Rejection> faults = new ArrayList<>();
        if (!units.contains(form.unit())) {
            faults.add(new Rejection(
                    Reason.UNKNOWN_UNIT,
                    "unit",
                    Quotation.of(form.unit()) + " is not the code of a unit in the catalogue"));
        }
        Optional<LocalDate> day = day(form.day());
        if (day.isEmpty()) {
            faults.add(new Rejection(
                    Reason.BAD_DAY,
                    "day",
                    Quotation.of(form.day()) + " is not a day like 2020-03-18, from 2000 to 2148"));
        }
        int first = firstYear(receivedAt);
        if (day.filter(marked -> marked.getYear() < first).isPresent()) {
            faults.add(new Rejection(
                    Reason.MEASURED_TOO_LONG_AGO,
                    "day",
                    form.day() + " is before " + first + ", the first year that a mark received at "
                            + ReportingZone.shown(receivedAt) + " can be of"));
        }
        return faults.isEmpty()
                ? new Verdict.Accepted<>(new AirDustDay(form.unit(), day.orElseThrow(), form.synthetic()))
                : new Verdict.Rejected<>(faults);
    }

    /** What is wrong with the id of a station; nothing when it can be taken. */
    public List<Rejection> faultsOfId(String stationId) {
        List<Rejection> faults = new ArrayList<>(0);
        TextRules.checkId("station_id", stationId, faults);
        return faults;
    }

    /** A day of a year that the tables' days hold whole. */
    private static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(LocalDate.parse(text)).filter(day -> day.getYear() >= 2000 && day.getYear() <= 2148);
        } catch (DateTimeException noDay) {
            return Optional.empty();
        }
    }

    private void checkHour(long hourMillis, Instant receivedAt, List<Rejection> faults) {
        if (Math.floorMod(hourMillis, HOUR_MILLIS) != 0) {
            faults.add(new Rejection(
                    Reason.NOT_ON_THE_HOUR,
                    "hour",
                    LocalDateTime.ofInstant(Instant.ofEpochMilli(hourMillis), ReportingZone.ZONE)
                            + " is not on the hour; an hour is named by its start"));
        }
        if (hourMillis > receivedAt.toEpochMilli() + limits.clockTolerance().toMillis()) {
            faults.add(new Rejection(
                    Reason.MEASURED_IN_THE_FUTURE,
                    "hour",
                    shown(hourMillis) + " is after the reading was received, at " + ReportingZone.shown(receivedAt)));
            return;
        }
        int first = firstYear(receivedAt);
        if (hourMillis < ReportingHour.startMillis(ReportingHour.firstHour(ReportingDay.firstOf(first)))) {
            faults.add(new Rejection(
                    Reason.MEASURED_TOO_LONG_AGO,
                    "hour",
                    shown(hourMillis) + " is before " + first + ", the first year that a reading received at "
                            + ReportingZone.shown(receivedAt) + " can be of"));
        }
    }

    private static String shown(long millis) {
        return ReportingZone.shown(Instant.ofEpochMilli(millis));
    }

    /** The first calendar year of Asia/Shanghai that can still be corrected at a moment. */
    private int firstYear(Instant receivedAt) {
        return limits.firstYear(ReportingDay.year(ReportingHour.day(ReportingHour.of(receivedAt.toEpochMilli()))));
    }

    private int checked(Pollutant pollutant, int ticks, List<Rejection> faults) {
        if (ticks == AirReadingForm.NOTHING) {
            return Pollutant.MISSING;
        }
        int most = limits.range().get(pollutant);
        if (ticks < 0) {
            faults.add(new Rejection(
                    Reason.NEGATIVE_CONCENTRATION,
                    pollutant.id(),
                    shown(pollutant, ticks) + " is below zero; a missing value is left empty"));
        } else if (ticks > most) {
            faults.add(new Rejection(
                    Reason.BEYOND_INSTRUMENT_RANGE,
                    pollutant.id(),
                    shown(pollutant, ticks) + " is beyond " + shown(pollutant, most)
                            + ", the most that an instrument shows"));
        }
        return ticks;
    }

    private static String shown(Pollutant pollutant, int ticks) {
        BigDecimal concentration = BigDecimal.valueOf(ticks, pollutant.tickDecimals());
        return concentration.stripTrailingZeros().toPlainString() + " " + pollutant.measure();
    }
}

package dev.pennant.core.air;

import dev.pennant.core.period.ReportingHour;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A day of a station or a unit as it is shown: its hours, its own values, and what the standard of its date says of them. The arrays are not
 * changed once made.
 */
public final class JudgedDay {
    private final int day;
    private final AirStandard standard;
    private final int[] concentrations = new int[StationDay.VALUES];
    private final int[] hourlyIndices = new int[StationDay.VALUES];
    private final int[] hourlyAqi = new int[StationDay.HOURS];
    private final int[] dailyConcentrations;
    private final AirIndex daily;
    private final List<Shortage> shortages;

    private JudgedDay(int day, AirStandards standards, int[] dailyConcentrations, List<Shortage> shortages) {
        this.day = day;
        this.standard = standards.on(day);
        this.dailyConcentrations = dailyConcentrations;
        this.daily = standard.day(dailyConcentrations);
        this.shortages = shortages;
    }

    /** A station's day. */
    public static JudgedDay of(int day, StationHours hours, AirStandards standards) {
        StationDay values = hours.day(day, standards.validity());
        JudgedDay judged = new JudgedDay(day, standards, values.means().steps(), values.shortages());
        for (int slot = 0; slot < StationDay.HOURS; slot++) {
            StationMeans means = hours.hour(ReportingHour.firstHour(day) + slot);
            judged.judge(slot, means);
            for (Pollutant pollutant : Pollutant.all()) {
                int place = pollutant.place();
                // A single station's reading is shown as it was sent.
                judged.concentrations[slot * Pollutant.COUNT + place] =
                        means.isMissing(pollutant) ? Pollutant.MISSING : (int) means.sum(pollutant);
            }
        }
        return judged;
    }

    /** A unit's day: hours are shown as published. */
    public static JudgedDay of(UnitDay unit, AirStandards standards) {
        List<Shortage> shortages = Pollutant.all().stream()
                .filter(unit.means()::isMissing)
                .map(pollutant -> new Shortage(pollutant, 0, 1, Shortage.Counted.STATIONS))
                .toList();
        JudgedDay judged = new JudgedDay(unit.day(), standards, unit.means().steps(), shortages);
        for (int slot = 0; slot < StationDay.HOURS; slot++) {
            int[] steps = judged.judge(slot, unit.hour(slot));
            for (Pollutant pollutant : Pollutant.all()) {
                int place = pollutant.place();
                judged.concentrations[slot * Pollutant.COUNT + place] =
                        steps[place] == Pollutant.MISSING ? Pollutant.MISSING : steps[place] * pollutant.ticksOfStep();
            }
        }
        return judged;
    }

    private int[] judge(int slot, StationMeans means) {
        int[] steps = means.steps();
        AirIndex index = standard.hour(steps);
        for (Pollutant pollutant : Pollutant.all()) {
            hourlyIndices[slot * Pollutant.COUNT + pollutant.place()] = index.of(pollutant);
        }
        hourlyAqi[slot] = index.aqi();
        return steps;
    }

    /** Which day, as {@link ReportingHour} counts them. */
    public int day() {
        return day;
    }

    /** The standard of its date. */
    public AirStandard standard() {
        return standard;
    }

    /** The concentrations of one hour after the other in ticks, each pollutant at its place, or {@link Pollutant#MISSING}. */
    public int[] concentrations() {
        return concentrations.clone();
    }

    /** The individual indices of one hour after the other, likewise. */
    public int[] hourlyIndices() {
        return hourlyIndices.clone();
    }

    /** The AQI of each hour, or {@link Pollutant#MISSING}. */
    public int[] hourlyAqi() {
        return hourlyAqi.clone();
    }

    /** The day's concentrations in steps, each pollutant at its place, or {@link Pollutant#MISSING}. */
    public int[] dailyConcentrations() {
        return dailyConcentrations.clone();
    }

    /** The day's indices. */
    public AirIndex daily() {
        return daily;
    }

    /** Why values are missing, each with what was there and what is needed; empty on a valid day. */
    public String reasons() {
        return shortages.stream().map(Shortage::toString).collect(Collectors.joining("; "));
    }
}

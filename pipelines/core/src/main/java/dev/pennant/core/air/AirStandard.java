package dev.pennant.core.air;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/** One of the dated technical regulations on the air quality index (HJ 633): from concentrations to individual indices and the AQI. */
public final class AirStandard implements Serializable {
    private static final long serialVersionUID = 1L;

    private final String id;
    private final LocalDate from;
    private final MissingItems missingItems;
    private final Breakpoints[] hourly = new Breakpoints[Pollutant.COUNT];
    private final Breakpoints[] daily = new Breakpoints[Pollutant.COUNT];

    /**
     * A standard.
     *
     * @param id as people cite it: {@code HJ 633-2026}
     * @param from the first day it holds for
     * @param indices the individual index at each point of the columns
     * @param columns the concentrations at each point, in steps, of all columns
     * @throws IllegalArgumentException when a column is missing or does not rise from 0
     */
    public AirStandard(
            String id,
            LocalDate from,
            List<Integer> indices,
            Map<BreakpointColumn, List<Integer>> columns,
            BeyondTheEnd beyondTheEnd,
            MissingItems missingItems) {
        this.id = id;
        this.from = from;
        this.missingItems = missingItems;
        Map<BreakpointColumn, Breakpoints> tables = new EnumMap<>(BreakpointColumn.class);
        for (BreakpointColumn column : BreakpointColumn.values()) {
            tables.put(column, new Breakpoints(indices, points(column, columns, beyondTheEnd)));
        }
        for (Pollutant pollutant : Pollutant.all()) {
            hourly[pollutant.place()] = tables.get(pollutant.hourly());
            daily[pollutant.place()] = tables.get(pollutant.daily());
        }
    }

    public String id() {
        return id;
    }

    /** The first day it holds for, in Asia/Shanghai. */
    public LocalDate from() {
        return from;
    }

    /**
     * The individual index of an hour's concentration.
     *
     * @param steps the concentration, rounded; {@link Pollutant#MISSING} gives the same
     */
    public int hourlyIndex(Pollutant pollutant, int steps) {
        return index(hourly[pollutant.place()], steps);
    }

    /**
     * The individual index of a day's concentration: the mean of 24 hours, of O3 the largest mean of eight hours.
     *
     * @param steps the concentration, rounded; {@link Pollutant#MISSING} gives the same
     */
    public int dailyIndex(Pollutant pollutant, int steps) {
        return index(daily[pollutant.place()], steps);
    }

    /** The largest concentration of a day that is of a level or a better one, in steps; nothing where none is of a worse one. */
    public OptionalInt endOf(AirLevel level, Pollutant pollutant) {
        return daily[pollutant.place()].end(level.largestIndex());
    }

    /** The best level that an AQI can be of where an item is missing. */
    public AirLevel bestWithMissingItems() {
        return AirLevel.of(missingItems.leastPublished());
    }

    /**
     * The indices of an hour.
     *
     * @param steps the concentration of each pollutant at its place, rounded, or {@link Pollutant#MISSING}
     */
    public AirIndex hour(int[] steps) {
        return air(hourly, steps);
    }

    /**
     * The indices of a day.
     *
     * @param steps the concentration of each pollutant at its place, rounded, or {@link Pollutant#MISSING}
     */
    public AirIndex day(int[] steps) {
        return air(daily, steps);
    }

    @Override
    public String toString() {
        return id;
    }

    private AirIndex air(Breakpoints[] tables, int[] steps) {
        int[] indices = new int[Pollutant.COUNT];
        for (int place = 0; place < Pollutant.COUNT; place++) {
            indices[place] = index(tables[place], steps[place]);
        }
        return AirIndex.of(indices, missingItems);
    }

    private static int index(Breakpoints table, int steps) {
        return steps == Pollutant.MISSING ? Pollutant.MISSING : table.index(steps);
    }

    private static List<Integer> points(
            BreakpointColumn column, Map<BreakpointColumn, List<Integer>> columns, BeyondTheEnd beyondTheEnd) {
        List<Integer> points = new ArrayList<>(columns.getOrDefault(column, List.of()));
        if (beyondTheEnd == BeyondTheEnd.OTHER_COLUMN) {
            column.other()
                    .map(columns::get)
                    .ifPresent(other -> points.addAll(other.subList(points.size(), other.size())));
        }
        return points;
    }
}

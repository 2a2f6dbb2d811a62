package dev.pennant.core.air;

import java.math.BigDecimal;
import java.util.List;

/**
 * The six items of air quality.
 *
 * <p>A concentration is a whole number of <i>ticks</i>, in which every reading is exact: a tick is 0.1 µg/m³, of CO 0.001 mg/m³. What is
 * published is a whole number of <i>steps</i>: a step is 1 µg/m³, of CO 0.1 mg/m³.
 */
public enum Pollutant {
    PM2_5(0, "pm2_5", "PM2.5", 10, 0, BreakpointColumn.PM2_5_24H, BreakpointColumn.PM2_5_24H),
    PM10(1, "pm10", "PM10", 10, 0, BreakpointColumn.PM10_24H, BreakpointColumn.PM10_24H),
    SO2(2, "so2", "SO2", 10, 0, BreakpointColumn.SO2_1H, BreakpointColumn.SO2_24H),
    NO2(3, "no2", "NO2", 10, 0, BreakpointColumn.NO2_1H, BreakpointColumn.NO2_24H),
    CO(4, "co", "CO", 100, 1, BreakpointColumn.CO_1H, BreakpointColumn.CO_24H),
    O3(5, "o3", "O3", 10, 0, BreakpointColumn.O3_1H, BreakpointColumn.O3_8H);

    /** How many there are. */
    public static final int COUNT = 6;

    /** In place of a concentration or an index that is not there. */
    public static final int MISSING = -1;

    private static final List<Pollutant> ALL = List.of(values());

    private final int place;
    private final String id;
    private final String symbol;
    private final int ticksOfStep;
    private final int decimals;
    private final BreakpointColumn hourly;
    private final BreakpointColumn daily;

    Pollutant(
            int place,
            String id,
            String symbol,
            int ticksOfStep,
            int decimals,
            BreakpointColumn hourly,
            BreakpointColumn daily) {
        this.place = place;
        this.id = id;
        this.symbol = symbol;
        this.ticksOfStep = ticksOfStep;
        this.decimals = decimals;
        this.hourly = hourly;
        this.daily = daily;
    }

    /** All, by their place. */
    public static List<Pollutant> all() {
        return ALL;
    }

    /** Where it stands among the six in every array of ours, from 0. */
    public int place() {
        return place;
    }

    /** The contract's spelling: {@code pm2_5}. */
    public String id() {
        return id;
    }

    /** As people read it: {@code PM2.5}. */
    public String symbol() {
        return symbol;
    }

    /** How many ticks make the step in which it is published. */
    public int ticksOfStep() {
        return ticksOfStep;
    }

    /** The decimals with which it is published. */
    public int decimals() {
        return decimals;
    }

    /** The decimals in which a tick is exact. */
    public int tickDecimals() {
        return this == CO ? 3 : 1;
    }

    /** What it is given in: µg/m³, of CO mg/m³. */
    public String measure() {
        return this == CO ? "mg/m³" : "µg/m³";
    }

    /** How many steps make 1 µg/m³, of CO 1 mg/m³. */
    public int stepsOfUnit() {
        return decimals == 0 ? 1 : 10;
    }

    /** Whether dust blown in from the desert adds to it, so that its statistics leave dust days out. */
    public boolean isParticulate() {
        return this == PM2_5 || this == PM10;
    }

    /** A concentration of ticks in steps, rounded half to even (GB/T 8170). */
    public int steps(long ticks) {
        return (int) HalfEven.quotient(ticks, ticksOfStep);
    }

    /** A number of steps as published, in µg/m³, of CO in mg/m³. */
    public BigDecimal published(int steps) {
        return BigDecimal.valueOf(steps, decimals);
    }

    /** The column by which an hour's concentration is judged; that of particulates is the one of 24 hours. */
    BreakpointColumn hourly() {
        return hourly;
    }

    /** The column by which a day's concentration is judged. */
    BreakpointColumn daily() {
        return daily;
    }
}

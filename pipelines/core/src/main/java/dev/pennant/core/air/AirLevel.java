package dev.pennant.core.air;

import java.util.List;

/** The six levels of the air quality index, with their names and colours (HJ 633). */
public enum AirLevel {
    EXCELLENT(1, 50, "优", 0x00E400),
    GOOD(2, 100, "良", 0xFFFF00),
    LIGHT_POLLUTION(3, 150, "轻度污染", 0xFF7E00),
    MODERATE_POLLUTION(4, 200, "中度污染", 0xFF0000),
    HEAVY_POLLUTION(5, 300, "重度污染", 0x99004C),
    SEVERE_POLLUTION(6, Integer.MAX_VALUE, "严重污染", 0x7E0023);

    /** How many there are. */
    public static final int COUNT = 6;

    private static final List<AirLevel> ALL = List.of(values());

    private final int number;
    private final int largestIndex;
    private final String label;
    private final int color;

    AirLevel(int number, int largestIndex, String label, int color) {
        this.number = number;
        this.largestIndex = largestIndex;
        this.label = label;
        this.color = color;
    }

    /** The level of an AQI that is not negative. */
    public static AirLevel of(int aqi) {
        for (AirLevel level : ALL) {
            if (aqi <= level.largestIndex) {
                return level;
            }
        }
        throw new AssertionError("the last level has no end");
    }

    /** All, the best first. */
    public static List<AirLevel> all() {
        return ALL;
    }

    /** The largest AQI of it. */
    int largestIndex() {
        return largestIndex;
    }

    /** From 1, the best, to 6 (一级 to 六级). */
    public int number() {
        return number;
    }

    /** Whether a day of this level is a good day (优良天). */
    public boolean isGood() {
        return number <= GOOD.number;
    }

    /** As people read it: 优. */
    public String label() {
        return label;
    }

    /** The official colour, red, green and blue in eight bits each: 0x00E400 is 0, 228, 0. */
    public int color() {
        return color;
    }
}

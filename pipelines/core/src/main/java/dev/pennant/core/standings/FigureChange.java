package dev.pennant.core.standings;

/** What a figure that came did to the one that stood. */
public enum FigureChange {
    /** Nothing: a later one stands. */
    NONE,
    /** Another value, while more reports were expected, or the first. */
    NEW,
    /** Another value in place of one that was complete. */
    CORRECTED,
    /** The same value, with other marks or under a later version. */
    CONFIRMED
}

package dev.pennant.core.air;

/** What became of a reading of a station's hour. */
public enum Filed {
    /** It stands, and some figure of the hour is another now. */
    CHANGED,
    /** It stands, or stood already, with the figures that the hour had. */
    UNCHANGED,
    /** A later revision stands. */
    SUPERSEDED,
    /** Another reading of the same revision has other figures; the first one stands. */
    CONFLICTING
}

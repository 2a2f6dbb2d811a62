package dev.pennant.core.air;

import java.util.Optional;

/** The columns of the standards' table, named as there: the item and the span of its mean. */
public enum BreakpointColumn {
    PM2_5_24H(0),
    PM10_24H(0),
    SO2_24H(0),
    SO2_1H(0),
    NO2_24H(0),
    NO2_1H(0),
    CO_24H(1),
    CO_1H(1),
    O3_1H(0),
    O3_8H(0);

    private final int decimals;

    BreakpointColumn(int decimals) {
        this.decimals = decimals;
    }

    /** The decimals to which a concentration is rounded before it is looked up. */
    public int decimals() {
        return decimals;
    }

    /** The column of the same item that reads on where this one ends before 500. */
    Optional<BreakpointColumn> other() {
        return switch (this) {
            case SO2_1H -> Optional.of(SO2_24H);
            case O3_8H -> Optional.of(O3_1H);
            default -> Optional.empty();
        };
    }
}

package dev.pennant.bench.plain;

import dev.pennant.core.period.ReportingHour;

/** A receipt. Its fields are public, as Flink serializes such a class fastest. */
public final class Sale {
    public String store;
    public long number;
    public String category;

    /** As {@link ReportingHour} counts. */
    public int hour;

    public long fen;
}

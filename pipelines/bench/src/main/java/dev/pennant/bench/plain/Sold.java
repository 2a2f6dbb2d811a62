package dev.pennant.bench.plain;

import dev.pennant.core.period.ReportingHour;

/** What was sold in a cell, by one receipt or by all so far, as a POJO of Flink. */
public final class Sold {
    public String unit;
    public String category;

    /** As {@link ReportingHour} counts. */
    public int hour;

    public long fen;
    public long receipts;
}

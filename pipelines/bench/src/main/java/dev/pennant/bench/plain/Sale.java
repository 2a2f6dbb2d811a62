package dev.pennant.bench.plain;

import dev.pennant.core.period.ReportingHour;

/** A receipt, as a POJO of Flink. */
public final class Sale {
    public String store;
    public long number;
    public String category;

    /** As {@link ReportingHour} counts. */
    public int hour;

    public long fen;
}

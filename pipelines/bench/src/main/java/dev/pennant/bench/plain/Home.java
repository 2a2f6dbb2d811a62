package dev.pennant.bench.plain;

/** Where a store is, as a POJO of Flink. */
public final class Home {
    public String store;
    public String unit;
}

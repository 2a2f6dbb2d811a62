package dev.pennant.bench.plain;

/** Where a store is. */
public final class Home {
    public String store;
    public String unit;
}

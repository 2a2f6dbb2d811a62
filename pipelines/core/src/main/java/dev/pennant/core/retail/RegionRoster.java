package dev.pennant.core.retail;

import dev.pennant.core.indicator.Version;

/** The stores registered in a county or prefecture, and how much was applied to it. */
public final class RegionRoster {
    private final DayCounts stores;
    private Version version;

    /** A region of which nothing is known. */
    public RegionRoster() {
        this(new DayCounts(), new Version(0, 0));
    }

    private RegionRoster(DayCounts stores, Version version) {
        this.stores = stores;
        this.version = version;
    }

    /** Counts stores that join the roster on a day, or leave it. */
    public void expect(int day, int change) {
        stores.add(day, change);
    }

    /** How many stores are registered on a day. */
    public int expectedOn(int day) {
        return Math.max(0, stores.through(day));
    }

    /** Counts an input. */
    public void countInput(long runEpoch) {
        version = version.next(runEpoch);
    }

    /** The version of the last input. */
    public Version version() {
        return version;
    }

    /** Writes the roster, see {@link #read}. */
    public void write(NumberWriter out) {
        out.put(version.packed());
        stores.write(out);
    }

    /** Reads what {@link #write} wrote. */
    public static RegionRoster read(NumberReader in) {
        Version version = Version.unpacked(in.next());
        return new RegionRoster(DayCounts.read(in), version);
    }
}

package dev.pennant.core.retail;

import dev.pennant.core.indicator.Version;
import dev.pennant.core.packed.NumberReader;
import dev.pennant.core.packed.NumberWriter;
import dev.pennant.core.period.ReportingDay;

/** The stores registered in a county or prefecture, those that more than one of its townships count, and how much was applied to it. */
public final class RegionRoster {
    private final DayCounts stores;
    private final DayCounts again;
    private Version version;

    /** A region of which nothing is known. */
    public RegionRoster() {
        this(new DayCounts(), new DayCounts(), new Version(0, 0));
    }

    private RegionRoster(DayCounts stores, DayCounts again, Version version) {
        this.stores = stores;
        this.again = again;
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

    /** Counts stores that from a day on one more township of the region counts that have sold in another one in its year. */
    public void countAgain(int day, int change) {
        again.add(day, change);
    }

    /** How many more stores than there are the townships together count as having sold in a day's year by that day. */
    public int countedAgainBy(int day) {
        int year = ReportingDay.year(day);
        return again.through(day) - again.through(ReportingDay.firstOf(year) - 1);
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
        again.write(out);
    }

    /** Reads what {@link #write} wrote. */
    public static RegionRoster read(NumberReader in) {
        Version version = Version.unpacked(in.next());
        return new RegionRoster(DayCounts.read(in), DayCounts.read(in), version);
    }

    /** Reads what was written before it was known which stores are counted again. */
    public static RegionRoster readWithoutCountedAgain(NumberReader in) {
        Version version = Version.unpacked(in.next());
        return new RegionRoster(DayCounts.read(in), new DayCounts(), version);
    }
}

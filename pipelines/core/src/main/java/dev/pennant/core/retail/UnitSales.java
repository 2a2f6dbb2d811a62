package dev.pennant.core.retail;

import dev.pennant.core.indicator.Coverage;
import dev.pennant.core.indicator.Version;
import dev.pennant.core.packed.NumberReader;
import dev.pennant.core.packed.NumberWriter;
import dev.pennant.core.period.ReportingDay;
import java.util.Arrays;
import java.util.Optional;

/** What is always at hand of a unit: its sales by day, who has sold and who should, how far time has gone, and how much was applied. */
public final class UnitSales {
    private static final int NO_FRONTIER = -1;

    private final DayCounts roster;
    private final DayCounts sellers;
    private SalesYear[] years = new SalesYear[0];
    private int frontier;
    private Version version;

    /** A unit of which nothing is known. */
    public UnitSales() {
        this(new DayCounts(), new DayCounts(), NO_FRONTIER, new Version(0, 0));
    }

    private UnitSales(DayCounts roster, DayCounts sellers, int frontier, Version version) {
        this.roster = roster;
        this.sellers = sellers;
        this.frontier = frontier;
        this.version = version;
    }

    /** Adds what was sold in an hour. */
    void add(int year, int day, int hour, long amount, boolean synthetic) {
        int index = year - ReportingDay.FIRST_YEAR;
        if (index >= years.length) {
            years = Arrays.copyOf(years, index + 1);
        }
        if (years[index] == null) {
            years[index] = new SalesYear(year);
        }
        years[index].add(day, hour, amount, synthetic);
    }

    /** Counts stores that join the roster on a day, or leave it. */
    void expect(int day, int stores) {
        roster.add(day, stores);
    }

    /** Counts stores that first sold in its year on a day. */
    void report(int day, int stores) {
        sellers.add(day, stores);
    }

    /** Lets time go on through an hour, unless it had gone further. */
    void reach(int hour) {
        frontier = Math.max(frontier, hour);
    }

    void countInput(long runEpoch) {
        version = version.next(runEpoch);
    }

    Optional<SalesYear> year(int year) {
        int index = year - ReportingDay.FIRST_YEAR;
        return index < 0 || index >= years.length ? Optional.empty() : Optional.ofNullable(years[index]);
    }

    /** Stores that have sold in the year by the range's last day, of those, and of all that are registered on it. */
    Coverage coverage(ComparedRange range) {
        int day = range.day();
        int reported = sellers.through(day) - sellers.through(ReportingDay.firstOf(range.year()) - 1);
        return new Coverage(Math.max(0, reported), Math.max(0, Math.max(reported, roster.through(day))), range.over());
    }

    /** The latest hour in which anything was sold anywhere, as far as this unit was told; −1 before it was. */
    public int frontier() {
        return frontier;
    }

    /** The version of the last input. */
    public Version version() {
        return version;
    }

    /** Writes the unit, see {@link #read}. */
    public void write(NumberWriter out) {
        out.put(version.packed()).putSigned(frontier);
        roster.write(out);
        sellers.write(out);
        out.put(years.length);
        for (SalesYear year : years) {
            out.put(year == null ? 0 : 1);
            if (year != null) {
                year.write(out);
            }
        }
    }

    /** Reads what {@link #write} wrote. */
    public static UnitSales read(NumberReader in) {
        Version version = Version.unpacked(in.next());
        int frontier = (int) in.nextSigned();
        UnitSales read = new UnitSales(DayCounts.read(in), DayCounts.read(in), frontier, version);
        read.years = new SalesYear[in.nextInt()];
        for (int index = 0; index < read.years.length; index++) {
            read.years[index] = in.nextInt() == 0 ? null : SalesYear.read(in);
        }
        return read;
    }
}

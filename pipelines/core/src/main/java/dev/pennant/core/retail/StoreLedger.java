package dev.pennant.core.retail;

import dev.pennant.core.indicator.Version;
import dev.pennant.core.packed.NumberReader;
import dev.pennant.core.packed.NumberWriter;
import dev.pennant.core.period.ReportingHour;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntPredicate;

/**
 * One store: the units it counts in, the sales that wait for a registration, and when it first sold in which unit in which year.
 *
 * <p>Sales that were counted stay where they were counted when the store's registrations change: those read later are placed by the new ones.
 */
public final class StoreLedger {
    private FirstSales firstSales = new FirstSales();
    private StoreSpans spans = new StoreSpans();
    private HeldSales held = new HeldSales();
    private Version version = new Version(0, 0);

    /**
     * Registers the store in a unit from a day on, instead of the registration from the same day if there is one.
     *
     * @param firstDay the day, of {@link ReportingHour}
     * @param unit index of the township in the catalogue
     * @param synthetic whether the store is made up
     * @param runEpoch the epoch of the present run, see {@link Version}
     */
    public StoreChange register(int firstDay, int unit, boolean synthetic, long runEpoch) {
        return replace(spans.with(firstDay, new StoreSpans.Span(unit, synthetic)), runEpoch);
    }

    /** Withdraws the registration from a day on. */
    public StoreChange withdraw(int firstDay, long runEpoch) {
        return replace(spans.without(firstDay), runEpoch);
    }

    /** Holds sales for which the sender knew no registration; those for which there is one by now join their unit at once. */
    public StoreChange hold(CellReader cells, long runEpoch) {
        version = version.next(runEpoch);
        while (cells.next()) {
            held.add(cells);
        }
        return changed(new ArrayList<>());
    }

    /** Takes note that the store sold in a unit on a day, maybe for the first time in that year. */
    public List<UnitNotice> sold(int unit, int day) {
        return firstSales.sold(unit, day);
    }

    /** The units in which the store has sold. */
    public Set<Integer> unitsSoldIn() {
        return firstSales.units();
    }

    /**
     * The days on which the store began to sell in a unit of a region in a year, having sold in another one of it in that year before: from each of
     * them on the region's units together count it once more than they should.
     *
     * @param region tells which units are of the region
     */
    public List<Integer> countedAgainIn(IntPredicate region) {
        return firstSales.again(region);
    }

    /** The version of the last message. */
    public Version version() {
        return version;
    }

    /** Writes the ledger, see {@link #read}. */
    public void write(NumberWriter out) {
        out.put(version.packed());
        spans.write(out);
        held.write(out);
        firstSales.write(out);
    }

    /** Reads what {@link #write} wrote. */
    public static StoreLedger read(NumberReader in) {
        StoreLedger read = new StoreLedger();
        read.version = Version.unpacked(in.next());
        read.spans = StoreSpans.read(in);
        read.held = HeldSales.read(in);
        read.firstSales = FirstSales.read(in);
        return read;
    }

    private StoreChange replace(StoreSpans changed, long runEpoch) {
        version = version.next(runEpoch);
        StoreSpans before = spans;
        spans = changed;
        List<UnitNotice> notices = new ArrayList<>(spans.rosterChanges(before));
        spans.firstMoved(before).ifPresent(day -> tellAgain(before, day, notices));
        return changed(notices);
    }

    private StoreChange changed(List<UnitNotice> notices) {
        List<JoinedSales> joined = join(notices);
        return new StoreChange(notices, joined, held.summary());
    }

    private List<JoinedSales> join(List<UnitNotice> notices) {
        List<JoinedSales> joined = spans.takeOut(held);
        CellReader cells = new CellReader();
        for (JoinedSales sales : joined) {
            cells.reset(sales.cells(), sales.cells().length);
            while (cells.next()) {
                notices.addAll(sold(sales.unit(), ReportingHour.day(cells.hour())));
            }
        }
        return joined;
    }

    private void tellAgain(StoreSpans before, int fromDay, List<UnitNotice> notices) {
        TreeSet<Integer> units = new TreeSet<>();
        before.all().forEach(span -> units.add(span.unit()));
        spans.all().forEach(span -> units.add(span.unit()));
        units.addAll(firstSales.units());
        units.forEach(unit -> notices.add(UnitNotice.retell(unit, fromDay)));
    }
}

package dev.pennant.core.revenue;

import dev.pennant.core.catalogue.Catalogue;
import dev.pennant.core.period.CumulativePeriod;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The revenue pipeline without a framework: events → a ledger an enterprise → changes of the township and all it belongs to → values.
 * Values are written when asked for, as an operator does that coalesces them.
 */
final class Pipeline {
    private static final Catalogue CATALOGUE = Catalogue.shipped();
    static final List<RevenueIndicator> INDICATORS = CATALOGUE.revenueIndicators();
    private static final Instant NOW = Instant.parse("2020-11-18T08:00:00Z");

    private record UnitIndicator(String unit, String indicator) {}

    private final long epoch;
    private final Board board;
    private final Map<String, RevenueLedger> ledgers = new HashMap<>();
    private final Map<UnitIndicator, UnitRevenue> units = new HashMap<>();
    private final Set<Cell> unwritten = new LinkedHashSet<>();

    /** A first run. */
    Pipeline(long epoch, Board board) {
        this.epoch = epoch;
        this.board = board;
    }

    /** A later run, that continues from this one's state as it is kept: by what its parts tell of themselves. */
    Pipeline restored(long laterEpoch) {
        Pipeline next = new Pipeline(laterEpoch, board);
        ledgers.forEach((enterprise, ledger) -> next.ledgers.put(
                enterprise,
                new RevenueLedger(ledger.version(), ledger.registrations(), ledger.reports(), ledger.places())));
        units.forEach((key, unit) ->
                next.units.put(key, new UnitRevenue(unit.version(), unit.totals(), unit.rosterChanges())));
        return next;
    }

    /** Takes events one by one and writes values after every few changes. */
    Pipeline takeAll(List<Event> events, int changesPerWrite) {
        int changes = 0;
        for (Event event : events) {
            for (UnitChange change : take(event)) {
                apply(change);
                if (++changes % changesPerWrite == 0) {
                    writeValues();
                }
            }
        }
        writeValues();
        return this;
    }

    /** What an event changes, in the township and in all it belongs to; contributions are written at once. */
    List<UnitChange> take(Event event) {
        RevenueLedger ledger = ledgers.computeIfAbsent(event.enterprise(), enterprise -> new RevenueLedger());
        LedgerChange change = change(ledger, event);
        board.write(change);
        List<UnitChange> changes = new ArrayList<>();
        for (UnitChange ofTownship : change.units()) {
            for (String unit : CATALOGUE.units().lineage(ofTownship.unit())) {
                changes.add(ofTownship.in(unit));
            }
        }
        return changes;
    }

    void apply(UnitChange change) {
        UnitRevenue unit =
                units.computeIfAbsent(new UnitIndicator(change.unit(), change.indicator()), key -> new UnitRevenue());
        for (CumulativePeriod period : unit.apply(change, epoch)) {
            unwritten.add(new Cell(change.indicator(), change.unit(), period));
        }
    }

    void writeValues() {
        for (RevenueIndicator indicator : INDICATORS) {
            for (Cell cell : unwritten) {
                if (cell.indicator().equals(indicator.id())) {
                    UnitRevenue unit = units.get(new UnitIndicator(cell.unit(), cell.indicator()));
                    board.write(unit.value(cell.unit(), indicator, cell.period(), NOW));
                }
            }
        }
        unwritten.clear();
    }

    private LedgerChange change(RevenueLedger ledger, Event event) {
        if (event instanceof Event.Registered registered) {
            return ledger.register(registered.registration(), INDICATORS, epoch);
        }
        if (event instanceof Event.Withdrawn withdrawn) {
            return ledger.withdraw(withdrawn.validFrom(), INDICATORS, epoch);
        }
        return ledger.file(((Event.Filed) event).report(), INDICATORS, epoch);
    }
}

package dev.pennant.core.retail;

import dev.pennant.core.packed.NumberReader;
import dev.pennant.core.packed.NumberWriter;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * The retail pipeline without a framework: readers → ledgers of stores → books of units → the board. What one part tells another waits in a
 * queue of its own, in order, and the queues are emptied in any order.
 */
final class Books {
    private static final int READERS = 2;

    private final List<Store> stores;
    private final long epoch;
    private final Board board;
    private final Random chance;
    private final List<Reader> readers = new ArrayList<>();
    private final Map<Integer, byte[]> ledgers = new HashMap<>();
    private final Map<Integer, byte[]> units = new HashMap<>();
    private final Map<Integer, Shelf> shelves = new HashMap<>();
    private final Map<Integer, UnitBook> open = new HashMap<>();
    private final Map<String, Queue<Runnable>> underway = new LinkedHashMap<>();

    Books(List<Store> stores, long epoch, Board board, Random chance) {
        this.stores = stores;
        this.epoch = epoch;
        this.board = board;
        this.chance = chance;
        for (int reader = 0; reader < READERS; reader++) {
            readers.add(new Reader(stores));
        }
    }

    /** A later run that continues from this one as it stands after a {@link #checkpoint()}; its readers know all registrations at once. */
    Books restored() {
        Books next = new Books(stores, epoch + 1, board, chance);
        for (int reader = 0; reader < READERS; reader++) {
            next.readers.set(reader, new Reader(readers.get(reader)));
            for (Store store : stores) {
                next.readers.get(reader).register(store.number());
            }
        }
        next.ledgers.putAll(ledgers);
        next.units.putAll(units);
        shelves.forEach((unit, shelf) -> next.shelves.put(unit, new Shelf(shelf)));
        return next;
    }

    void registerAtReader(Store store) {
        readerOf(store.number()).register(store.number());
    }

    /** The registrations of a store, in the order in which they were filed. */
    void registerAtLedger(Store store) {
        store.units()
                .forEach((day, unit) ->
                        changeLedger(store.number(), ledger -> ledger.register(day, unit, store.synthetic(), epoch)));
    }

    void read(Sale sale) {
        readerOf(sale.store()).read(sale);
    }

    /** Now and then something is flushed, delivered, told or put back. */
    void goOn() {
        switch (chance.nextInt(8)) {
            case 0, 1 -> flush(readers.get(chance.nextInt(READERS)));
            case 2, 3, 4 -> deliverOne();
            case 5 -> open.values().forEach(book -> book.tellRunning(board::write));
            case 6 -> tellAll();
            default -> {}
        }
    }

    /** All that was read is told, and stands where a checkpoint finds it. */
    void checkpoint() {
        readers.forEach(this::flush);
        while (!underway.isEmpty()) {
            deliverOne();
        }
        tellAll();
    }

    private void flush(Reader reader) {
        for (Reader.Told told : reader.flush()) {
            String from = "reader " + readers.indexOf(reader);
            if (told.held()) {
                send(from + " store " + told.unitOrStore(), () -> hold(told));
                continue;
            }
            send(from + " unit " + told.unitOrStore(), () -> add(told.unitOrStore(), told.frontier(), told.cells()));
            for (Sale sale : told.sales()) {
                send(from + " store " + sale.store(), () -> sold(sale.store(), told.unitOrStore(), sale.day()));
            }
        }
    }

    private void hold(Reader.Told told) {
        CellReader cells = new CellReader();
        cells.reset(told.cells(), told.cells().length);
        changeLedger(told.unitOrStore(), ledger -> ledger.hold(cells, epoch));
    }

    private void sold(int store, int unit, int day) {
        StoreLedger ledger = ledger(store);
        notice(store, ledger.sold(unit, day));
        keep(store, ledger);
    }

    private void changeLedger(int store, Function<StoreLedger, StoreChange> change) {
        StoreLedger ledger = ledger(store);
        StoreChange changed = change.apply(ledger);
        keep(store, ledger);
        notice(store, changed.notices());
        for (JoinedSales joined : changed.joined()) {
            send("store " + store, () -> add(joined.unit(), joined.lastHour(), joined.cells()));
        }
        board.write(store, changed.held(), ledger.version());
    }

    private void notice(int store, List<UnitNotice> notices) {
        for (UnitNotice notice : notices) {
            send("store " + store, () -> book(notice.unit()).take(notice, epoch));
        }
    }

    private void add(int unit, int frontier, byte[] bytes) {
        CellReader cells = new CellReader();
        cells.reset(bytes, bytes.length);
        book(unit).add(cells, frontier, epoch);
    }

    private void tellAll() {
        open.forEach((unit, book) -> {
            book.tellRunning(board::write);
            book.tellDetails(board::write, board::write);
            book.putBack();
            NumberWriter out = new NumberWriter(64);
            book.sales().write(out);
            units.put(unit, out.bytes());
        });
        open.clear();
    }

    private UnitBook book(int number) {
        return open.computeIfAbsent(
                number,
                unit -> new UnitBook(
                        unit,
                        Season.CATEGORIES,
                        units.containsKey(unit) ? UnitSales.read(new NumberReader(units.get(unit))) : new UnitSales(),
                        shelves.computeIfAbsent(unit, none -> new Shelf())));
    }

    private StoreLedger ledger(int store) {
        return ledgers.containsKey(store) ? StoreLedger.read(new NumberReader(ledgers.get(store))) : new StoreLedger();
    }

    private void keep(int store, StoreLedger ledger) {
        NumberWriter out = new NumberWriter(64);
        ledger.write(out);
        ledgers.put(store, out.bytes());
    }

    private Reader readerOf(int store) {
        return readers.get(store % READERS);
    }

    private void send(String way, Runnable delivery) {
        underway.computeIfAbsent(way, empty -> new ArrayDeque<>()).add(delivery);
    }

    private void deliverOne() {
        if (underway.isEmpty()) {
            return;
        }
        Set<String> ways = new TreeSet<>(underway.keySet());
        String way = List.copyOf(ways).get(chance.nextInt(ways.size()));
        Runnable next = underway.get(way).remove();
        if (underway.get(way).isEmpty()) {
            underway.remove(way);
        }
        next.run();
    }
}

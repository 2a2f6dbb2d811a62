package dev.pennant.bench.retail.oracle;

import dev.pennant.bench.retail.feed.Shape;
import dev.pennant.core.ReportingZone;
import dev.pennant.core.catalogue.Catalogue;
import dev.pennant.core.catalogue.Unit;
import dev.pennant.core.retail.RetailCategory;
import dev.pennant.jobs.kafka.Origin;
import dev.pennant.schemas.event.RetailReceipt;
import dev.pennant.schemas.event.StoreRegistration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the job ought to come to, counted the plainest way: one thread, one receipt after the other, a set of the numbers of each store, an array
 * with a place for every cell. It shares with the job the events, the catalogue, the time zone and how a record's place is named, and nothing that counts. Stores register once,
 * before their first receipt, as a bench's do.
 */
final class BatchOracle {
    private static final int HOURS = 24;
    private static final long HOUR_MILLIS = 3_600_000;

    private final LocalDate firstDay;
    private final long firstMilli;
    private final List<String> units;
    private final List<String> categories;
    private final Map<String, Integer> unitPlaces = new HashMap<>();
    private final Map<String, Integer> categoryPlaces = new HashMap<>();
    private final Map<String, Store> stores = new HashMap<>();
    private final SalesGrid hours;
    private final SalesGrid storeDays;
    private final Set<Origin> unreadable = new HashSet<>();
    private long distinct;
    private int frontier = -1;

    BatchOracle(Shape shape, Catalogue catalogue, int mostStores) {
        firstDay = shape.day(0);
        firstMilli = firstDay.atStartOfDay(ReportingZone.ZONE).toInstant().toEpochMilli();
        int days = (int) ChronoUnit.DAYS.between(firstDay, shape.day(shape.days() - 1)) + 1;
        units = catalogue.units().townships().stream().map(Unit::code).toList();
        categories =
                catalogue.categories().all().stream().map(RetailCategory::id).toList();
        units.forEach(unit -> unitPlaces.put(unit, unitPlaces.size()));
        categories.forEach(category -> categoryPlaces.put(category, categoryPlaces.size()));
        hours = new SalesGrid(units.size() * categories.size(), days * HOURS);
        storeDays = new SalesGrid(mostStores, days);
    }

    /** Takes a store. */
    void register(StoreRegistration registration) {
        stores.put(
                registration.getStoreId(),
                new Store(stores.size(), unitPlaces.get(registration.getUnit()), new Numbers()));
    }

    /** Takes a receipt, unless its store has had one of that number. */
    void count(RetailReceipt receipt) {
        Store store = stores.get(receipt.getStoreId());
        if (!store.numbers().add(receipt.getReceiptNo())) {
            return;
        }
        distinct++;
        int hour = (int) ((receipt.getSoldAt().toEpochMilli() - firstMilli) / HOUR_MILLIS);
        int category = categoryPlaces.get(receipt.getCategory());
        hours.add(store.unit() * categories.size() + category, hour, receipt.getAmount());
        storeDays.add(store.place(), hour / HOURS, receipt.getAmount());
        frontier = Math.max(frontier, hour);
    }

    /** Notes a record that is no receipt. */
    void refuse(Origin origin) {
        unreadable.add(origin);
    }

    /** Records that are no receipts. */
    Set<Origin> unreadable() {
        return Set.copyOf(unreadable);
    }

    /** Receipts counted. */
    long distinct() {
        return distinct;
    }

    /** Codes of the townships, in the order of the rows. */
    List<String> units() {
        return units;
    }

    List<String> categories() {
        return categories;
    }

    /** The place of a township or category by its code or id. */
    int place(String codeOrId) {
        return unitPlaces.getOrDefault(codeOrId, categoryPlaces.getOrDefault(codeOrId, -1));
    }

    /** Township and category by hour: the row is the township's place times the number of categories, plus the category's. */
    SalesGrid hours() {
        return hours;
    }

    /** Store by day. */
    SalesGrid storeDays() {
        return storeDays;
    }

    /** Stores of a township, by id, with their rows. */
    Map<String, Integer> storesIn(int unit) {
        Map<String, Integer> inUnit = new HashMap<>();
        stores.forEach((id, store) -> {
            if (store.unit() == unit) {
                inUnit.put(id, store.place());
            }
        });
        return inUnit;
    }

    /** The column of the hour that begins at a time, in seconds of UTC. */
    int hourColumn(long epochSecond) {
        return (int) ((epochSecond * 1000 - firstMilli) / HOUR_MILLIS);
    }

    /** The column of a day. */
    int dayColumn(LocalDate day) {
        return (int) ChronoUnit.DAYS.between(firstDay, day);
    }

    /** How the sales of some rows of {@link #hours} run on, added up. */
    RecountedSales running(List<Integer> rows) {
        return new RecountedSales(firstDay, frontier, hours, rows);
    }

    /** Rows of {@link #hours} of a township, in the order of the categories. */
    List<Integer> rowsOf(int unit) {
        List<Integer> rows = new ArrayList<>();
        for (int category = 0; category < categories.size(); category++) {
            rows.add(unit * categories.size() + category);
        }
        return rows;
    }

    /** When the latest hour in which anything was sold begins. */
    Instant latest() {
        return Instant.ofEpochMilli(firstMilli + frontier * HOUR_MILLIS);
    }

    private record Store(int place, int unit, Numbers numbers) {}

    /** Numbers seen: bits for the small ones, since thirty million boxed longs would not fit. */
    private static final class Numbers {
        private static final long MOST_BITS = 1L << 26;

        private final BitSet small = new BitSet();
        private final Set<Long> large = new HashSet<>();

        boolean add(long number) {
            if (number < 0 || number >= MOST_BITS) {
                return large.add(number);
            }
            boolean seen = small.get((int) number);
            small.set((int) number);
            return !seen;
        }
    }
}

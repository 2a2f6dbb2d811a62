package dev.pennant.jobs.retail;

import dev.pennant.core.period.ReportingHour;
import dev.pennant.core.retail.CellKey;
import dev.pennant.core.retail.StorePlacements;
import dev.pennant.core.retail.StorePlacements.Placement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The stores that one reader knows, by their numbers, and in which unit each counts. A store stays in its place for years, so for each there is a
 * span of hours in which the answer is known and nothing is to be told of it: loads from one flat array instead of two lookups.
 */
final class PlacedStores {
    private static final int SPAN = 4;
    private static final int LENGTH = 1;
    private static final int UNIT = 2;
    private static final int SYNTHETIC = 3;

    private final StorePlacements placements = new StorePlacements();
    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<String> ids = new ArrayList<>();
    private final PendingNews news;
    private final Map<String, Integer> unitNumbers;

    /** Of each store the span's first hour and length, the unit, and whether the store is synthetic, side by side. */
    private int[] spans = new int[0];

    /** Of each store the years in which it sold: unit, year, first day, as they were told. */
    private final Map<Integer, Map<Long, Integer>> firstDays = new HashMap<>();

    /**
     * @param news takes the first sale of a store in a unit and year
     * @param unitNumbers of all units in which a store can be
     */
    PlacedStores(PendingNews news, Map<String, Integer> unitNumbers) {
        this.news = news;
        this.unitNumbers = unitNumbers;
    }

    int count() {
        return ids.size();
    }

    String idOf(int store) {
        return ids.get(store);
    }

    /** Gives a store the next number. */
    void add(String storeId) {
        int store = ids.size();
        ids.add(storeId);
        numbers.put(storeId, store);
        if (SPAN * store == spans.length) {
            spans = Arrays.copyOf(spans, SPAN * Math.max(64, 2 * store));
        }
    }

    /** Hears of a registration, in a unit of the catalogue as every one that was taken, or of its withdrawal. */
    void hear(StoreEntry entry) {
        int firstDay = ReportingHour.day(entry.validFrom());
        long position = entry.origin().offset();
        boolean isNews = entry.registration()
                .map(registration -> placements.register(
                        entry.storeId(),
                        firstDay,
                        unitNumbers.get(registration.unit()),
                        registration.synthetic(),
                        position))
                .orElseGet(() -> placements.withdraw(entry.storeId(), firstDay, position));
        Integer store = numbers.get(entry.storeId());
        if (isNews && store != null) {
            spans[SPAN * store + LENGTH] = 0;
        }
    }

    /** Where a store counts on a day, as far as was heard. */
    Placement placementOn(String storeId, int day) {
        return placements.on(storeId, day);
    }

    /** The unit in which a store counts in an hour, or {@link Placement#NOWHERE}. */
    int unitIn(int store, int hour) {
        int span = SPAN * store;
        if (Integer.compareUnsigned(hour - spans[span], spans[span + LENGTH]) >= 0) {
            findSpan(store, hour);
        }
        return spans[span + UNIT];
    }

    /** The cell of a receipt in its unit: synthetic when the receipt is, or the store. To be asked after {@link #unitIn}. */
    int cellIn(int store, int cell) {
        return spans[SPAN * store + SYNTHETIC] != 0
                ? CellKey.of(CellKey.category(cell), CellKey.hour(cell), true)
                : cell;
    }

    private void findSpan(int store, int hour) {
        int day = ReportingHour.day(hour);
        Placement placement = placements.on(ids.get(store), day);
        long firstHour = (long) placement.firstDay() * ReportingHour.PER_DAY;
        long endHour = (long) placement.endDay() * ReportingHour.PER_DAY;
        if (placement.unit() != Placement.NOWHERE) {
            int year = ReportingHour.date(day).getYear();
            int firstDay = firstDay(store, placement.unit(), year, day);
            firstHour = Math.max(firstHour, ReportingHour.firstHour(firstDay));
            endHour = Math.min(endHour, ReportingHour.firstHour(LocalDate.of(year + 1, 1, 1)));
        }
        int span = SPAN * store;
        spans[span] = (int) Math.max(firstHour, 0);
        spans[span + LENGTH] = (int) Math.min(endHour, Integer.MAX_VALUE) - spans[span];
        spans[span + UNIT] = placement.unit();
        spans[span + SYNTHETIC] = placement.synthetic() ? 1 : 0;
    }

    /** The first day on which the store sold in the unit in the year, told if it is news. */
    private int firstDay(int store, int unit, int year, int day) {
        Map<Long, Integer> told = firstDays.computeIfAbsent(store, first -> new HashMap<>(4));
        Integer before = told.get(unitYear(unit, year));
        if (before != null && before <= day) {
            return before;
        }
        told.put(unitYear(unit, year), day);
        news.sold(store, unit, day);
        return day;
    }

    private static long unitYear(int unit, int year) {
        return (long) unit << 32 | year;
    }
}

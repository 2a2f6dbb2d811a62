package dev.pennant.core.retail;

import dev.pennant.core.period.ReportingHour;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;

/**
 * Stores and what they sold, around the days on which a calendar can go wrong.
 *
 * @param stores the stores
 * @param sales every receipt as it was sent, some of them twice, in the order in which they are read
 */
record Season(List<Store> stores, List<Sale> sales) {
    static final int UNITS = 3;
    static final int CATEGORIES = 3;

    private static final List<LocalDate> EDGES = List.of(
            LocalDate.parse("2019-01-01"),
            LocalDate.parse("2019-02-27"),
            LocalDate.parse("2019-12-30"),
            LocalDate.parse("2020-02-27"),
            LocalDate.parse("2020-12-30"),
            LocalDate.parse("2021-02-27"));

    static Season of(Random chance) {
        List<Store> stores = new ArrayList<>();
        for (int number = 0; number < 5; number++) {
            stores.add(store(number, chance));
        }
        List<Sale> sales = new ArrayList<>();
        int receipts = 1 + chance.nextInt(60);
        for (int number = 0; number < receipts; number++) {
            Sale sale = new Sale(
                    chance.nextInt(stores.size()),
                    number,
                    ReportingHour.firstHour(day(chance)) + chance.nextInt(ReportingHour.PER_DAY),
                    chance.nextInt(CATEGORIES),
                    amount(chance),
                    chance.nextInt(8) == 0);
            sales.add(sale);
            if (chance.nextInt(4) == 0) {
                sales.add(sale);
            }
        }
        Collections.shuffle(sales, chance);
        return new Season(stores, sales);
    }

    private static long amount(Random chance) {
        int amount = 1 + chance.nextInt(100_000);
        return chance.nextInt(6) == 0 ? -amount : amount;
    }

    private static Store store(int number, Random chance) {
        TreeMap<Integer, Integer> units = new TreeMap<>();
        boolean late = chance.nextInt(3) == 0;
        int spans = late ? chance.nextInt(2) : 1 + chance.nextInt(2);
        for (int span = 0; span < spans; span++) {
            units.put(chance.nextInt(3) == 0 ? 0 : day(chance), chance.nextInt(UNITS));
        }
        return new Store(number, units, chance.nextInt(6) == 0, late);
    }

    private static int day(Random chance) {
        return ReportingHour.day(EDGES.get(chance.nextInt(EDGES.size()))) + chance.nextInt(4);
    }
}

package dev.pennant.core.retail;

import dev.pennant.core.indicator.Version;
import dev.pennant.core.period.ReportingDay;
import dev.pennant.core.period.ReportingHour;
import dev.pennant.core.period.RunningPeriod;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** One category of a unit that is being worked on: its sales by day, which are summed up from its hours when they are told. */
final class CategoryBook implements SalesSeries {
    private final int unit;
    private final int category;
    private final OpenBlocks blocks;
    private final UnitShelf shelf;
    private final ChangedDays changed;
    private final Map<Integer, Optional<SalesYear>> years = new HashMap<>();
    private final Set<Integer> written = new HashSet<>();

    CategoryBook(int unit, int category, OpenBlocks blocks, UnitShelf shelf, int frontierTold) {
        this.unit = unit;
        this.category = category;
        this.blocks = blocks;
        this.shelf = shelf;
        changed = new ChangedDays(frontierTold);
    }

    /** Sums up the days of a block that have changed. */
    void sumUp(HourBlock block) {
        block.forEachChangedDay(day -> {
            int year = ReportingDay.year(day);
            changed.mark(year, day);
            block.firstSold(day).ifPresent(hour -> {
                SalesYear sales = yearToWrite(year);
                sales.soldIn(hour);
                sales.set(day, block.inFirstHours(day, ReportingHour.PER_DAY));
                if (block.isSyntheticAdded(day)) {
                    sales.syntheticOn(day);
                }
            });
        });
    }

    /** Makes all days from one on be told again, those without sales too. */
    void tellAgainFrom(int day, int frontier) {
        changed.tellAgainFrom(day, frontier);
    }

    /** Tells what has changed. */
    void tell(UnitSales whole, Consumer<CategorySales> out) {
        Version version = whole.version();
        changed.drain(whole.frontier(), (period, range, again) -> {
            if (period instanceof RunningPeriod days) {
                told(range, again)
                        .ifPresent(sum -> out.accept(new CategorySales(
                                unit, category, days, on(range.day()), sum, isSynthetic(range), version)));
            }
        });
    }

    @Override
    public Optional<SalesYear> year(int year) {
        return years.computeIfAbsent(year, absent -> Optional.ofNullable(shelf.categoryYear(key(year))));
    }

    @Override
    public long inFirstHours(int day, int hours) {
        return blocks.at(category, ReportingHour.firstHour(day)).inFirstHours(day, hours);
    }

    void putBack() {
        for (int year : written) {
            years.get(year).ifPresent(sales -> shelf.putCategoryYear(key(year), sales));
        }
        written.clear();
        years.clear();
    }

    private long on(int day) {
        return year(ReportingDay.year(day)).map(year -> year.on(day)).orElse(0L);
    }

    private SalesYear yearToWrite(int year) {
        written.add(year);
        return year(year).orElseGet(() -> {
            SalesYear begun = new SalesYear(year);
            years.put(year, Optional.of(begun));
            return begun;
        });
    }

    private int key(int year) {
        return category << Short.SIZE | year;
    }
}

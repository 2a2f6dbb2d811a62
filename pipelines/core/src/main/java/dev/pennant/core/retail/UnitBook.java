package dev.pennant.core.retail;

import dev.pennant.core.indicator.Version;
import dev.pennant.core.period.ReportingDay;
import dev.pennant.core.period.ReportingHour;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The sales of one unit while they are worked on: adds cells, takes notices, and tells what has changed since it last told. It reads the
 * {@link UnitShelf} as it needs to; once all was told and {@link #putBack() put back}, the shelf and the {@link UnitSales} hold everything.
 */
public final class UnitBook implements SalesSeries {
    /**
     * Beside a store's move all is told again only for so many calendar years, as each takes a row for every hour and category, sold in or not. Of a
     * move backdated further what a lost run wrote stands until a rebuild of the receipts.
     */
    private static final int YEARS_TOLD_AGAIN = 2;

    private static final int NEVER = Integer.MAX_VALUE;

    private final int unit;
    private final UnitSales sales;
    private final OpenBlocks blocks;
    private final CategoryBook[] categories;
    private final ChangedDays changed;
    private int againFrom = NEVER;

    /**
     * Opens a unit of which everything has been told.
     *
     * @param unit index of the township in the catalogue
     * @param categories how many are told apart; with only one, all sales go into it, and a unit has so many times fewer cells
     */
    public UnitBook(int unit, int categories, UnitSales sales, UnitShelf shelf) {
        this.unit = unit;
        this.sales = sales;
        blocks = new OpenBlocks(shelf);
        changed = new ChangedDays(sales.frontier());
        this.categories = new CategoryBook[categories];
        for (int category = 0; category < categories; category++) {
            this.categories[category] = new CategoryBook(unit, category, blocks, shelf, sales.frontier());
        }
    }

    /**
     * Adds what was sold.
     *
     * @param frontier the latest hour in which anything was sold anywhere
     * @param runEpoch the epoch of the present run, see {@link Version}
     */
    public void add(CellReader cells, int frontier, long runEpoch) {
        int latest = frontier;
        boolean apart = categories.length > 1;
        while (cells.next()) {
            int hour = cells.hour();
            int day = ReportingHour.day(hour);
            int year = ReportingDay.year(day);
            long sold = cells.sales();
            long refunded = cells.refunds();
            HourBlock block = blocks.at(apart ? cells.category() : 0, hour);
            block.add(hour, sold, refunded, cells.receipts());
            if (cells.synthetic()) {
                block.addedSynthetic(hour);
            }
            sales.add(year, day, hour, sold - refunded, cells.synthetic());
            changed.mark(year, day);
            latest = Math.max(latest, hour);
        }
        sales.reach(latest);
        sales.countInput(runEpoch);
    }

    /** Takes a notice. */
    public void take(UnitNotice notice, long runEpoch) {
        switch (notice.kind()) {
            case EXPECTED -> {
                sales.expect(notice.day(), notice.change());
                changed.markFrom(notice.day(), sales.frontier());
            }
            case REPORTED -> {
                sales.report(notice.day(), notice.change());
                changed.mark(ReportingDay.year(notice.day()), notice.day());
            }
            case RETELL -> tellAgainFrom(notice.day());
        }
        sales.countInput(runEpoch);
    }

    /** Tells the running sums that have changed. */
    public void tellRunning(Consumer<RunningSales> out) {
        changed.drain(sales.frontier(), (period, range, again) -> told(range, again)
                .ifPresent(sum -> out.accept(new RunningSales(
                        unit, period, range.day(), sum, sales.coverage(range), isSynthetic(range), sales.version()))));
    }

    /** Tells the hours that have changed, and the running sums of categories. */
    public void tellDetails(Consumer<HourSales> hours, Consumer<CategorySales> sums) {
        markHoursToTellAgain();
        Version version = sales.version();
        blocks.forEachChanged((category, block) -> {
            categories[category].sumUp(block);
            block.drainChanged((hour, sold, refunded, receipts) ->
                    hours.accept(new HourSales(unit, category, hour, sold, refunded, receipts, version)));
        });
        for (CategoryBook category : categories) {
            category.tell(sales, sums);
        }
    }

    /** Puts everything back on the shelf, and begins anew; what was not told is forgotten to be told. */
    public void putBack() {
        for (CategoryBook category : categories) {
            category.putBack();
        }
        blocks.putBack();
    }

    /** What has to be kept with the shelf. */
    public UnitSales sales() {
        return sales;
    }

    @Override
    public Optional<SalesYear> year(int year) {
        return sales.year(year);
    }

    @Override
    public long inFirstHours(int day, int hours) {
        long sum = 0;
        for (CategoryBook category : categories) {
            sum += category.inFirstHours(day, hours);
        }
        return sum;
    }

    private void tellAgainFrom(int day) {
        if (sales.frontier() < 0) {
            return;
        }
        int lastYear = ReportingDay.year(ReportingHour.day(sales.frontier()));
        int from = Math.max(day, Math.max(0, ReportingDay.firstOf(lastYear + 1 - YEARS_TOLD_AGAIN)));
        againFrom = Math.min(againFrom, from);
        changed.tellAgainFrom(from, sales.frontier());
    }

    private void markHoursToTellAgain() {
        for (int category = 0; category < categories.length && againFrom != NEVER; category++) {
            for (int hour = ReportingHour.firstHour(againFrom); hour <= sales.frontier(); hour++) {
                blocks.at(category, hour).mark(hour);
            }
            categories[category].tellAgainFrom(againFrom, sales.frontier());
        }
        againFrom = NEVER;
    }
}

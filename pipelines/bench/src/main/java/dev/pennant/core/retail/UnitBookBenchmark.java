package dev.pennant.core.retail;

import dev.pennant.core.period.ReportingDay;
import dev.pennant.core.period.ReportingHour;
import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/** What it takes to add a cell to its unit, two years full of sales, and to tell what has changed by it. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class UnitBookBenchmark {
    private static final int CATEGORIES = 20;
    private static final int CELLS = 1000;
    private static final int YEARS_HOURS = 730 * ReportingHour.PER_DAY;
    private static final int FIRST_HOUR = ReportingHour.firstHour(ReportingDay.firstOf(2019));
    private static final int FRONTIER = FIRST_HOUR + YEARS_HOURS - 1;

    private final CellReader reader = new CellReader();
    private final CellWriter today = new CellWriter();
    private UnitBook book;

    /** Sells in every hour of two years, and tells all of it. */
    @Setup
    public void sell() {
        SplittableRandom random = new SplittableRandom(3);
        book = new UnitBook(0, CATEGORIES, new UnitSales(), new ShelfInMemory());
        CellWriter history = new CellWriter();
        for (int hour = FIRST_HOUR; hour <= FRONTIER; hour++) {
            for (int category = 0; category < CATEGORIES; category++) {
                history.add(category, hour, true, 2, 100 + random.nextInt(20_000), 0);
            }
        }
        for (int cell = 0; cell < CELLS; cell++) {
            today.add(random.nextInt(CATEGORIES), FRONTIER - random.nextInt(3), true, 75, 500_000, 10_000);
        }
        add(history);
        book.tellRunning(sums -> {});
        book.tellDetails(hours -> {}, sums -> {});
        book.putBack();
    }

    /** Adds cells of the latest hours, and tells the running sums; the time is that of a cell. */
    @Benchmark
    @OperationsPerInvocation(CELLS)
    public void addAndTellRunning(Blackhole told) {
        add(today);
        book.tellRunning(told::consume);
    }

    /** The same with the hours and categories. */
    @Benchmark
    @OperationsPerInvocation(CELLS)
    public void addAndTellAll(Blackhole told) {
        add(today);
        book.tellRunning(told::consume);
        book.tellDetails(told::consume, told::consume);
        book.putBack();
    }

    private void add(CellWriter cells) {
        reader.reset(cells.bytes(), cells.length());
        book.add(reader, FRONTIER, 1);
    }

    private static final class ShelfInMemory implements UnitShelf {
        private final Map<Integer, SalesBlock> blocks = new HashMap<>();
        private final Map<Integer, SalesYear> years = new HashMap<>();

        @Override
        public SalesBlock block(int key) {
            return blocks.get(key);
        }

        @Override
        public void putBlock(int key, SalesBlock block) {
            blocks.put(key, block);
        }

        @Override
        public SalesYear categoryYear(int key) {
            return years.get(key);
        }

        @Override
        public void putCategoryYear(int key, SalesYear year) {
            years.put(key, year);
        }
    }
}

package dev.pennant.core.retail;

import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What it takes to fold a receipt into its unit's cells, and a cell into bytes and back. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class RecentCellsBenchmark {
    private static final int UNITS = 72;
    private static final int CATEGORIES = 20;
    private static final int FIRST_HOUR = 180_000;
    private static final int RECEIPTS = 100_000;

    /** As a reader of receipts tells a unit. */
    private static final int MOST_WRITTEN = 256;

    /** Over how many hours the receipts are spread: one when they are dense, many when a backfill is sparse. */
    @Param({"1", "24"})
    private int hours;

    private final int[] units = new int[RECEIPTS];
    private final int[] keys = new int[RECEIPTS];
    private final long[] amounts = new long[RECEIPTS];
    private final RecentCells cells = new RecentCells(UNITS);
    private final CellReader reader = new CellReader();
    private int length;
    private long sum;

    /** Draws the receipts. */
    @Setup
    public void draw() {
        SplittableRandom random = new SplittableRandom(3);
        for (int receipt = 0; receipt < RECEIPTS; receipt++) {
            units[receipt] = random.nextInt(UNITS);
            keys[receipt] = CellKey.of(random.nextInt(CATEGORIES), FIRST_HOUR + random.nextInt(hours), false);
            amounts[receipt] = random.nextInt(50) == 0 ? -100 : 100 + random.nextInt(20_000);
        }
    }

    /** Counts one receipt of every unit, and takes its cells, as on a quiet day; the time is that of a unit. */
    @Benchmark
    @OperationsPerInvocation(UNITS)
    public int foldOneAndTake() {
        length = 0;
        for (int unit = 0; unit < UNITS; unit++) {
            cells.add(unit, keys[unit], amounts[unit]);
            cells.take(unit, written -> length += written.length());
        }
        return length;
    }

    /** Folds receipts, and moves the cells through bytes as the shuffle does; the time is that of a receipt. */
    @Benchmark
    @OperationsPerInvocation(RECEIPTS)
    public long foldAndTake() {
        sum = 0;
        for (int receipt = 0; receipt < RECEIPTS; receipt++) {
            int unit = units[receipt];
            if (cells.add(unit, keys[receipt], amounts[receipt]) && cells.written(unit) == MOST_WRITTEN) {
                cells.take(unit, this::read);
            }
        }
        for (int unit = 0; unit < UNITS; unit++) {
            cells.take(unit, this::read);
        }
        return sum;
    }

    private void read(CellWriter written) {
        reader.reset(written.bytes(), written.length());
        while (reader.next()) {
            sum += reader.sales() - reader.refunds();
        }
    }
}

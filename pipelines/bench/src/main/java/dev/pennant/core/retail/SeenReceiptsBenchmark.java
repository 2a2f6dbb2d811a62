package dev.pennant.core.retail;

import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What it takes to tell whether a receipt was counted, with the stores of a province in no order. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class SeenReceiptsBenchmark {
    private static final int STORES = 14_000;
    private static final int RECEIPTS = 1_000_000;

    @Param
    private Numbering numbering;

    private final int[] stores = new int[RECEIPTS];
    private final long[] numbers = new long[RECEIPTS];
    private SeenReceipts seen;

    /** How the receipts of a store are numbered. */
    public enum Numbering {
        /** One after the other. */
        IN_ORDER,
        /** One in a hundred never comes. */
        GAPS,
        /** 64 random bits. */
        RANDOM
    }

    /** Draws the receipts. */
    @Setup
    public void draw() {
        SplittableRandom random = new SplittableRandom(3);
        long[] next = new long[STORES];
        for (int receipt = 0; receipt < RECEIPTS; receipt++) {
            int store = random.nextInt(STORES);
            next[store] += numbering == Numbering.GAPS && random.nextInt(100) == 0 ? 2 : 1;
            stores[receipt] = store;
            numbers[receipt] = numbering == Numbering.RANDOM ? random.nextLong() : next[store];
        }
    }

    /** Forgets them all. */
    @Setup(Level.Invocation)
    public void forget() {
        seen = new SeenReceipts();
        seen.ensureStores(STORES);
    }

    /** Adds receipts that are all new. */
    @Benchmark
    @OperationsPerInvocation(RECEIPTS)
    public int add() {
        int added = 0;
        for (int receipt = 0; receipt < RECEIPTS; receipt++) {
            added += seen.add(stores[receipt], numbers[receipt]) ? 1 : 0;
        }
        return added;
    }
}

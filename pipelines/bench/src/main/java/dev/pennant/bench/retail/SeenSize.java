package dev.pennant.bench.retail;

import dev.pennant.core.packed.NumberWriter;
import dev.pennant.core.retail.SeenReceipts;
import java.util.SplittableRandom;

/**
 * What it takes to remember which receipts were counted.
 *
 * @param receipts so many were remembered
 * @param written bytes in a checkpoint
 * @param held bytes in memory
 */
record SeenSize(long receipts, long written, long held) {
    /** How the receipts of a store are numbered. */
    enum Numbering {
        SEQUENTIAL("sequential"),
        GAPS("sequential, 1 % never come"),
        RANDOM("random, 64 bits");

        private static final long SEED = 11;
        private static final int ONE_IN_MISSING = 100;

        private final String title;

        Numbering(String title) {
            this.title = title;
        }

        String title() {
            return title;
        }

        /** Remembers so many receipts of so many stores, a few out of order. */
        SeenReceipts remember(long receipts, int stores) {
            SeenReceipts seen = new SeenReceipts();
            seen.ensureStores(stores);
            SplittableRandom random = new SplittableRandom(SEED);
            for (long each = 0; each < receipts; each++) {
                int store = (int) (each % stores);
                // By 31 places in blocks of 32: whoever comes first in a block comes last, and the other way round.
                long place = each / stores ^ 31;
                if (this == RANDOM) {
                    seen.add(store, random.nextLong());
                } else if (this == SEQUENTIAL || random.nextInt(ONE_IN_MISSING) != 0) {
                    seen.add(store, place);
                }
            }
            return seen;
        }
    }

    /** Measures so many receipts of so many stores. */
    static SeenSize measure(Numbering numbering, long receipts, int stores) {
        long before = usedHeap();
        SeenReceipts seen = numbering.remember(receipts, stores);
        long held = usedHeap() - before;
        NumberWriter numbers = new NumberWriter(64);
        long written = 0;
        for (int store = 0; store < stores; store++) {
            numbers.clear();
            seen.write(store, numbers);
            written += numbers.length();
        }
        return new SeenSize(receipts, written, held);
    }

    double writtenPerReceipt() {
        return (double) written / receipts;
    }

    double heldPerReceipt() {
        return (double) held / receipts;
    }

    /** What is in use once a collection clears nothing more away: some of what was let go of before takes several. */
    private static long usedHeap() {
        long used = Long.MAX_VALUE;
        for (long now = usedAfterCollection(); now < used; now = usedAfterCollection()) {
            used = now;
        }
        return used;
    }

    private static long usedAfterCollection() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}

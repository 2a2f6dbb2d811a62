package dev.pennant.bench.retail;

import dev.pennant.bench.run.SiteSettings;

/**
 * How a bench is to be done.
 *
 * @param receipts in each load
 * @param stores in each load
 * @param oneInCutOff of how many records one cannot be read
 * @param rounds in how many processes, one after the other, each subject is measured
 * @param turns how often it is measured in each, by turns with what it is compared with
 * @param site where and how runs are measured
 */
record BenchSettings(long receipts, int stores, int oneInCutOff, int rounds, int turns, SiteSettings site) {
    /** How often a subject is measured in all. */
    int runs() {
        return rounds * turns;
    }

    /**
     * The same for loads of up to as many receipts, with but one process each subject, which before it is measured reads as many as the full load
     * has, over and over where its own has fewer, and no more than the usual warm-up.
     */
    BenchSettings inOneProcess() {
        return new BenchSettings(
                receipts, stores, oneInCutOff, 1, runs(), site.withWarmUp(Math.min(site.warmUp(), receipts)));
    }
}

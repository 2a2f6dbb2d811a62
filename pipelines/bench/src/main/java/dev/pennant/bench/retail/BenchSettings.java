package dev.pennant.bench.retail;

import dev.pennant.bench.run.SiteSettings;

/**
 * How a bench is to be done.
 *
 * @param receipts in each load
 * @param stores in each load
 * @param pairs how often the floor and the job are measured, by turns
 * @param site where and how runs are measured
 */
record BenchSettings(long receipts, int stores, int pairs, SiteSettings site) {
    /** The same with another number of pairs. */
    BenchSettings withPairs(int other) {
        return new BenchSettings(receipts, stores, other, site);
    }
}

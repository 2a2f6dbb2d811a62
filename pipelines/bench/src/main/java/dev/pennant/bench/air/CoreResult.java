package dev.pennant.bench.air;

import dev.pennant.bench.check.Differences;

/**
 * The evaluation of a history with core alone.
 *
 * @param threads how many worked at it
 * @param seconds how long it took
 * @param cpuSeconds CPU time of the whole process meanwhile
 * @param figures how many days and spans were told
 * @param check how they compare with the oracle's
 */
record CoreResult(int threads, double seconds, double cpuSeconds, long figures, Differences check) {}

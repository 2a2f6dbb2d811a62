package dev.pennant.bench.retail;

import dev.pennant.bench.plain.PlainJob;
import dev.pennant.bench.run.Subject;

/**
 * How the retail job, with all its tables, compares with the {@link PlainJob}.
 *
 * @param speed of both, and of the floor, by turns
 */
record RivalResult(SpeedResult speed) {
    /** How many times the plain job's records a second the retail job reads, in full swing. */
    double byRate() {
        return speed.rateRatio(Subject.ALL, Subject.PLAIN).orElseThrow();
    }

    /** How many times the retail job's CPU time a record the plain job takes, in full swing; job and broker together. */
    double byCpu() {
        return speed.cpuRatio(Subject.ALL, Subject.PLAIN).orElseThrow();
    }
}

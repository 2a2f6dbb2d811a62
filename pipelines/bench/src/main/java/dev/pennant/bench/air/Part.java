package dev.pennant.bench.air;

import java.util.Locale;

/** What can be measured. */
enum Part {
    /** The history with core alone. */
    CORE,
    /** The history through the job, its topics filled. */
    JOB;

    /** As it is typed. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}

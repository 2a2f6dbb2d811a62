package dev.pennant.bench.run;

import dev.pennant.jobs.retail.source.ReceiptSource;
import java.util.Properties;

/** Kafka's consumers in the jobs that are not ours. */
final class Consumers {
    /** The group in which their checkpoints show how far they have come. */
    static final String GROUP = "pennant-bench";

    private Consumers() {}

    /**
     * Their settings.
     *
     * @param tuned whether they fetch as the retail job's do, or as they come
     */
    static Properties settings(boolean tuned) {
        Properties settings = new Properties();
        settings.setProperty("isolation.level", "read_committed");
        if (tuned) {
            settings.putAll(ReceiptSource.LARGE_FETCHES);
        }
        return settings;
    }
}

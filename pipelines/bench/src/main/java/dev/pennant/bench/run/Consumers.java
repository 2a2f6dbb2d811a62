package dev.pennant.bench.run;

import dev.pennant.jobs.retail.source.ReceiptSource;
import java.util.Map;
import java.util.Properties;

/** Settings of Kafka's consumers in the jobs that are not ours. */
final class Consumers {
    private Consumers() {}

    /** With fetches as large as the retail job's. */
    static Properties asTheJobs(String bootstrapServers) {
        return settings(bootstrapServers, ReceiptSource.LARGE_FETCHES);
    }

    /** With fetches as large as Kafka's consumer has them. */
    static Properties asTheyCome(String bootstrapServers) {
        return settings(bootstrapServers, Map.of());
    }

    private static Properties settings(String bootstrapServers, Map<String, String> fetches) {
        Properties settings = new Properties();
        settings.putAll(fetches);
        settings.setProperty("bootstrap.servers", bootstrapServers);
        settings.setProperty("group.id", "pennant-bench");
        settings.setProperty("isolation.level", "read_committed");
        return settings;
    }
}

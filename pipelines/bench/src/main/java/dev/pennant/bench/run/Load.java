package dev.pennant.bench.run;

import java.util.function.LongConsumer;

/** What a job is given to read: it is generated once, and always the same. */
public interface Load {
    /** Tells it from others; its folder is called so. */
    String name();

    /**
     * Sends it to a broker whose topics are empty, and returns when the broker has taken it.
     *
     * @param progress hears now and then how many records were sent
     */
    void send(String bootstrapServers, LongConsumer progress);
}

package dev.pennant.jobs.retail;

import java.io.Serializable;
import java.util.List;

/** All that stands in the topic of stores when a reader of receipts begins, so that it places its first receipt by it. */
@FunctionalInterface
public interface StoresAtStart extends Serializable {
    /** Reads the topic from its beginning to its present end. */
    List<StoreEntry> read() throws Exception;
}

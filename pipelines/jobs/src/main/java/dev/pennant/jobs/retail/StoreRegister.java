package dev.pennant.jobs.retail;

import java.io.Serializable;
import java.util.List;

/**
 * The registrations of stores, for those who have to know all of them before they place the first receipt, and go on hearing of new ones. A reader
 * of receipts does not take them from a stream: chained to its source, it has no other input, as Flink 2.3 triggers no checkpoint
 * in a chained source that has a second input from elsewhere.
 */
@FunctionalInterface
public interface StoreRegister extends Serializable {
    /** Begins to read, from the first registration on. */
    Reading open();

    /** A reading of the register; used by one thread. */
    interface Reading extends AutoCloseable {
        /** Everything that is in the register by now and was not given yet; waits for it. */
        List<StoreEntry> all();

        /** What has arrived here and was not given yet; waits for nothing. */
        List<StoreEntry> arrived();

        @Override
        void close();
    }
}

package dev.pennant.jobs.retail;

import dev.pennant.core.filing.Verdict;
import dev.pennant.jobs.kafka.FollowedTopic;
import dev.pennant.jobs.kafka.RawRecord;
import dev.pennant.jobs.kafka.Topics;
import dev.pennant.schemas.EventDecodingException;
import java.util.ArrayList;
import java.util.List;

/** The stores that stand in their topic; what cannot be taken of it is refused by the job's own reading of the topic. */
final class StoresInTopic implements StoreRegister {
    private static final long serialVersionUID = 1L;

    private final String bootstrapServers;
    private final ReadStores reader;

    /** @param reader decodes and judges the records */
    StoresInTopic(String bootstrapServers, ReadStores reader) {
        this.bootstrapServers = bootstrapServers;
        this.reader = reader;
    }

    @Override
    public Reading open() {
        FollowedTopic topic = new FollowedTopic(Topics.STORES.name(), bootstrapServers);
        return new Reading() {
            @Override
            public List<StoreEntry> all() {
                List<StoreEntry> stores = new ArrayList<>();
                topic.all(record -> read(record, stores));
                return stores;
            }

            @Override
            public List<StoreEntry> arrived() {
                List<StoreEntry> stores = new ArrayList<>();
                topic.arrived(record -> read(record, stores));
                return stores;
            }

            @Override
            public void close() {
                topic.close();
            }
        };
    }

    private void read(RawRecord record, List<StoreEntry> stores) {
        try {
            if (reader.read(record) instanceof Verdict.Accepted<StoreEntry> accepted) {
                stores.add(accepted.value());
            }
        } catch (EventDecodingException refusedElsewhere) {
            // The job reads the topic as well, and makes a dead letter of it.
        }
    }
}

package dev.pennant.jobs.retail;

import dev.pennant.core.retail.StoreRegistration;
import dev.pennant.jobs.kafka.Origin;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A register that is written by the test. */
final class KnownStores implements StoreRegister {
    private static final long serialVersionUID = 1L;

    private final ArrayList<StoreEntry> entries = new ArrayList<>();

    KnownStores register(String storeId, String unit, String validFrom) {
        LocalDate firstDay = LocalDate.parse(validFrom);
        return add(storeId, firstDay, Optional.of(new StoreRegistration(storeId, storeId, unit, firstDay, false)));
    }

    KnownStores registerMadeUp(String storeId, String unit, String validFrom) {
        LocalDate firstDay = LocalDate.parse(validFrom);
        return add(storeId, firstDay, Optional.of(new StoreRegistration(storeId, storeId, unit, firstDay, true)));
    }

    KnownStores withdraw(String storeId, String validFrom) {
        return add(storeId, LocalDate.parse(validFrom), Optional.empty());
    }

    private KnownStores add(String storeId, LocalDate firstDay, Optional<StoreRegistration> registration) {
        Origin origin = new Origin("stores", 0, entries.size());
        entries.add(new StoreEntry(origin, Instant.EPOCH, storeId, firstDay, registration));
        return this;
    }

    @Override
    public Reading open() {
        return new Reading() {
            private int read;

            @Override
            public List<StoreEntry> arrived() {
                return all();
            }

            @Override
            public List<StoreEntry> all() {
                List<StoreEntry> news = List.copyOf(entries.subList(read, entries.size()));
                read = entries.size();
                return news;
            }

            @Override
            public void close() {
                read = 0;
            }
        };
    }
}

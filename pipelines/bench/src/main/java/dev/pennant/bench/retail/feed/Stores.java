package dev.pennant.bench.retail.feed;

import dev.pennant.core.catalogue.Unit;
import dev.pennant.jobs.kafka.Partitions;
import dev.pennant.schemas.event.StoreRegistration;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/** Made-up stores, each known by its place from 0 on, spread at random over the townships: the same at every run. */
public final class Stores {
    private static final long SEED = 7;
    private static final int STEP = 37;
    private static final String REGISTERED = "2018-01-01";

    private final List<Unit> townships;
    private final byte[][] keys;
    private final int[] units;

    /**
     * Stores.
     *
     * @param first the number of the first one, from which the ids are made
     * @param count how many
     * @param townships where they are
     */
    public Stores(int first, int count, List<Unit> townships) {
        this.townships = townships;
        keys = new byte[count][];
        units = new int[count];
        SplittableRandom random = new SplittableRandom(SEED);
        for (int store = 0; store < count; store++) {
            // 18 characters, as long as the credit codes that stores go by.
            String id = String.format(Locale.ROOT, "91341200MA%08d", (first + store) * STEP + 11);
            keys[store] = id.getBytes(StandardCharsets.US_ASCII);
            units[store] = random.nextInt(townships.size());
        }
    }

    /** How many there are. */
    public int count() {
        return keys.length;
    }

    /** A store's id as the key of its records. */
    public byte[] key(int store) {
        return keys[store];
    }

    /** Where Kafka puts a store's records, of so many partitions. */
    public int partition(int store, int partitions) {
        return Partitions.of(keys[store], partitions);
    }

    /** The place of a store's township. */
    public int unit(int store) {
        return units[store];
    }

    /** A store's registration, from before the first receipt. */
    public StoreRegistration registration(int store) {
        return StoreRegistration.newBuilder()
                .setStoreId(new String(keys[store], StandardCharsets.US_ASCII))
                .setName("Store " + store)
                .setUnit(townships.get(units[store]).code())
                .setValidFrom(REGISTERED)
                .setSynthetic(true)
                .build();
    }
}

package dev.pennant.bench.retail;

import dev.pennant.bench.retail.feed.ReceiptFeed;
import dev.pennant.bench.retail.feed.ReceiptProducer;
import dev.pennant.bench.retail.feed.Shape;
import dev.pennant.bench.retail.feed.Stores;
import dev.pennant.core.catalogue.Catalogue;
import dev.pennant.core.retail.RetailCategory;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.LongConsumer;

/**
 * What a job is given to read: it is generated once, and always the same.
 *
 * @param shape over which days the receipts are spread
 * @param receipts how many there are
 * @param stores how many have them
 */
record Load(Shape shape, long receipts, int stores) {
    private static final String FILLED = "filled";
    private static final Duration LINGER = Duration.ofMillis(20);
    private static final int TOLD_EVERY = 1 << 18;

    /** The folder of its broker among others. */
    Path folderIn(Path data) {
        return data.resolve(shape.id() + "-" + receipts + "-" + stores);
    }

    /** Whether the topics in its folder are full. */
    boolean isIn(Path data) {
        return Files.exists(folderIn(data).resolve(FILLED));
    }

    /**
     * Fills the topics of a broker that runs in its folder.
     *
     * @param progress hears now and then how many receipts were sent
     */
    void fill(Path data, String bootstrapServers, LongConsumer progress) throws IOException {
        Catalogue catalogue = Catalogue.shipped();
        Stores registered = new Stores(0, stores, catalogue.units().townships());
        ReceiptFeed feed = new ReceiptFeed(
                shape,
                registered,
                catalogue.categories().all().stream().map(RetailCategory::id).toList(),
                receipts);
        try (ReceiptProducer producer = new ReceiptProducer(registered, bootstrapServers, LINGER)) {
            producer.register();
            long[] sent = {0};
            feed.into((store, payload) -> {
                producer.send(store, payload);
                if (++sent[0] % TOLD_EVERY == 0) {
                    progress.accept(sent[0]);
                }
            });
            producer.awaitDelivery();
        }
        Files.writeString(folderIn(data).resolve(FILLED), receipts + " receipts\n", StandardCharsets.UTF_8);
    }
}

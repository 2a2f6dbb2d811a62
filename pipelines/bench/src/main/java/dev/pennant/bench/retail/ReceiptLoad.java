package dev.pennant.bench.retail;

import dev.pennant.bench.retail.feed.ReceiptFeed;
import dev.pennant.bench.retail.feed.ReceiptProducer;
import dev.pennant.bench.retail.feed.Shape;
import dev.pennant.bench.retail.feed.Stores;
import dev.pennant.bench.run.Load;
import dev.pennant.core.catalogue.Catalogue;
import dev.pennant.core.retail.RetailCategory;
import java.time.Duration;
import java.util.function.LongConsumer;

/**
 * Receipts that a job is given to read.
 *
 * @param shape over which days the receipts are spread
 * @param receipts how many there are
 * @param stores how many have them
 * @param oneInCutOff of how many one is cut off in its middle, so that it cannot be read
 */
record ReceiptLoad(Shape shape, long receipts, int stores, int oneInCutOff) implements Load {
    private static final Duration LINGER = Duration.ofMillis(20);
    private static final int TOLD_EVERY = 1 << 18;

    @Override
    public String name() {
        return shape.id() + "-" + receipts + "-" + stores + "-" + oneInCutOff;
    }

    @Override
    public void send(String bootstrapServers, LongConsumer progress) {
        Catalogue catalogue = Catalogue.shipped();
        Stores registered = new Stores(0, stores, catalogue.units().townships());
        ReceiptFeed feed = new ReceiptFeed(
                shape,
                registered,
                catalogue.categories().all().stream().map(RetailCategory::id).toList(),
                receipts,
                oneInCutOff);
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
    }
}

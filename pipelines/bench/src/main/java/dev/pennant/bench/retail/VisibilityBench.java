package dev.pennant.bench.retail;

import dev.pennant.bench.latency.Latencies;
import dev.pennant.bench.process.ChildJvm;
import dev.pennant.bench.retail.feed.LiveReceipts;
import dev.pennant.bench.retail.feed.ReceiptProducer;
import dev.pennant.bench.retail.feed.Stores;
import dev.pennant.bench.run.Site;
import dev.pennant.bench.run.Subject;
import dev.pennant.core.catalogue.Catalogue;
import dev.pennant.core.catalogue.Unit;
import dev.pennant.core.retail.RetailCategory;
import dev.pennant.stack.Folders;
import dev.pennant.stack.clickhouse.ClickHouseUser;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;

/** Measures how long after a receipt was handed to Kafka's producer the view shows it, while others are sold at a given rate. */
final class VisibilityBench {
    /** In its first minute Java still compiles, on the cores that everything shares. */
    static final Duration WARM_UP = Duration.ofSeconds(60);

    /** Stores that are watched. */
    static final int PROBES = 5;

    private static final long TICK_NANOS = TimeUnit.MILLISECONDS.toNanos(5);
    private static final Duration LINGER = Duration.ofMillis(5);
    private static final long OTHERS_FEN = 500;
    private static final long SEED = 5;

    private final BenchSettings settings;
    private final Clock clock;
    private final List<Unit> townships;
    private final List<String> categories;

    VisibilityBench(BenchSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
        Catalogue catalogue = Catalogue.shipped();
        townships = catalogue.units().townships();
        categories =
                catalogue.categories().all().stream().map(RetailCategory::id).toList();
    }

    /**
     * Measures on topics and tables that are empty at first.
     *
     * @param rate receipts a second besides the probes'
     * @param duration for how long, after a warm-up
     */
    Latencies measure(int rate, Duration duration) throws IOException, InterruptedException {
        Path topics = settings.site().data().resolve("latency");
        Folders.delete(topics);
        Stores others = new Stores(PROBES, settings.stores(), townships.subList(PROBES, townships.size()));
        try (Site site = Site.start(topics, settings.site());
                Probes probes = new Probes(
                        townships.subList(0, PROBES),
                        categories,
                        site.ports().bootstrapServers(),
                        site.database(ClickHouseUser.GRAFANA),
                        clock);
                ReceiptProducer load = new ReceiptProducer(others, site.ports().bootstrapServers(), LINGER)) {
            probes.register();
            load.register();
            ChildJvm job = site.runUntilClosed(Subject.ALL);
            try (job) {
                AtomicBoolean going = new AtomicBoolean(true);
                CompletableFuture<Void> loading = CompletableFuture.runAsync(() -> sell(load, others, rate, going));
                try {
                    probes.sellFor(WARM_UP);
                    long before = load.acknowledged();
                    long start = System.nanoTime();
                    List<Long> nanos = probes.sellFor(duration);
                    double seconds = (System.nanoTime() - start) / 1e9;
                    return new Latencies(rate, (load.acknowledged() - before) / seconds, nanos);
                } finally {
                    going.set(false);
                    loading.join();
                }
            }
        } finally {
            Folders.delete(topics);
        }
    }

    private void sell(ReceiptProducer producer, Stores stores, int rate, AtomicBoolean going) {
        LiveReceipts receipts = new LiveReceipts(stores, categories);
        SplittableRandom random = new SplittableRandom(SEED);
        long start = System.nanoTime();
        for (long sent = 0; going.get(); ) {
            long due = (System.nanoTime() - start) / 1_000 * rate / 1_000_000;
            for (; sent < due; sent++) {
                int store = random.nextInt(stores.count());
                producer.send(store, receipts.next(store, clock.millis(), OTHERS_FEN));
            }
            LockSupport.parkNanos(TICK_NANOS);
        }
        producer.awaitDelivery();
    }
}

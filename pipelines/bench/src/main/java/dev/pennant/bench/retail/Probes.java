package dev.pennant.bench.retail;

import dev.pennant.bench.retail.feed.LiveReceipts;
import dev.pennant.bench.retail.feed.ReceiptProducer;
import dev.pennant.bench.retail.feed.Stores;
import dev.pennant.core.catalogue.Unit;
import dev.pennant.stack.clickhouse.ClickHouseClient;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * Stores that are watched, each alone in its township. Each sells again once its last receipt has become visible, after a pause of random length: who
 * sells as soon as something became visible has always just missed it.
 */
final class Probes implements AutoCloseable {
    /** Between a receipt's visibility and the next sale; longer than one takes to become visible, so that it is sold at any moment. */
    static final int LONGEST_PAUSE_MILLIS = 500;

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(60);
    private static final long POLL_MILLIS = 4;
    private static final long FEN = 1;
    private static final long SEED = 6;

    private final List<Probe> probes = new ArrayList<>();
    private final ClickHouseClient reader;
    private final Clock clock;
    private final SplittableRandom random = new SplittableRandom(SEED);
    private final String question;

    /**
     * A store in each township.
     *
     * @param categories ids, of which the first is sold
     * @param reader sees what is visible
     * @param clock gives the moment of a sale
     */
    Probes(
            List<Unit> townships,
            List<String> categories,
            String bootstrapServers,
            ClickHouseClient reader,
            Clock clock) {
        this.reader = reader;
        this.clock = clock;
        for (int store = 0; store < townships.size(); store++) {
            probes.add(new Probe(store, townships.get(store), categories, bootstrapServers));
        }
        // What a township has sold this year, in fen: 10⁻¹⁰ of the measure.
        question = "SELECT unit, toInt64(max(value) * 10000000000) FROM pennant.indicators"
                + " WHERE indicator = 'retail-receipts' AND unit IN ("
                + townships.stream().map(unit -> "'" + unit.code() + "'").collect(Collectors.joining(", "))
                + ") GROUP BY unit FORMAT TSV";
    }

    /** Registers the stores. */
    void register() {
        probes.forEach(probe -> probe.producer.register());
    }

    /**
     * Sells and watches; what was sold in that time is awaited.
     *
     * @return from the moment at which each receipt was due to be handed to the producer to its visibility, in nanoseconds
     */
    List<Long> sellFor(Duration duration) throws IOException, InterruptedException {
        List<Long> nanos = new ArrayList<>();
        long end = System.nanoTime() + duration.toNanos();
        do {
            if (System.nanoTime() < end) {
                probes.forEach(Probe::sellIfDue);
            }
            Map<String, Long> shown = shown();
            long now = System.nanoTime();
            for (Probe probe : probes) {
                probe.see(shown, now).ifPresent(nanos::add);
            }
            TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
        } while (System.nanoTime() < end || probes.stream().anyMatch(probe -> probe.waits));
        return nanos;
    }

    private Map<String, Long> shown() throws IOException {
        Map<String, Long> shown = new HashMap<>();
        reader.query(question).lines().forEach(line -> {
            int tab = line.indexOf('\t');
            shown.put(line.substring(0, tab), Long.parseLong(line.substring(tab + 1)));
        });
        return shown;
    }

    @Override
    public void close() {
        probes.forEach(probe -> probe.producer.close());
    }

    /** One of the stores. */
    private final class Probe {
        private final String unit;
        private final ReceiptProducer producer;
        private final LiveReceipts receipts;
        private long fen;
        private boolean waits;
        private long due = System.nanoTime();

        private Probe(int number, Unit township, List<String> categories, String bootstrapServers) {
            Stores store = new Stores(number, 1, List.of(township));
            unit = township.code();
            producer = new ReceiptProducer(store, bootstrapServers, Duration.ZERO);
            receipts = new LiveReceipts(store, categories);
        }

        private void sellIfDue() {
            if (!waits && System.nanoTime() - due >= 0) {
                fen += FEN;
                waits = true;
                producer.send(0, receipts.next(0, clock.millis(), FEN));
            }
        }

        /** How long its last receipt took, where that has become visible only now. */
        private OptionalLong see(Map<String, Long> shown, long now) throws IOException {
            if (!waits) {
                return OptionalLong.empty();
            }
            if (shown.getOrDefault(unit, 0L) < fen) {
                if (now - due > LONGEST_WAIT.toNanos()) {
                    throw new IOException("A receipt was not visible after " + LONGEST_WAIT.toSeconds() + " s");
                }
                return OptionalLong.empty();
            }
            long took = now - due;
            waits = false;
            due = now + random.nextLong(TimeUnit.MILLISECONDS.toNanos(LONGEST_PAUSE_MILLIS));
            return OptionalLong.of(took);
        }
    }
}

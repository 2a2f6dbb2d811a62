package dev.pennant.bench.latency;

import dev.pennant.core.catalogue.Catalogue;
import dev.pennant.core.catalogue.Unit;
import dev.pennant.core.indicator.Money;
import dev.pennant.core.revenue.RegistrationForm;
import dev.pennant.core.revenue.ReportForm;
import dev.pennant.core.revenue.Scope;
import dev.pennant.jobs.kafka.Topics;
import dev.pennant.load.FormMessages;
import dev.pennant.load.TopicSender;
import dev.pennant.stack.clickhouse.ClickHouseClient;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * Measures how long after a report was handed to Kafka's producer a view shows it, while other reports come in at a given rate. One enterprise,
 * alone in its township, files a new revision whenever the one before has become visible; the others file in all other townships.
 */
public final class LatencyBench implements AutoCloseable {
    private static final int ENTERPRISES = 20_000;
    private static final String PROBE = "PROBE";
    private static final String PERIOD = "2020-09";
    private static final Instant REPORTED_AT = Instant.parse("2020-10-10T00:00:00Z");
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(60);
    private static final long POLL_MILLIS = 4;
    private static final long TICK_NANOS = TimeUnit.MILLISECONDS.toNanos(5);

    private final Sight sight;
    private final String probeUnit;
    private final ClickHouseClient reader;
    private final TopicSender registry;
    private final TopicSender probes;
    private final TopicSender load;
    private final AtomicInteger revisions = new AtomicInteger();

    /**
     * Measures on a stack without any other data, reading as the given user.
     *
     * @param sight what is waited for
     */
    public LatencyBench(Sight sight, String bootstrapServers, ClickHouseClient reader) {
        this.sight = sight;
        this.reader = reader;
        registry = TopicSender.to(Topics.ENTERPRISE_REGISTRY, bootstrapServers);
        probes = TopicSender.to(Topics.ENTERPRISE_REPORTS, bootstrapServers);
        load = TopicSender.to(Topics.ENTERPRISE_REPORTS, bootstrapServers);
        List<Unit> townships = Catalogue.shipped().units().townships();
        int others = townships.size() - 1;
        probeUnit = townships.get(others).code();
        FormMessages messages = new FormMessages();
        registry.send(messages.of(registration(PROBE, probeUnit)));
        for (int i = 0; i < ENTERPRISES; i++) {
            String unit = townships.get(i % others).code();
            registry.send(messages.of(registration("LOAD" + i, unit)));
        }
        registry.awaitDelivery();
        for (int i = 0; i < others; i++) {
            load.send(messages.of(report("LOAD" + i, Sight.LAST_YEAR, 0)));
        }
        load.awaitDelivery();
        try (TopicSender departments = TopicSender.to(Topics.INDICATOR_REPORTS, bootstrapServers)) {
            sight.given(PERIOD).forEach(given -> departments.send(messages.of(given)));
            departments.awaitDelivery();
        }
    }

    /**
     * Measures at one rate.
     *
     * @param rate reports a second besides the probes
     * @param duration for how long
     */
    public Latencies measure(int rate, Duration duration) throws IOException, InterruptedException {
        AtomicBoolean going = new AtomicBoolean(true);
        long before = load.acknowledged();
        long start = System.nanoTime();
        CompletableFuture<Void> loading = CompletableFuture.runAsync(() -> load(rate, going));
        List<Long> nanos = new ArrayList<>();
        try {
            while (System.nanoTime() - start < duration.toNanos()) {
                nanos.add(probe());
            }
        } finally {
            going.set(false);
            loading.join();
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        return new Latencies(rate, (load.acknowledged() - before) / seconds, nanos);
    }

    @Override
    public void close() {
        registry.close();
        probes.close();
        load.close();
    }

    /** Files the probe's next revision and waits until the view shows it. */
    private long probe() throws IOException, InterruptedException {
        int revision = revisions.incrementAndGet();
        long start = System.nanoTime();
        probes.send(new FormMessages().of(report(PROBE, sight.yuan(revision), revision)));
        String expected = sight.expected(revision);
        String shown = "";
        while (!shown.equals(expected)) {
            if (System.nanoTime() - start > LONGEST_WAIT.toNanos()) {
                throw new IOException("a report was not visible after " + LONGEST_WAIT.toSeconds() + " s");
            }
            TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
            shown = reader.query(sight.query(probeUnit, PERIOD));
        }
        return System.nanoTime() - start;
    }

    private void load(int rate, AtomicBoolean going) {
        FormMessages messages = new FormMessages();
        long start = System.nanoTime();
        for (long sent = 0; going.get(); ) {
            long due = (System.nanoTime() - start) / 1_000 * rate / 1_000_000;
            for (; sent < due && going.get(); sent++) {
                int round = 1 + (int) (sent / ENTERPRISES) + revisions.get() * 1_000;
                load.send(messages.of(report("LOAD" + sent % ENTERPRISES, 1_000 + sent % 977, round)));
            }
            LockSupport.parkNanos(TICK_NANOS);
        }
        load.awaitDelivery();
    }

    private static RegistrationForm registration(String enterprise, String unit) {
        return new RegistrationForm(
                enterprise, enterprise, unit, Scope.SERVICE_DESIGNATED.id(), "", "2019-01", "", true);
    }

    private static ReportForm report(String enterprise, long yuan, int revision) {
        return new ReportForm(
                enterprise,
                PERIOD,
                new Money(yuan * 100),
                new Money(Sight.LAST_YEAR * 100),
                Optional.empty(),
                Optional.empty(),
                revision,
                REPORTED_AT,
                true);
    }
}

package dev.pennant.bench.retail;

import dev.pennant.bench.latency.Latencies;
import dev.pennant.bench.retail.feed.Shape;
import dev.pennant.bench.run.Subject;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;

/** Measures the retail job, part by part. */
final class RetailBench {
    private static final int TEN = 10;
    private static final int THREE = 3;
    private static final int LIVE_RATE = 50_000;
    static final Duration LIVE_DURATION = Duration.ofMinutes(2);

    private final BenchSettings settings;
    private final Consumer<String> messages;
    private final Clock clock;

    RetailBench(BenchSettings settings, Consumer<String> messages, Clock clock) {
        this.settings = settings;
        this.messages = messages;
        this.clock = clock;
    }

    RetailResults measure(Set<Part> parts, List<Shape> shapes)
            throws IOException, InterruptedException, ExecutionException {
        Map<SeenSize.Numbering, SeenSize> seen = parts.contains(Part.SEEN) ? seen() : Map.of();
        List<SpeedResult> speeds =
                parts.contains(Part.SPEED) ? speeds(shapes, parts.contains(Part.VARIANTS)) : List.of();
        Optional<RivalResult> rival = parts.contains(Part.RIVAL) ? Optional.of(rival()) : Optional.empty();
        Optional<ScaleResult> scale = parts.contains(Part.SCALE) ? Optional.of(scale()) : Optional.empty();
        Optional<Latencies> latencies = parts.contains(Part.LATENCY) ? Optional.of(latencies()) : Optional.empty();
        return new RetailResults(speeds, rival, seen, scale, latencies);
    }

    private Map<SeenSize.Numbering, SeenSize> seen() throws IOException {
        messages.accept("How much it takes to tell a repeated receipt …");
        Map<SeenSize.Numbering, SeenSize> sizes = new EnumMap<>(SeenSize.Numbering.class);
        for (SeenSize.Numbering numbering : SeenSize.Numbering.values()) {
            // A tenth of the receipts fit into this process at random; in order, all must be there for what a store
            // takes to weigh as it does.
            long receipts = numbering == SeenSize.Numbering.RANDOM ? settings.receipts() / TEN : settings.receipts();
            sizes.put(numbering, SeenSize.measure(numbering, receipts, settings.stores()));
        }
        return sizes;
    }

    private List<SpeedResult> speeds(List<Shape> shapes, boolean withVariants)
            throws IOException, InterruptedException, ExecutionException {
        List<SpeedResult> results = new ArrayList<>();
        for (Shape shape : shapes) {
            List<List<Subject>> sets = shape == Shape.DENSE
                    ? List.of(List.of(Subject.FLOOR, Subject.ALL))
                    : List.of(
                            List.of(Subject.FLOOR, Subject.INDICATORS),
                            List.of(Subject.ALL, Subject.SINKS, Subject.FLOOR));
            List<Subject> variants = shape == Shape.DENSE && withVariants
                    ? List.of(Subject.FLOOR, Subject.UNTUNED_FLOOR, Subject.ROCKSDB)
                    : List.of();
            results.add(bench(settings, load(shape, settings.receipts(), settings.stores()))
                    .measure(sets, variants));
        }
        return results;
    }

    private RivalResult rival() throws IOException, InterruptedException, ExecutionException {
        // A third, as all numbers in the plain job's map, and what a checkpoint copies of them, have to find room on
        // its heap.
        ReceiptLoad load = load(Shape.DENSE, settings.receipts() / THREE, settings.stores());
        return new RivalResult(
                bench(settings.inOneProcess(), load).measure(List.of(List.of(Subject.PLAIN, Subject.ALL)), List.of()));
    }

    private ScaleResult scale() throws IOException, InterruptedException, ExecutionException {
        long tenth = settings.receipts() / TEN;
        return new ScaleResult(
                oneOfScale(load(Shape.DENSE, tenth, settings.stores())),
                oneOfScale(load(Shape.DENSE, settings.receipts(), settings.stores())),
                oneOfScale(load(Shape.DENSE, tenth, TEN * settings.stores())));
    }

    private ReceiptLoad load(Shape shape, long receipts, int stores) {
        return new ReceiptLoad(shape, receipts, stores, settings.oneInCutOff());
    }

    private SpeedResult oneOfScale(ReceiptLoad load) throws IOException, InterruptedException, ExecutionException {
        return bench(settings.inOneProcess(), load).measure(List.of(List.of(Subject.ALL)), List.of());
    }

    private SpeedBench bench(BenchSettings how, ReceiptLoad load) {
        return new SpeedBench(how, load, clock, messages);
    }

    private Latencies latencies() throws IOException, InterruptedException {
        messages.accept("From append to visible at " + LIVE_RATE + " receipts/s …");
        return new VisibilityBench(settings, clock).measure(LIVE_RATE, LIVE_DURATION);
    }
}

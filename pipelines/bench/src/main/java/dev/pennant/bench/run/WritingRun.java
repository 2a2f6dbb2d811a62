package dev.pennant.bench.run;

import dev.pennant.stack.Ports;
import dev.pennant.stack.flink.FlinkCluster;
import dev.pennant.stack.flink.FlinkRest;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A run that writes rows from nowhere, and is over when the last one is written; its records are these rows. */
final class WritingRun {
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final long POLL_MILLIS = 100;

    private final RunOrder order;
    private final Map<String, Long> rows;
    private final FlinkCluster flink;
    private final Ports ports;

    /** @param rows how many, by table */
    WritingRun(RunOrder order, Map<String, Long> rows, FlinkCluster flink) {
        this.order = order;
        this.rows = rows;
        this.flink = flink;
        ports = new Ports(order.portBase());
    }

    RunFigures run() throws Exception {
        long sum = rows.values().stream().mapToLong(Long::longValue).sum();
        Sample begin = Sample.take(order, 0);
        flink.submit(Jobs.ofSinks(order, rows));
        awaitEnd(new FlinkRest(ports.flinkUri()));
        Window whole = Sample.take(order, sum).since(begin);
        return new RunFigures(whole, whole, Map.of(), rows, List.of(), 0);
    }

    private static void awaitEnd(FlinkRest rest) throws IOException, InterruptedException {
        long start = System.nanoTime();
        while (!rest.jobs().get(0).state().equals("FINISHED")) {
            if (System.nanoTime() - start > PATIENCE.toNanos()) {
                throw new IOException("The rows were not written after " + PATIENCE.toMinutes() + " min");
            }
            TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
        }
    }
}

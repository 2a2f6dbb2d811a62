package dev.pennant.bench.retail.run;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.pennant.bench.process.Parent;
import dev.pennant.jobs.kafka.Topics;
import dev.pennant.stack.Ports;
import dev.pennant.stack.flink.FlinkCluster;
import dev.pennant.stack.flink.FlinkRest;
import java.nio.file.Path;
import java.time.Duration;

/** One measured run, in a process of its own: a Flink like the local stack's, with one job that reads the topic of receipts to its end. */
public final class RunProcess {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private RunProcess() {}

    /**
     * Runs, and tells the parent the {@link RunFigures}; or, where there is no end to run to, only that it runs.
     *
     * @param arguments the {@link RunOrder}
     */
    public static void main(String[] arguments) {
        Parent parent = Parent.connect();
        parent.endWithIt();
        try {
            answer(parent, JSON.readValue(arguments[0], RunOrder.class));
        } catch (Throwable failed) {
            // Flink's threads would keep a process alive that has nothing more to say.
            failed.printStackTrace();
            Runtime.getRuntime().halt(1);
        }
        // What would be written in an orderly end is of no use to anybody.
        Runtime.getRuntime().halt(0);
    }

    private static void answer(Parent parent, RunOrder order) throws Exception {
        if (order.records() == 0) {
            runUntilClosed(order, parent);
        }
        try (Profile profile = Profile.begin(order.profile())) {
            RunFigures figures = run(order);
            profile.keep();
            parent.tell(JSON.writeValueAsString(figures));
        }
    }

    private static void runUntilClosed(RunOrder order, Parent parent) throws Exception {
        FlinkCluster flink = start(order);
        flink.submit(Jobs.of(order));
        parent.tell("running");
        Thread.currentThread().join();
    }

    private static FlinkCluster start(RunOrder order) throws Exception {
        return FlinkCluster.start(Path.of(order.folder()), new Ports(order.portBase()), 1);
    }

    private static RunFigures run(RunOrder order) throws Exception {
        Ports ports = new Ports(order.portBase());
        FlinkCluster flink = start(order);
        FlinkRest rest = new FlinkRest(ports.flinkUri());
        RunMeter meter = new RunMeter(order, new ConsumedRecords(Topics.RETAIL_RECEIPTS.name()));
        meter.start();
        flink.submit(Jobs.of(order));
        meter.awaitAllRead();
        String job = rest.jobs().get(0).id();
        try (CommittedOffsets offsets = new CommittedOffsets(ports.bootstrapServers(), Jobs.groupOf(order))) {
            do {
                rest.takeCheckpoint(job, PATIENCE);
            } while (order.subject() != Subject.FLOOR && !offsets.haveReached(order.records()));
        }
        RunSamples samples = meter.stop();
        FlinkFigures figures = new FlinkFigures(rest, job);
        return new RunFigures(samples.steady(), samples.whole(), figures.rows(), figures.checkpoints());
    }
}

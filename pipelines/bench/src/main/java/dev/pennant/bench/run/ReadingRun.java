package dev.pennant.bench.run;

import dev.pennant.stack.Ports;
import dev.pennant.stack.flink.FlinkCluster;
import dev.pennant.stack.flink.FlinkRest;
import dev.pennant.stack.flink.StackJob;

/**
 * A run that reads its topic from the beginning to the end. It is over when a checkpoint says that all of it has been applied; where the job is not
 * ours, when a checkpoint is complete that began after its consumers had been given all of it.
 */
final class ReadingRun {
    private final RunOrder order;
    private final FlinkCluster flink;
    private final Ports ports;

    ReadingRun(RunOrder order, FlinkCluster flink) {
        this.order = order;
        this.flink = flink;
        ports = new Ports(order.portBase());
    }

    RunFigures run() throws Exception {
        FlinkRest rest = new FlinkRest(ports.flinkUri());
        RunMeter meter =
                new RunMeter(order, new ConsumedRecords(order.subject().topic().name()));
        meter.start();
        StackJob job = Jobs.of(order);
        flink.submit(new StackJob(job.name(), environment -> {
            RunCheckpoints.prepare(environment, order.subject());
            job.definition().define(environment);
        }));
        String id = rest.jobs().get(0).id();
        RunCheckpoints checkpoints = RunCheckpoints.of(rest, id, order.subject());
        meter.awaitAllRead(checkpoints);
        checkpoints.take();
        if (order.subject().isOurs()) {
            awaitCommit(checkpoints);
        }
        RunSamples samples = meter.stop();
        FlinkFigures figures = new FlinkFigures(rest, id);
        return new RunFigures(
                samples.steady(),
                samples.whole(),
                meter.threads(),
                figures.rows(),
                figures.checkpoints(),
                checkpoints.inFullSwing());
    }

    private void awaitCommit(RunCheckpoints checkpoints) throws Exception {
        try (CommittedOffsets offsets = new CommittedOffsets(
                ports.bootstrapServers(), Jobs.groupOf(order), order.subject().topic())) {
            while (!offsets.haveReached(order.records())) {
                checkpoints.take();
            }
        }
    }
}

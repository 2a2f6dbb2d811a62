package dev.pennant.bench.run;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.pennant.bench.process.Parent;
import dev.pennant.stack.Ports;
import dev.pennant.stack.flink.FlinkCluster;
import java.nio.file.Path;

/**
 * One measured run, in a process of its own: a Flink like the local stack's, with one job. Before it is measured, all of it is done as often as it
 * takes until the JVM has compiled what runs: a job of this kind is up for months, and what its first seconds cost is none of its speed.
 */
public final class RunProcess {
    private static final ObjectMapper JSON = new ObjectMapper();

    private RunProcess() {}

    /**
     * Runs, and tells the parent the {@link RunFigures}; after each run before that, it says so and waits, for the parent clears away what it
     * has written. Where there is no end to run to, it only tells that it runs.
     *
     * @param arguments the {@link RunOrder}
     */
    public static void main(String[] arguments) {
        Parent parent = Parent.connect();
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
        try (Profile profile = Profile.into(order.profile())) {
            for (int warmUp = 0; warmUp < order.warmUps(); warmUp++) {
                run(order, "warm-up-" + warmUp);
                parent.tell("warm");
                if (parent.hear().isEmpty()) {
                    return;
                }
            }
            parent.endWithIt();
            // What the runs before have left is none of the measured one's garbage.
            System.gc();
            profile.begin();
            RunFigures figures = run(order, "measured");
            profile.keep();
            parent.tell(JSON.writeValueAsString(figures));
        }
    }

    private static RunFigures run(RunOrder order, String name) throws Exception {
        try (FlinkCluster flink = FlinkCluster.start(Path.of(order.folder(), name), new Ports(order.portBase()), 1)) {
            return order.subject() == Subject.SINKS
                    ? new WritingRun(order, flink).run()
                    : new ReadingRun(order, flink).run();
        }
    }

    private static void runUntilClosed(RunOrder order, Parent parent) throws Exception {
        parent.endWithIt();
        FlinkCluster flink = FlinkCluster.start(Path.of(order.folder()), new Ports(order.portBase()), 1);
        flink.submit(Jobs.of(order));
        parent.tell("running");
        Thread.currentThread().join();
    }
}

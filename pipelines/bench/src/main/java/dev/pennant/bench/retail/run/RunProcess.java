package dev.pennant.bench.retail.run;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.pennant.bench.process.Parent;
import dev.pennant.stack.Ports;
import dev.pennant.stack.flink.FlinkCluster;
import java.nio.file.Path;

/** One measured run, in a process of its own: a Flink like the local stack's, with one job. */
public final class RunProcess {
    private static final ObjectMapper JSON = new ObjectMapper();

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

    private static RunFigures run(RunOrder order) throws Exception {
        return order.subject() == Subject.SINKS ? new WritingRun(order).run() : new ReadingRun(order).run();
    }

    private static void runUntilClosed(RunOrder order, Parent parent) throws Exception {
        FlinkCluster flink = FlinkCluster.start(Path.of(order.folder()), new Ports(order.portBase()), 1);
        flink.submit(Jobs.of(order));
        parent.tell("running");
        Thread.currentThread().join();
    }
}

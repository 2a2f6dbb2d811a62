package dev.pennant.bench.run;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.pennant.bench.process.Parent;
import dev.pennant.stack.Folders;
import dev.pennant.stack.Ports;
import dev.pennant.stack.flink.FlinkCluster;
import java.nio.file.Path;
import java.util.Optional;

/** The runs of one subject, in a process of its own: each in a new Flink like the local stack's, with one job. */
public final class RunProcess {
    private static final ObjectMapper JSON = new ObjectMapper();

    private RunProcess() {}

    /**
     * Answers every {@link RunQuestion} with the {@link RunFigures} of a run. Where there is no end to run to, it only tells that it runs.
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
            for (Optional<String> asked = parent.hear(); asked.isPresent(); asked = parent.hear()) {
                RunQuestion question = JSON.readValue(asked.get(), RunQuestion.class);
                // What the runs before have left is none of this one's garbage.
                System.gc();
                if (question.measured()) {
                    profile.begin();
                }
                RunFigures figures = run(order, question);
                if (question.measured()) {
                    profile.keep();
                }
                parent.tell(JSON.writeValueAsString(figures));
            }
        }
    }

    private static RunFigures run(RunOrder order, RunQuestion question) throws Exception {
        Path folder = Path.of(order.folder());
        try (FlinkCluster flink = FlinkCluster.start(folder, new Ports(order.portBase()), 1)) {
            return order.subject() == Subject.SINKS
                    ? new WritingRun(order, question.rows(), flink).run()
                    : new ReadingRun(order, flink).run();
        } finally {
            Folders.delete(folder);
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

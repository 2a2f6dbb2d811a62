package dev.pennant.replay;

import dev.pennant.audit.AuditException;
import dev.pennant.audit.Offsets;
import dev.pennant.jobs.Job;
import dev.pennant.jobs.kafka.Topic;
import dev.pennant.jobs.kafka.Topics;
import dev.pennant.stack.StackException;
import dev.pennant.stack.kafka.TopicSetup;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;

/** What a replay has in the broker of a stack: topics that its jobs write, and how far they have read. */
final class ReplayTopics {
    private static final int PATIENCE_MILLIS = 30_000;
    private static final long POLL_MILLIS = 100;

    private final String bootstrapServers;
    private final List<Topic> told;
    private final List<Job> jobs;

    ReplayTopics(String bootstrapServers, List<Topic> told, List<Job> jobs) {
        this.bootstrapServers = bootstrapServers;
        this.told = told;
        this.jobs = jobs;
    }

    /** @throws StackException when the broker does not */
    void create() {
        ask("make", admin -> new TopicSetup(admin, Topics.LOCAL_PARTITIONS).ensure(told));
    }

    /**
     * Removes all of it, as far as there is any.
     *
     * @throws StackException when the broker does not
     */
    void remove() throws AuditException {
        // A group forgets what it has read of a topic that is gone, and would then not be known for one that has read
        // anything.
        try (Offsets offsets = new Offsets(bootstrapServers)) {
            for (Job job : jobs) {
                offsets.forget(job.group());
            }
        }
        ask("remove", this::remove);
    }

    private void remove(Admin admin) throws ExecutionException, InterruptedException {
        List<String> left = left(admin);
        admin.deleteTopics(left).all().get();
        long start = System.nanoTime();
        while (!left.isEmpty()) {
            if (System.nanoTime() - start > TimeUnit.MILLISECONDS.toNanos(PATIENCE_MILLIS)) {
                throw new StackException("The broker has not removed the topics " + left + " in time.");
            }
            TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
            left = left(admin);
        }
    }

    private List<String> left(Admin admin) throws ExecutionException, InterruptedException {
        List<String> names = new ArrayList<>(told.stream().map(Topic::name).toList());
        names.retainAll(admin.listTopics().names().get());
        return names;
    }

    private void ask(String what, Request request) {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers",
                bootstrapServers,
                "request.timeout.ms",
                PATIENCE_MILLIS,
                "default.api.timeout.ms",
                PATIENCE_MILLIS);
        try (Admin admin = Admin.create(settings)) {
            request.of(admin);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new StackException(
                    "Interrupted before the broker could " + what + " the topics of a replay.", interrupted);
        } catch (ExecutionException failed) {
            throw new StackException(
                    "The broker at " + bootstrapServers + " does not " + what + " the topics of a replay: "
                            + failed.getCause().getMessage() + ".",
                    failed);
        }
    }

    @FunctionalInterface
    private interface Request {
        void of(Admin admin) throws ExecutionException, InterruptedException;
    }
}

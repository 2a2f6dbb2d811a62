package dev.pennant.stack.flink;

import dev.pennant.stack.StackException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.apache.flink.api.common.JobID;
import org.apache.flink.client.program.rest.RestClusterClient;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.RestOptions;
import org.apache.flink.streaming.api.graph.StreamGraph;

/** Hands a job to the Flink of a stack that runs in another process, which has the same classes. */
public final class JobSubmission {
    private static final long PATIENCE_SECONDS = 60;

    private JobSubmission() {}

    /**
     * Hands it over.
     *
     * @param cluster Flink's API
     * @param checkpoints where the checkpoints of all jobs are
     * @param from the checkpoint that it starts from; from the beginning when nothing is given
     * @return the id of its run
     * @throws StackException when it is not taken
     */
    public static String submit(URI cluster, Path checkpoints, StackJob job, Optional<Path> from) throws Exception {
        Path folder = checkpoints.resolve(job.name());
        Files.createDirectories(folder);
        StreamGraph graph = job.graph(folder, from);
        JobID run = JobID.generate();
        graph.setJobId(run);
        graph.serializeUserDefinedInstances();
        Configuration settings = new Configuration();
        settings.set(RestOptions.ADDRESS, cluster.getHost());
        settings.set(RestOptions.PORT, cluster.getPort());
        try (RestClusterClient<String> client = new RestClusterClient<>(settings, cluster.toString())) {
            client.submitJob(graph).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        }
        return run.toHexString();
    }
}

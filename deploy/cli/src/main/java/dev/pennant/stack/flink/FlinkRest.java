package dev.pennant.stack.flink;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** What Flink's REST API tells of the jobs of a running cluster, and the checkpoints that it takes when asked. */
public final class FlinkRest {
    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration FIRST_PAUSE = Duration.ofMillis(20);

    /** Of what was waited already, the part that the next pause lasts: each question takes some of the cluster's CPU time. */
    private static final int PART_WAITED = 50;

    private static final Set<String> ENDED = Set.of("FINISHED", "CANCELED", "FAILED");

    private final URI cluster;

    /** The API at a URL such as {@code http://127.0.0.1:8081}. */
    public FlinkRest(URI cluster) {
        this.cluster = cluster;
    }

    /**
     * The jobs that the cluster knows.
     *
     * @throws IOException when it cannot be reached
     */
    public List<Job> jobs() throws IOException {
        List<Job> jobs = new ArrayList<>();
        for (JsonNode job : get("/jobs/overview").path("jobs")) {
            jobs.add(new Job(
                    job.path("jid").asText(),
                    job.path("name").asText(),
                    job.path("state").asText()));
        }
        return jobs;
    }

    /**
     * Takes a checkpoint, and returns when it is complete: all that the job had read before has then been written out.
     *
     * @param jobId of which job
     * @return its number
     * @throws IOException when the checkpoint failed or was not complete in time
     */
    public long takeCheckpoint(String jobId, Duration timeout) throws IOException {
        long start = System.nanoTime();
        String checkpoints = "/jobs/" + jobId + "/checkpoints";
        String trigger = send(request(checkpoints)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString("{}")))
                .path("request-id")
                .asText();
        while (System.nanoTime() - start < timeout.toNanos()) {
            JsonNode answer = get(checkpoints + "/" + trigger);
            if (answer.path("status").path("id").asText().equals("COMPLETED")) {
                return checkpointNumber(answer.path("operation"));
            }
            pause(System.nanoTime() - start);
        }
        throw new IOException("A checkpoint was not complete after " + timeout.toSeconds() + " s");
    }

    /**
     * The job of a name that has not ended.
     *
     * @throws IOException when the cluster cannot be reached
     */
    public Optional<Job> living(String name) throws IOException {
        return jobs().stream()
                .filter(job -> job.name().equals(name) && !ENDED.contains(job.state()))
                .findFirst();
    }

    /**
     * Ends a job without a checkpoint, and returns when it has ended.
     *
     * @throws IOException when it had not in time
     */
    public void cancel(Job job, Duration timeout) throws IOException {
        long start = System.nanoTime();
        send(request("/jobs/" + job.id() + "?mode=cancel").method("PATCH", HttpRequest.BodyPublishers.noBody()));
        while (living(job.name()).filter(job::isSameRun).isPresent()) {
            if (System.nanoTime() - start > timeout.toNanos()) {
                throw new IOException("The job " + job.name() + " had not ended after " + timeout.toSeconds() + " s");
            }
            pause(System.nanoTime() - start);
        }
    }

    /**
     * What the API answers at a path such as {@code /jobs/ID/checkpoints}.
     *
     * @throws IOException when it cannot be reached, or has nothing there
     */
    public JsonNode get(String path) throws IOException {
        return send(request(path).GET());
    }

    private static long checkpointNumber(JsonNode operation) throws IOException {
        if (!operation.hasNonNull("checkpointId")) {
            throw new IOException("A checkpoint failed: "
                    + operation.path("failureCause").path("class").asText("for an unknown reason"));
        }
        return operation.path("checkpointId").asLong();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(cluster.resolve(path)).timeout(PATIENCE);
    }

    private static JsonNode send(HttpRequest.Builder request) throws IOException {
        try {
            HttpResponse<String> response =
                    HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
            JsonNode body = JSON.readTree(response.body());
            if (response.statusCode() / 100 != 2) {
                throw new IOException("Flink answered " + response.statusCode() + ": "
                        + body.path("errors").path(0).asText());
            }
            return body;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while waiting for Flink", interrupted);
        }
    }

    private static void pause(long nanosWaited) throws IOException {
        try {
            TimeUnit.NANOSECONDS.sleep(Math.max(FIRST_PAUSE.toNanos(), nanosWaited / PART_WAITED));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while waiting for a checkpoint", interrupted);
        }
    }

    /**
     * A job of the cluster.
     *
     * @param id Flink's, new at every start
     * @param name the one it was submitted under
     * @param state such as {@code RUNNING}
     */
    public record Job(String id, String name, String state) {
        private boolean isSameRun(Job other) {
            return id.equals(other.id);
        }
    }
}

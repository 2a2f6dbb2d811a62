package dev.pennant.bench.run;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pennant.stack.flink.FlinkRest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/** What Flink's REST API tells of a job while it runs. */
final class FlinkFigures {
    private static final String SINK = "to-";
    private static final long GATHERING_MILLIS = 4_000;

    private final FlinkRest flink;
    private final String job;

    FlinkFigures(FlinkRest flink, String jobId) {
        this.flink = flink;
        job = "/jobs/" + jobId;
    }

    /** The checkpoints that are complete, as far as Flink remembers them. */
    List<RunFigures.Checkpoint> checkpoints() throws IOException {
        List<RunFigures.Checkpoint> complete = new ArrayList<>();
        for (JsonNode checkpoint : flink.get(job + "/checkpoints").path("history")) {
            if (checkpoint.path("status").asText().equals("COMPLETED")) {
                complete.add(new RunFigures.Checkpoint(
                        checkpoint.path("id").asLong(),
                        checkpoint.path("end_to_end_duration").asLong(),
                        checkpoint.path("state_size").asLong()));
            }
        }
        complete.sort(Comparator.comparingLong(RunFigures.Checkpoint::number));
        return complete;
    }

    /** Rows that each sink was given by now, by its name. Flink answers from what it gathered before, and then gathers anew. */
    Map<String, Long> rows() throws IOException, InterruptedException {
        flink.get(job);
        TimeUnit.MILLISECONDS.sleep(GATHERING_MILLIS);
        Map<String, Long> rows = new TreeMap<>();
        for (JsonNode vertex : flink.get(job).path("vertices")) {
            String name = vertex.path("name").asText();
            int sink = name.indexOf(SINK);
            if (sink >= 0) {
                String table = name.substring(sink + SINK.length()).replaceAll("[:\\s].*", "");
                rows.put(table, vertex.path("metrics").path("read-records").asLong());
            }
        }
        return rows;
    }
}

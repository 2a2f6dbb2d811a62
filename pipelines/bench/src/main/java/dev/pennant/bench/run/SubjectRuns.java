package dev.pennant.bench.run;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.pennant.bench.process.ChildJvm;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;

/**
 * The runs of one subject, in a process of its own that stays warm and idle while others run. Every run finds tables and topics without any trace
 * of earlier ones.
 */
public final class SubjectRuns implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final ChildJvm process;
    private final RunTraces traces;
    private final int warmUps;

    /**
     * @param traces what runs leave; closed with this
     * @param warmUps how many runs make the process warm
     */
    SubjectRuns(ChildJvm process, RunTraces traces, int warmUps) {
        this.process = process;
        this.traces = traces;
        this.warmUps = warmUps;
    }

    /**
     * Runs it without measuring it, until the JVM has compiled what runs: a job of this kind is up for months, and what its first seconds cost is
     * none of its speed.
     *
     * @param rows rows to write, by table, where that is all there is to do
     * @return the figures of the last of these runs, where there was one; they tell how much it had to do, not how fast it is
     */
    public Optional<RunFigures> warmUp(Map<String, Long> rows)
            throws IOException, InterruptedException, ExecutionException {
        Optional<RunFigures> last = Optional.empty();
        for (int warmUp = 0; warmUp < warmUps; warmUp++) {
            last = Optional.of(run(new RunQuestion(false, rows)));
        }
        return last;
    }

    /**
     * Runs and measures it.
     *
     * @param rows rows to write, by table, where that is all there is to do
     */
    public RunFigures measure(Map<String, Long> rows) throws IOException, InterruptedException, ExecutionException {
        return run(new RunQuestion(true, rows));
    }

    private RunFigures run(RunQuestion question) throws IOException, InterruptedException, ExecutionException {
        traces.remove();
        return JSON.readValue(process.ask(JSON.writeValueAsString(question)), RunFigures.class);
    }

    @Override
    public void close() {
        process.close();
        traces.close();
    }
}

package dev.pennant.bench.retail;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.pennant.bench.check.Differences;
import dev.pennant.bench.process.ChildJvm;
import dev.pennant.bench.retail.oracle.OracleProcess;
import dev.pennant.bench.run.Site;
import dev.pennant.bench.run.Subject;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** Knows what a job ought to come to, in a process of its own: it has counted once, and is idle while others run. */
final class Oracle implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> MEMORY = List.of("-Xmx3g", "-XX:+UseSerialGC");

    private final ChildJvm process;
    private final long distinct;

    private Oracle(ChildJvm process, long distinct) {
        this.process = process;
        this.distinct = distinct;
    }

    /** Counts what is in the topics of a site. */
    static Oracle count(Site site, ReceiptLoad load) throws IOException {
        ChildJvm process = ChildJvm.start(
                OracleProcess.class,
                MEMORY,
                Map.of(),
                site.folder().resolve("logs/oracle"),
                List.of(
                        load.shape().name(),
                        Integer.toString(load.stores()),
                        Integer.toString(site.ports().base()),
                        site.folder().toString()));
        try {
            return new Oracle(process, Long.parseLong(process.hear()));
        } catch (IOException | RuntimeException failed) {
            process.close();
            throw failed;
        }
    }

    /** Receipts that count, each once. */
    long distinct() {
        return distinct;
    }

    /** Compares what the last run of a job has left in the database and among the dead letters. */
    Differences check(Subject subject) throws IOException {
        String question = subject == Subject.INDICATORS ? OracleProcess.INDICATORS : "all";
        return JSON.readValue(process.ask(question), Differences.class);
    }

    @Override
    public void close() {
        process.close();
    }
}

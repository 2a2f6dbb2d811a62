package dev.pennant.stack.rebuild;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pennant.jobs.Job;
import dev.pennant.jobs.JobSettings;
import dev.pennant.jobs.clickhouse.ClickHouseAccess;
import dev.pennant.stack.StackJobs;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.graph.StreamNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A job names the tables that it writes; what is rebuilt, and what {@code users.xml} lets the writer do, has to follow. */
final class RebuiltJobTest {
    private static final JobSettings SETTINGS = JobSettings.on(
            "localhost:1",
            ClickHouseAccess.to("jdbc:clickhouse://localhost:1/pennant", "writer")
                    .withPassword("none"));

    /** Where Flink itself tells how the jobs run. */
    private static final String METRICS = "pennant.job_metric_log";

    private static final Pattern SINK = Pattern.compile("to-(pennant\\.\\w+)(: .*)?");
    private static final Pattern GRANT = Pattern.compile("GRANT INSERT ON (pennant\\.\\w+)");

    static List<RebuiltJob> rebuilt() {
        return RebuiltJob.ALL;
    }

    @ParameterizedTest
    @MethodSource("rebuilt")
    void everyTableThatAJobWritesIsRebuilt(RebuiltJob rebuilt) {
        Set<String> told = Stream.of(rebuilt.tables(), rebuilt.logs(), List.of(ShadowTables.VALUES))
                .flatMap(List::stream)
                .map(table -> "pennant." + table)
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(told).isEqualTo(written(rebuilt.job()));
    }

    @Test
    void theWriterMayInsertWhereJobsWriteAndWhereTheirShadowsDoAndNowhereElse() throws IOException {
        Set<String> needed = new TreeSet<>(Set.of(METRICS));
        StackJobs.IN_ORDER.forEach(job -> needed.addAll(written(job)));
        RebuiltJob.ALL.forEach(rebuilt -> written(rebuilt.job())
                .forEach(table -> needed.add(ShadowTables.shadow(table.substring("pennant.".length())))));

        assertThat(granted()).isEqualTo(needed);
    }

    private static Set<String> written(Job job) {
        StreamExecutionEnvironment environment = StreamExecutionEnvironment.createLocalEnvironment();
        job.define(environment, SETTINGS, Clock.systemUTC());
        return environment.getStreamGraph().getStreamNodes().stream()
                .map(StreamNode::getOperatorName)
                .flatMap(name -> SINK.matcher(name).results())
                .map(sink -> sink.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> granted() throws IOException {
        try (InputStream users = RebuiltJobTest.class.getResourceAsStream("/clickhouse/users.xml")) {
            String text = new String(users.readAllBytes(), StandardCharsets.UTF_8);
            return GRANT.matcher(text)
                    .results()
                    .map(grant -> grant.group(1))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }
}

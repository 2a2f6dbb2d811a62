package dev.pennant.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pennant.jobs.air.AirJob;
import dev.pennant.jobs.alerts.AlertJob;
import dev.pennant.jobs.clickhouse.ClickHouseAccess;
import dev.pennant.jobs.deadletters.DeadLetterJob;
import dev.pennant.jobs.derived.DerivedJob;
import dev.pennant.jobs.report.ReportJob;
import dev.pennant.jobs.retail.RetailJob;
import dev.pennant.jobs.revenue.RevenueJob;
import dev.pennant.jobs.standings.StandingsJob;
import java.time.Clock;
import java.time.Duration;
import java.util.stream.Stream;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.java.typeutils.runtime.kryo.KryoSerializer;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.ExecutionOptions;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.graph.StreamGraph;
import org.apache.flink.streaming.api.graph.StreamNode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every job: a restored job finds its state, and none of it was written by Kryo. */
final class EveryJobTest {
    private static final JobSettings SETTINGS = JobSettings.on(
            "localhost:1",
            ClickHouseAccess.to("jdbc:clickhouse://localhost:1/pennant", "writer")
                    .withPassword("none"));

    static Stream<StreamGraph> jobs() {
        return Stream.of(
                        RevenueJob.JOB,
                        RetailJob.JOB,
                        ReportJob.JOB,
                        AirJob.JOB,
                        DerivedJob.JOB,
                        StandingsJob.JOB,
                        AlertJob.JOB,
                        DeadLetterJob.JOB)
                .map(EveryJobTest::graph);
    }

    private static StreamGraph graph(Job job) {
        StreamExecutionEnvironment environment = StreamExecutionEnvironment.createLocalEnvironment();
        job.define(environment, SETTINGS, Clock.systemUTC());
        return environment.getStreamGraph();
    }

    @ParameterizedTest
    @MethodSource("jobs")
    void everyOperatorHasAUidOfItsOwn(StreamGraph job) {
        assertThat(operators(job)).isNotEmpty().allSatisfy(operator -> assertThat(operator.getTransformationUID())
                .as(operator.getOperatorName())
                .isNotBlank());
        assertThat(operators(job)).extracting(StreamNode::getTransformationUID).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("jobs")
    void everyUidIsSpelledAsTheNameThatPeopleSee(StreamGraph job) {
        assertThat(operators(job))
                .filteredOn(operator -> !operator.getOperatorName().contains(": "))
                .allSatisfy(
                        operator -> assertThat(operator.getTransformationUID()).isEqualTo(operator.getOperatorName()));
    }

    @ParameterizedTest
    @MethodSource("jobs")
    void nothingIsSerializedByKryo(StreamGraph job) {
        assertThat(job.getJobConfiguration().get(PipelineOptions.GENERIC_TYPES)).isFalse();
        assertThat(operators(job))
                .flatExtracting(operator -> Stream.concat(
                                Stream.of(operator.getTypeSerializersIn()), Stream.of(operator.getTypeSerializerOut()))
                        .filter(TypeSerializer.class::isInstance)
                        .toList())
                .isNotEmpty()
                .doesNotHaveAnyElementsOfTypes(KryoSerializer.class);
    }

    /** From event to view there are up to four ways between tasks: each would take Flink's own 100 ms. */
    @ParameterizedTest
    @MethodSource("jobs")
    void noValueWaitsLongBetweenTasks(StreamGraph job) {
        assertThat(operators(job)).allSatisfy(operator -> assertThat(operator.getBufferTimeout())
                .as(operator.getOperatorName())
                .isIn(-1L, 50L));
        assertThat(job.getJobConfiguration().get(ExecutionOptions.BUFFER_TIMEOUT))
                .isEqualTo(Duration.ofMillis(50));
    }

    /** A complete checkpoint says that what was sent before it has arrived: {@link dev.pennant.jobs.retail.RetailPipeline} relies on it. */
    @ParameterizedTest
    @MethodSource("jobs")
    void checkpointsAreAligned(StreamGraph job) {
        assertThat(job.getCheckpointConfig().isUnalignedCheckpointsEnabled()).isFalse();
        assertThat(job.getJobConfiguration().getOptional(CheckpointingOptions.ENABLE_UNALIGNED))
                .contains(false);
    }

    private static Stream<StreamNode> nodes(StreamGraph job) {
        return job.getStreamNodes().stream();
    }

    private static java.util.List<StreamNode> operators(StreamGraph job) {
        return nodes(job).toList();
    }
}

package dev.pennant.stack;

import dev.pennant.jobs.JobSettings;
import dev.pennant.jobs.clickhouse.ClickHouseAccess;
import dev.pennant.jobs.deadletters.DeadLetterJob;
import dev.pennant.jobs.revenue.RevenueJob;
import dev.pennant.jobs.revenue.RevenuePipeline;
import dev.pennant.stack.clickhouse.ClickHouseCredentials;
import dev.pennant.stack.clickhouse.ClickHouseUser;
import dev.pennant.stack.flink.StackJob;
import java.time.Clock;
import java.util.List;

/** The jobs of the local stack, in the order in which data flows. */
final class StackJobs {
    private StackJobs() {}

    /** All of them, connected to the parts of one stack. */
    static List<StackJob> all(Ports ports, ClickHouseCredentials credentials, Clock clock) {
        JobSettings settings = JobSettings.on(
                ports.bootstrapServers(),
                ClickHouseAccess.to(
                                "jdbc:clickhouse://127.0.0.1:" + ports.clickHouseHttp() + "/pennant",
                                ClickHouseUser.WRITER.id())
                        .withPassword(credentials.password(ClickHouseUser.WRITER)));
        return List.of(
                new StackJob(RevenuePipeline.JOB, environment -> RevenueJob.define(environment, settings, clock)),
                new StackJob(DeadLetterJob.JOB, environment -> DeadLetterJob.define(environment, settings, clock)));
    }
}

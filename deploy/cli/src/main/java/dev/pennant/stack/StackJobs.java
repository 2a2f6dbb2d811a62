package dev.pennant.stack;

import dev.pennant.jobs.Job;
import dev.pennant.jobs.JobSettings;
import dev.pennant.jobs.air.AirJob;
import dev.pennant.jobs.alerts.AlertJob;
import dev.pennant.jobs.clickhouse.ClickHouseAccess;
import dev.pennant.jobs.deadletters.DeadLetterJob;
import dev.pennant.jobs.derived.DerivedJob;
import dev.pennant.jobs.report.ReportJob;
import dev.pennant.jobs.retail.RetailJob;
import dev.pennant.jobs.revenue.RevenueJob;
import dev.pennant.jobs.standings.StandingsJob;
import dev.pennant.stack.clickhouse.ClickHouseCredentials;
import dev.pennant.stack.clickhouse.ClickHouseUser;
import java.util.List;

/** The jobs of the local stack. */
public final class StackJobs {
    /** All of them, each after those whose output it reads. */
    public static final List<Job> IN_ORDER = List.of(
            RevenueJob.JOB,
            RetailJob.JOB,
            ReportJob.JOB,
            AirJob.JOB,
            DerivedJob.JOB,
            StandingsJob.JOB,
            AlertJob.JOB,
            DeadLetterJob.JOB);

    private StackJobs() {}

    /** What a job is told that works on the parts of one stack. */
    public static JobSettings settings(Ports ports, ClickHouseCredentials credentials) {
        return JobSettings.on(
                ports.bootstrapServers(),
                ClickHouseAccess.to(
                                "jdbc:clickhouse://127.0.0.1:" + ports.clickHouseHttp() + "/pennant",
                                ClickHouseUser.WRITER.id())
                        .withPassword(credentials.password(ClickHouseUser.WRITER)));
    }
}

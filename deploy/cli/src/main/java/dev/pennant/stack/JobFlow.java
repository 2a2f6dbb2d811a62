package dev.pennant.stack;

import dev.pennant.jobs.deadletters.DeadLetterJob;
import dev.pennant.jobs.kafka.Topics;
import dev.pennant.jobs.revenue.RevenueJob;
import dev.pennant.jobs.revenue.RevenuePipeline;
import java.util.List;

/**
 * What a job reads, and the consumer group in which its checkpoints show how far it has come.
 *
 * @param job the job's name in Flink
 * @param group its consumer group
 * @param topics the topics that it reads
 */
public record JobFlow(String job, String group, List<String> topics) {
    /** All jobs of the stack, each after those whose output it reads. */
    public static final List<JobFlow> IN_ORDER = List.of(
            new JobFlow(
                    RevenuePipeline.JOB,
                    RevenueJob.GROUP,
                    List.of(Topics.ENTERPRISE_REGISTRY.name(), Topics.ENTERPRISE_REPORTS.name())),
            new JobFlow(DeadLetterJob.JOB, DeadLetterJob.GROUP, List.of(Topics.DEAD_LETTERS.name())));
}

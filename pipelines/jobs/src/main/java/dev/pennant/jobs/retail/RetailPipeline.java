package dev.pennant.jobs.retail;

/** From stores' receipts to the running sales of townships, counties and prefectures. */
public final class RetailPipeline {
    /** The name of the job, in dead letters and in the consumer group {@code pennant-retail}. */
    public static final String JOB = "retail";

    private RetailPipeline() {}
}

/**
 * Reports how the jobs run to ClickHouse, where boards and alert rules read it: a reporter of Flink's, one in every process of a cluster.
 *
 * <pre>
 * metrics of Flink, of sources and of the sink → ReportedMetric: which → ClickHouseReporter ─ every interval, one insert → job_metric_log
 * </pre>
 */
package dev.pennant.jobs.metrics;

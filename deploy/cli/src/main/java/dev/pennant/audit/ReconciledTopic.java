package dev.pennant.audit;

import dev.pennant.jobs.air.AirJob;
import dev.pennant.jobs.alerts.AlertJob;
import dev.pennant.jobs.kafka.Topic;
import dev.pennant.jobs.kafka.Topics;
import dev.pennant.jobs.report.ReportJob;
import dev.pennant.jobs.retail.RetailJob;
import dev.pennant.jobs.revenue.RevenueJob;
import dev.pennant.jobs.standings.StandingsJob;
import java.util.List;

/**
 * An input topic, and where every record of it has to be found.
 *
 * @param topic the topic
 * @param group the consumer group of the job that reads it
 * @param log the table of the records that the job took
 * @param outcome expression over the log: {@code applied} or {@code superseded}
 */
record ReconciledTopic(Topic topic, String group, String log, String outcome) {
    static final List<ReconciledTopic> ALL = List.of(
            new ReconciledTopic(
                    Topics.ENTERPRISE_REGISTRY, RevenueJob.JOB.group(), "pennant.enterprise_registry_log", "'applied'"),
            new ReconciledTopic(
                    Topics.ENTERPRISE_REPORTS, RevenueJob.JOB.group(), "pennant.enterprise_report_log", "outcome"),
            new ReconciledTopic(Topics.STORES, RetailJob.JOB.group(), "pennant.store_registry_log", "'applied'"),
            new ReconciledTopic(Topics.UNITS, ReportJob.JOB.group(), "pennant.unit_registry_log", "'applied'"),
            new ReconciledTopic(
                    Topics.INDICATOR_REPORTS, ReportJob.JOB.group(), "pennant.indicator_report_log", "outcome"),
            new ReconciledTopic(Topics.AIR_STATIONS, AirJob.JOB.group(), "pennant.air_station_log", "'applied'"),
            new ReconciledTopic(Topics.AIR_READINGS, AirJob.JOB.group(), "pennant.air_reading_log", "outcome"),
            new ReconciledTopic(Topics.AIR_DUST_DAYS, AirJob.JOB.group(), "pennant.air_dust_log", "'applied'"),
            new ReconciledTopic(Topics.ALERT_RULES, AlertJob.JOB.group(), "pennant.alert_rule_log", "'applied'"),
            new ReconciledTopic(Topics.ADJUSTMENTS, StandingsJob.JOB.group(), "pennant.adjustment_log", "outcome"));

    String name() {
        return topic.name();
    }

    /**
     * The query for offset and outcome of the records of a partition, from one offset to before another. A dead letter that was sent again counts only
     * while its record is in no log: a job that began anew, with what refused it mended, has taken the record where it first stood.
     */
    String fates() {
        String range = "partition = {partition:Int32} AND offset >= {from:Int64} AND offset < {to:Int64}";
        String logged = " FROM " + log + " WHERE " + range;
        return "SELECT DISTINCT offset, toString(" + outcome + ")" + logged
                + " UNION ALL SELECT DISTINCT offset, 'quarantined' FROM pennant.dead_letters WHERE topic = {topic:String} AND "
                + range + " AND (replayed_at IS NULL OR offset NOT IN (SELECT offset" + logged + "))";
    }
}

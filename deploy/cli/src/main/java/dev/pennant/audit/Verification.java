package dev.pennant.audit;

import dev.pennant.core.catalogue.Catalogue;
import dev.pennant.jobs.retail.RetailJob;
import dev.pennant.race.RaceRecomputation;
import dev.pennant.stack.clickhouse.ClickHouseClient;
import dev.pennant.stack.kafka.TopicReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;

/**
 * Whether every record is accounted for, and every published value can be reproduced.
 *
 * @param accounts what became of the records of each input topic
 * @param compared how many values stand in the view
 * @param differences those that the logs do not give; the first ones of them
 * @param races the standings, scored again from the figures and adjustments
 * @param alerts the causes of alerts, looked for again in the figures
 * @param misplaced receipts that count where their store is no longer registered; no reason to complain
 */
public record Verification(
        List<Accounting> accounts,
        long compared,
        List<Recomputation.Difference> differences,
        RaceRecomputation races,
        AlertRecomputation alerts,
        MisplacedReceipts misplaced) {
    /** Verifies a stack as far as the checkpoints of its jobs have come; wait for them first. */
    public static Verification of(String bootstrapServers, ClickHouseClient analyst)
            throws IOException, AuditException {
        List<Accounting> accounts = new ArrayList<>();
        try (Offsets offsets = new Offsets(bootstrapServers);
                TopicReader topics = new TopicReader(bootstrapServers)) {
            Reconciliation reconciliation = new Reconciliation(topics, analyst);
            for (ReconciledTopic topic : ReconciledTopic.ALL) {
                Map<TopicPartition, Long> committed = offsets.committed(topic.group());
                accounts.add(reconciliation.account(topic, committed));
            }
            accounts.add(new ReceiptAccounting(topics, analyst).account(offsets.committed(RetailJob.JOB.group())));
        }
        return new Verification(
                accounts,
                Recomputation.compared(analyst),
                Recomputation.differences(analyst),
                RaceRecomputation.of(analyst, Catalogue.shipped().competitions()),
                AlertRecomputation.of(analyst, Catalogue.shipped()),
                MisplacedReceipts.of(analyst));
    }

    /** Whether there is nothing to complain about. */
    public boolean holds() {
        return differences.isEmpty()
                && races.differences().isEmpty()
                && alerts.differences().isEmpty()
                && accounts.stream().allMatch(Accounting::balances);
    }
}

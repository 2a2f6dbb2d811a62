package dev.pennant.jobs.alerts;

import dev.pennant.core.catalogue.AlertRuleReader;
import dev.pennant.core.catalogue.InvalidCatalogueException;
import dev.pennant.core.catalogue.WrittenRule;
import dev.pennant.core.filing.Rejection;
import dev.pennant.core.filing.Rejection.Reason;
import dev.pennant.core.filing.Verdict;
import dev.pennant.jobs.deadletters.ReadOrRefuse;
import dev.pennant.jobs.kafka.RawRecord;
import dev.pennant.schemas.event.AlertRule;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;

/** Reads rules for alerts. The key has to be the rule's id, because the topic is compacted by it. */
final class ReadRules extends ReadOrRefuse<AlertRule, RuleEntry> {
    private static final long serialVersionUID = 1L;

    private final AlertRuleReader reader;

    ReadRules(AlertRuleReader reader, Clock clock) {
        super(AlertRule.class, AlertPipeline.JOB, clock);
        this.reader = reader;
    }

    @Override
    protected Verdict<RuleEntry> judge(RawRecord record, AlertRule event) {
        try {
            WrittenRule written = reader.rule(event.getText());
            String id = written.rule().id();
            if (!id.equals(event.getId()) || !id.equals(keyOf(record))) {
                return refused(Reason.BAD_KEY, "key", "key and id of this rule have to be " + id);
            }
            return new Verdict.Accepted<>(
                    RuleEntry.of(record.origin(), record.receivedAt(), written.rule(), event.getText()));
        } catch (InvalidCatalogueException mistaken) {
            return refused(Reason.BAD_RULE, "text", mistaken.getMessage());
        }
    }

    @Override
    protected Verdict<RuleEntry> judgeWithdrawal(RawRecord record) {
        return new Verdict.Accepted<>(RuleEntry.withdrawal(record.origin(), record.receivedAt(), keyOf(record)));
    }

    private static String keyOf(RawRecord record) {
        return record.key() == null ? "" : new String(record.key(), StandardCharsets.UTF_8);
    }

    private static Verdict<RuleEntry> refused(Reason reason, String column, String detail) {
        return new Verdict.Rejected<>(List.of(new Rejection(reason, column, detail)));
    }
}

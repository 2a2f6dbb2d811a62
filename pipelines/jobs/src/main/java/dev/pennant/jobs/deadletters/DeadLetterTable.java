package dev.pennant.jobs.deadletters;

import dev.pennant.jobs.clickhouse.TableMapping;

/** The table in which every dead letter stands. */
final class DeadLetterTable {
    static final TableMapping<DeadLetter> LOG = TableMapping.<DeadLetter>into("pennant.dead_letter_log")
            .column("topic", letter -> letter.record().origin().topic())
            .column("partition", letter -> letter.record().origin().partition())
            .column("offset", letter -> letter.record().origin().offset())
            .column("key", letter -> letter.record().key())
            .column("reason", DeadLetter::reason)
            .column("detail", DeadLetter::detail)
            .column("payload", letter -> letter.record().value())
            .column("job", DeadLetter::job)
            .column("seen_at", DeadLetter::seenAt)
            .key("topic", "partition", "offset", "reason")
            .build();

    private DeadLetterTable() {}
}

package dev.pennant.deadletters;

import static java.util.stream.Collectors.joining;

import dev.pennant.jobs.kafka.Topic;
import dev.pennant.jobs.kafka.Topics;
import dev.pennant.stack.clickhouse.ClickHouseClient;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;

/** What jobs have refused of what came from outside, as the database has it, and which of it waits to be sent again. */
final class RefusedRecords {
    private static final String OF_INPUTS =
            Topics.INPUTS.stream().map(Topic::name).collect(joining("', '", "topic IN ('", "')"));

    private static final String RANGES =
            """
            SELECT topic, partition, min(offset), max(offset), count()
            FROM (
                SELECT topic, partition, offset,
                    intDiv(row_number() OVER in_order - 1, {most_records:UInt64}) AS by_records,
                    intDiv(sum(bytes) OVER in_order, {most_bytes:UInt64}) AS by_bytes
                FROM (
                    SELECT topic, partition, offset, max(ifNull(length(key), 0) + ifNull(length(payload), 0)) AS bytes
                    FROM pennant.dead_letters WHERE %s AND %s
                    GROUP BY topic, partition, offset
                )
                WINDOW in_order AS (PARTITION BY topic, partition ORDER BY offset)
            )
            GROUP BY topic, partition, by_records, by_bytes
            ORDER BY topic, partition, min(offset)"""
                    .formatted(OF_INPUTS, Selection.CONDITION);

    private static final String RECORDS =
            """
            SELECT offset, hex(any(key)), hex(any(payload))
            FROM pennant.dead_letters
            WHERE topic = {topic:String} AND partition = {partition:Int32}
                AND offset BETWEEN {from:Int64} AND {through:Int64} AND %s
            GROUP BY offset ORDER BY offset"""
                    .formatted(Selection.CONDITION);

    private static final String WAITING =
            """
            SELECT arrayStringConcat(groupArray(concat(reason, ' (', toString(records), ')')), ', ')
            FROM (
                SELECT reason, uniqExact(topic, partition, offset) AS records FROM pennant.dead_letters WHERE replayed_at IS NULL AND %s
                GROUP BY reason ORDER BY records DESC, reason
            )"""
                    .formatted(OF_INPUTS);

    private static final String MARKS =
            "INSERT INTO pennant.dead_letter_replay_log (topic, partition, offset, replayed_at, replay) FORMAT TabSeparated\n";

    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSS", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final ClickHouseClient migrator;
    private final int mostRecords;
    private final long mostBytes;

    /**
     * @param mostRecords of a range
     * @param mostBytes of a range but for its first record
     */
    RefusedRecords(ClickHouseClient migrator, int mostRecords, long mostBytes) {
        this.migrator = migrator;
        this.mostRecords = mostRecords;
        this.mostBytes = mostBytes;
    }

    /** Where those stand that wait, in ranges small enough to be held, those of a partition in their order. */
    List<RefusedRange> waiting(Selection selection) throws IOException {
        Map<String, String> parameters = selection.parameters();
        parameters.put("param_most_records", Integer.toString(mostRecords));
        parameters.put("param_most_bytes", Long.toString(mostBytes));
        return migrator.query(RANGES, parameters)
                .lines()
                .map(RefusedRecords::range)
                .toList();
    }

    /** The reasons of all that wait, each with how many they are, as people read it; empty when there are none. */
    String waitingReasons() throws IOException {
        return migrator.query(WAITING);
    }

    /** Those of a range. */
    List<RefusedRecord> read(Selection selection, RefusedRange range) throws IOException {
        Map<String, String> parameters = selection.parameters();
        parameters.put("param_topic", range.partition().topic());
        parameters.put("param_partition", Integer.toString(range.partition().partition()));
        parameters.put("param_from", Long.toString(range.from()));
        parameters.put("param_through", Long.toString(range.through()));
        return migrator.query(RECORDS, parameters)
                .lines()
                .map(RefusedRecords::refusedRecord)
                .toList();
    }

    /** Remembers what became of records, so that they wait no more. */
    void remember(TopicPartition partition, List<RefusedRecord> records, Fate fate, Instant now) throws IOException {
        if (!records.isEmpty()) {
            migrator.query(records.stream()
                    .map(refused -> partition.topic() + "\t" + partition.partition() + "\t" + refused.offset() + "\t"
                            + MOMENT.format(now) + "\t" + fate.id())
                    .collect(joining("\n", MARKS, "\n")));
        }
    }

    private static RefusedRange range(String row) {
        String[] columns = row.split("\t", -1);
        return new RefusedRange(
                new TopicPartition(columns[0], Integer.parseInt(columns[1])),
                Long.parseLong(columns[2]),
                Long.parseLong(columns[3]),
                Integer.parseInt(columns[4]));
    }

    private static RefusedRecord refusedRecord(String row) {
        String[] columns = row.split("\t", -1);
        return new RefusedRecord(Long.parseLong(columns[0]), bytes(columns[1]), bytes(columns[2]));
    }

    private static byte[] bytes(String hex) {
        return hex.equals("\\N") ? null : HexFormat.of().parseHex(hex);
    }
}

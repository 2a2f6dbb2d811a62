package dev.pennant.cli;

import dev.pennant.audit.Offsets;
import dev.pennant.core.catalogue.Catalogue;
import dev.pennant.jobs.kafka.Topics;
import dev.pennant.replay.Replay;
import dev.pennant.replay.TableComparison;
import dev.pennant.replay.TableDifferences;
import dev.pennant.stack.Ports;
import dev.pennant.stack.StackFolder;
import dev.pennant.stack.clickhouse.ClickHouseUser;
import dev.pennant.text.TextTable;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import picocli.CommandLine.Model.CommandSpec;

/** Runs everything again beside a stack, and says where the two differ. */
final class ReplayCheck {
    private static final String FOLDER = "replay";

    private final StackOptions stack;
    private final Clock clock;
    private final PrintWriter out;
    private final PrintWriter messages;

    ReplayCheck(StackOptions stack, Clock clock, CommandSpec spec) {
        this.stack = stack;
        this.clock = clock;
        this.out = spec.commandLine().getOut();
        this.messages = spec.commandLine().getErr();
    }

    /** Sends what the parts of a replay log to files beside those of the stack; has to come before anything has logged. */
    static void logIn(Path data) {
        StackLogs.in(data.resolve("logs").resolve(FOLDER));
    }

    /** Whether the replay comes to the same in every table. */
    boolean holds(Duration timeout) throws Exception {
        Ports ports = stack.ports();
        StackFolder.requireSpaceForReplay(stack.data());
        Instant start = clock.instant();
        tell("Replaying the topics into a second database …");
        try (Offsets offsets = new Offsets(ports.bootstrapServers());
                Replay replay = Replay.beside(stack.data().resolve(FOLDER), ports, clock)) {
            Map<TopicPartition, Long> before = offsets.ends(Topics.INPUTS);
            run(replay, timeout);
            tell(String.format(
                    Locale.ROOT,
                    "Replayed in %d s; comparing …",
                    Duration.between(start, clock.instant()).toSeconds()));
            List<TableDifferences> tables = compared(replay);
            report(tables);
            boolean atRest = offsets.ends(Topics.INPUTS).equals(before);
            if (!atRest) {
                out.println(
                        "Something came in meanwhile, so that the two cannot be compared: repeat it while nothing does.");
            }
            return atRest && tables.stream().allMatch(TableDifferences::isNone);
        }
    }

    private void run(Replay replay, Duration timeout) throws Exception {
        try (ReplayProgress progress = new ReplayProgress(clock)) {
            replay.run(timeout, progress);
        }
    }

    private List<TableDifferences> compared(Replay replay) throws IOException {
        return new TableComparison(
                        stack.clickHouse(ClickHouseUser.MIGRATOR),
                        replay.database(ClickHouseUser.MIGRATOR),
                        Catalogue.shipped())
                .tables();
    }

    private void report(List<TableDifferences> tables) {
        TextTable table = new TextTable(
                TextTable.Column.left("table"),
                TextTable.Column.right("rows"),
                TextTable.Column.right("replayed"),
                TextTable.Column.right("differ"),
                TextTable.Column.left("not compared"));
        tables.forEach(each -> table.add(
                each.table(), count(each.rows()), count(each.replayedRows()), count(each.count()), each.leftOut()));
        out.println();
        table.lines().forEach(out::println);
        out.println();
        out.println("Not compared of all tables:");
        TableComparison.leftOut().forEach(leftOut -> out.println("  " + leftOut));
        out.println();
        tables.forEach(this::reportDifferences);
        long different = tables.stream().filter(each -> !each.isNone()).count();
        out.println(
                different == 0
                        ? "A replay of the topics comes to the same in all " + tables.size() + " tables."
                        : "A replay of the topics comes to something else in " + different + " of " + tables.size()
                                + " tables.");
    }

    private void reportDifferences(TableDifferences table) {
        table.first().forEach(difference -> out.println("  " + table.table() + " " + difference));
        if (table.count() > table.first().size()) {
            out.println("  " + table.table() + " … and "
                    + count(table.count() - table.first().size()) + " more");
        }
    }

    private void tell(String sentence) {
        messages.println(sentence);
        messages.flush();
    }

    private static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}

package dev.pennant.cli;

import dev.pennant.audit.Accounting;
import dev.pennant.audit.AlertRecomputation;
import dev.pennant.audit.Await;
import dev.pennant.audit.MisplacedReceipts;
import dev.pennant.audit.Recomputation;
import dev.pennant.audit.Verification;
import dev.pennant.race.RaceRecomputation;
import dev.pennant.stack.Ports;
import dev.pennant.stack.clickhouse.ClickHouseUser;
import dev.pennant.text.TextTable;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Accounts for every record, and recomputes every number. */
@Command(
        name = "verify",
        description = {
            "Account for every record that was read, and recompute the indicators by SQL from logs and details.",
            "Of the air its hours, days, months and years are recomputed too.",
            "Exit 0 when every record is applied, superseded or quarantined, and every value recomputed is the same."
        },
        footer = {
            "",
            "With --replay all jobs also apply the stack's topics again from their beginning, into a second database in a",
            "folder of its own, and every table is compared with the stack's; a difference is a failure. Nothing of the",
            "stack is changed, nobody is told of alerts again, and nothing is left behind but logs in DIR/logs/replay.",
            "Nothing may come in meanwhile. What two runs need not have in common is left out, and named with the reason.",
        })
final class VerifyCommand implements Callable<Integer> {
    private static final int MOST_DIFFERENCES = 20;
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Clock clock;

    @Mixin
    private StackOptions stack;

    @Option(
            names = "--sql",
            description = "Only print the queries that recompute the indicators, to be run as analyst.")
    private boolean onlySql;

    @Option(
            names = "--replay",
            description = "Also run everything again from the topics into a second database, and compare every table.")
    private boolean replay;

    @Option(
            names = "--timeout",
            paramLabel = "SECONDS",
            defaultValue = "3600",
            description = "The longest the replay may take; ${DEFAULT-VALUE} unless given.")
    private int timeoutSeconds;

    @Spec
    private CommandSpec spec;

    VerifyCommand(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Integer call() throws Exception {
        PrintWriter out = spec.commandLine().getOut();
        if (onlySql) {
            out.print(String.join(";\n\n", Recomputation.QUERIES));
            out.flush();
            return 0;
        }
        Ports ports = stack.ports();
        if (replay) {
            ReplayCheck.logIn(stack.data());
        }
        new Await(ports.bootstrapServers(), ports.flinkUri(), clock).untilVisible(PATIENCE);
        Verification verification = Verification.of(ports.bootstrapServers(), stack.clickHouse(ClickHouseUser.ANALYST));
        accounts(verification).lines().forEach(out::println);
        out.println();
        out.printf(
                Locale.ROOT,
                "%,d indicator values recomputed from logs and details: %s%n",
                verification.compared(),
                verification.differences().isEmpty()
                        ? "all equal"
                        : verification.differences().size() + " differ");
        differences(verification, out);
        List<RaceRecomputation.Difference> unequal = verification.races().differences();
        out.printf(
                Locale.ROOT,
                "%,d ranks and points of standings scored again from the figures: %s%n",
                verification.races().compared(),
                unequal.isEmpty() ? "all equal" : unequal.size() + " differ");
        unequal.stream()
                .limit(MOST_DIFFERENCES)
                .forEach(difference -> out.printf(
                        Locale.ROOT,
                        "  %s %s %s, %s: published %s; the figures give %s%n",
                        difference.competition(),
                        difference.period(),
                        difference.unit(),
                        difference.what(),
                        difference.published(),
                        difference.recomputed()));
        alerts(verification.alerts(), out);
        misplaced(verification.misplaced(), out);
        boolean holds = verification.holds();
        if (replay) {
            out.flush();
            holds &= new ReplayCheck(stack, clock, spec).holds(Duration.ofSeconds(timeoutSeconds));
        }
        out.println(holds ? "Verified." : "NOT verified.");
        return holds ? 0 : 1;
    }

    private static TextTable accounts(Verification verification) {
        TextTable table = new TextTable(
                TextTable.Column.left("topic"),
                TextTable.Column.right("read"),
                TextTable.Column.right("applied"),
                TextTable.Column.right("superseded"),
                TextTable.Column.right("quarantined"),
                TextTable.Column.right("lost"),
                TextTable.Column.right("doubled"),
                TextTable.Column.left(""));
        for (Accounting account : verification.accounts()) {
            table.add(
                    account.topic(),
                    count(account.read()),
                    count(account.applied()),
                    count(account.superseded()),
                    count(account.quarantined()),
                    count(account.lost()),
                    count(account.doubled()),
                    account.balances() ? "balances" : "DOES NOT BALANCE");
        }
        return table;
    }

    private static void differences(Verification verification, PrintWriter out) {
        verification.differences().stream()
                .limit(MOST_DIFFERENCES)
                .forEach(difference -> out.printf(
                        Locale.ROOT,
                        "  %s %s %s: published %s; the logs give %s%n",
                        difference.unit(),
                        difference.indicator(),
                        difference.period(),
                        difference.published(),
                        difference.recomputed()));
    }

    private static void alerts(AlertRecomputation alerts, PrintWriter out) {
        out.printf(
                Locale.ROOT,
                "%,d alerts of the %d rules that compare one period with a limit or the region, looked for again in the figures: %s%n",
                alerts.compared(),
                alerts.rules(),
                alerts.differences().isEmpty()
                        ? "all equal"
                        : alerts.differences().size() + " differ");
        alerts.differences().stream()
                .limit(MOST_DIFFERENCES)
                .forEach(difference -> out.printf(
                        Locale.ROOT,
                        "  %s %s %s %s: published %s; the figures give %s%n",
                        difference.rule(),
                        difference.unit(),
                        difference.indicator(),
                        difference.period(),
                        difference.alert(),
                        difference.figure()));
    }

    private static void misplaced(MisplacedReceipts receipts, PrintWriter out) {
        if (receipts.counted() == 0) {
            return;
        }
        String found = receipts.misplaced() == 0
                ? ", each where its store is registered"
                : String.format(
                        Locale.ROOT,
                        "; for %,d of them, of %,d store%s, the store is no longer registered there: `pennant rebuild retail` places them anew",
                        receipts.misplaced(),
                        receipts.stores(),
                        receipts.stores() == 1 ? "" : "s");
        out.printf(Locale.ROOT, "%,d receipts count in a unit%s%n", receipts.counted(), found);
    }

    private static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}

package dev.pennant.cli;

import dev.pennant.stack.clickhouse.ClickHouseUser;
import dev.pennant.text.TextTable;
import dev.pennant.text.TextTable.Column;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Lists the rules in force. */
@Command(name = "list", description = "List the rules in force, and how many alerts of each fire.")
final class RulesListCommand implements Callable<Integer> {
    private static final String RULES =
            """
            SELECT rules.rule, rules.revision, rules.level, rules.title, rules.subjects, countIf(alerts.state = 'firing')
            FROM pennant.alert_rules AS rules
            LEFT JOIN pennant.alerts AS alerts ON alerts.rule = rules.rule
            GROUP BY ALL
            ORDER BY rules.rule""";

    private static final String TEXTS =
            """
            SELECT concat('  - ', replaceAll(trim(BOTH '\\n' FROM text), '\\n', '\\n    '))
            FROM pennant.alert_rules
            ORDER BY rule
            FORMAT TSVRaw""";

    @Mixin
    private StackOptions stack;

    @Option(names = "--yaml", description = "As a file that `rules apply` takes.")
    private boolean yaml;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        if (yaml) {
            spec.commandLine().getOut().println("rules:");
            spec.commandLine()
                    .getOut()
                    .println(stack.clickHouse(ClickHouseUser.ANALYST).query(TEXTS));
            return 0;
        }
        TextTable table = new TextTable(
                Column.left("rule"),
                Column.left("revision"),
                Column.left("level"),
                Column.left("title"),
                Column.left("watches"),
                Column.right("firing"));
        stack.clickHouse(ClickHouseUser.ANALYST).query(RULES).lines().forEach(row -> table.add(row.split("\t", -1)));
        table.lines().forEach(spec.commandLine().getOut()::println);
        return 0;
    }
}

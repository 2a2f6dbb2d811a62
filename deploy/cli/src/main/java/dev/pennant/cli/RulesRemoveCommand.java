package dev.pennant.cli;

import dev.pennant.stack.clickhouse.ClickHouseUser;
import dev.pennant.stack.kafka.AlertRuleTopic;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Takes rules back. */
@Command(name = "remove", description = "Take rules back; what they have raised and still stands is withdrawn.")
final class RulesRemoveCommand implements Callable<Integer> {
    @Mixin
    private StackOptions stack;

    @Parameters(arity = "1..*", paramLabel = "ID", description = "Ids as `rules list` has them.")
    private List<String> ids;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException, InterruptedException {
        List<String> known = stack.clickHouse(ClickHouseUser.ANALYST)
                .query("SELECT rule FROM pennant.alert_rules")
                .lines()
                .toList();
        for (String id : ids) {
            if (!known.contains(id)) {
                throw new ParameterException(
                        spec.commandLine(),
                        "There is no rule '" + id + "'; there are " + String.join(", ", known) + ".");
            }
        }
        new AlertRuleTopic(stack.ports().bootstrapServers()).withdraw(ids);
        return 0;
    }
}

package dev.pennant.cli;

import dev.pennant.core.catalogue.AlertRuleReader;
import dev.pennant.core.catalogue.Catalogue;
import dev.pennant.core.catalogue.InvalidCatalogueException;
import dev.pennant.core.catalogue.WrittenRule;
import dev.pennant.stack.kafka.AlertRuleTopic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Checks a file of rules as a whole, and puts them in force when there is no mistake in any. */
@Command(
        name = "apply",
        description = {
            "Put the rules of a file in force, each in the place of the one with its id; the others stay.",
            "The file is checked first: with a mistake in it, none of its rules is sent."
        })
final class RulesApplyCommand implements Callable<Integer> {
    @Mixin
    private StackOptions stack;

    @Parameters(paramLabel = "FILE", description = "YAML, written as the shipped alert-rules.yaml is.")
    private Path file;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (!Files.isRegularFile(file)) {
            throw new ParameterException(spec.commandLine(), "There is no file " + file + ".");
        }
        List<WrittenRule> rules;
        try {
            rules = new AlertRuleReader(Catalogue.shipped()).file(file);
        } catch (InvalidCatalogueException mistakes) {
            mistakes.problems().forEach(spec.commandLine().getErr()::println);
            return 1;
        }
        new AlertRuleTopic(stack.ports().bootstrapServers()).apply(rules);
        rules.forEach(written -> spec.commandLine()
                .getOut()
                .println(written.rule().id() + " " + written.rule().revision() + ": "
                        + written.rule().title()));
        return 0;
    }
}

package dev.pennant.cli;

import dev.pennant.core.catalogue.CatalogueFiles;
import dev.pennant.core.catalogue.CatalogueProblem;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What has to do with the catalogue of units and indicators. */
@Command(name = "catalogue", synopsisSubcommandLabel = "COMMAND", description = "Check a catalogue of your own.")
final class CatalogueCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Say what to do: pennant catalogue check FILE…");
    }

    @Command(name = "check", description = "Name every mistake in catalogue files, by file and line.")
    int check(
            @Parameters(arity = "1..*", paramLabel = "FILE", description = "A file of a catalogue, by its usual name.")
                    List<Path> files) {
        PrintWriter out = spec.commandLine().getOut();
        int mistakes = 0;
        for (Path file : files) {
            List<CatalogueProblem> problems = CatalogueFiles.check(file);
            problems.forEach(out::println);
            if (problems.isEmpty()) {
                out.println(file + ": no mistakes");
            }
            mistakes += problems.size();
        }
        return mistakes == 0 ? 0 : 1;
    }
}

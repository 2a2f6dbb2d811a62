package dev.pennant.cli;

import dev.pennant.core.catalogue.CatalogueFiles;
import dev.pennant.core.catalogue.CatalogueProblem;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Names every mistake in catalogue files. */
@Command(name = "check", description = "Name every mistake in catalogue files, by file and line.")
final class CatalogueCheckCommand implements Callable<Integer> {
    @Parameters(arity = "1..*", paramLabel = "FILE", description = "A file of a catalogue, by its usual name.")
    private List<Path> files;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        boolean right = true;
        for (Path file : files) {
            List<CatalogueProblem> problems = CatalogueFiles.check(file);
            problems.forEach(out::println);
            if (problems.isEmpty()) {
                out.println(file + ": no mistakes");
            }
            right &= problems.isEmpty();
        }
        return right ? 0 : 1;
    }
}

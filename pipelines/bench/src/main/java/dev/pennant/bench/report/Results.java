package dev.pennant.bench.report;

import dev.pennant.bench.process.Machine;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** Where the results of a benchmark go: to the terminal, and into a file if one is named. */
public final class Results {
    private static final String STACK = "broker, jobs, ClickHouse and whoever measures";

    private final Clock clock = Clock.systemUTC();

    @Option(
            names = "--results",
            paramLabel = "FILE",
            description = "Where to write the results too, as pipelines/bench/results/NAME.md of the repository.")
    private Optional<Path> file;

    /**
     * Publishes what was measured on a whole stack.
     *
     * @return the command's exit status: 1 when a goal was missed
     */
    public int publish(String title, List<Section> sections, CommandSpec spec) throws IOException {
        return publish(title, sections, STACK, spec);
    }

    /**
     * Publishes what was measured.
     *
     * @param together what ran on the machine while it was measured
     * @return the command's exit status: 1 when a goal was missed
     */
    public int publish(String title, List<Section> sections, String together, CommandSpec spec) throws IOException {
        List<Goal> goals =
                sections.stream().flatMap(section -> section.goals().stream()).toList();
        ResultPage page = new ResultPage();
        page.title(title);
        page.paragraph(CalledCommand.of(spec, clock.instant()));
        page.paragraph(Machine.read() + "; Linux " + System.getProperty("os.version") + "; Java "
                + System.getProperty("java.runtime.version") + "; " + together + " on the same cores.");
        page.heading("Goals");
        page.table(Goal.table(goals));
        for (Section section : sections) {
            page.heading(section.title());
            page.paragraph(section.text());
            page.table(section.table());
        }
        show(page.lines(), spec);
        return goals.stream().allMatch(Goal::met) ? 0 : 1;
    }

    /** Prints a page, and writes it into the file if one is named. */
    public void show(List<String> page, CommandSpec spec) throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        page.forEach(out::println);
        out.flush();
        if (file.isPresent()) {
            Files.write(file.get(), page, StandardCharsets.UTF_8);
        }
    }
}

package dev.pennant.bench.micro;

import java.util.concurrent.Callable;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** JMH for the hot classes. */
@Command(name = "micro", description = "JMH for the hot classes: decode, deduplicate, fold, serialize.")
public final class MicroCommand implements Callable<Integer> {
    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "PATTERN",
            defaultValue = ".*",
            description = "Which benchmarks, as a regular expression; all unless given.")
    private String pattern;

    @Override
    public Integer call() throws RunnerException {
        new Runner(new OptionsBuilder().include(pattern).shouldFailOnError(true).build()).run();
        return 0;
    }
}

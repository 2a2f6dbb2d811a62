package dev.pennant.cli;

import dev.pennant.audit.AuditException;
import dev.pennant.audit.Offsets;
import dev.pennant.jobs.Job;
import dev.pennant.jobs.kafka.Topic;
import dev.pennant.stack.Ports;
import dev.pennant.stack.RunningStack;
import dev.pennant.stack.StackJobs;
import dev.pennant.stack.clickhouse.ClickHouseUser;
import dev.pennant.stack.flink.FlinkRest;
import dev.pennant.text.TextTable;
import dev.pennant.text.TextTable.Column;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Shows what runs, where, and how far it has come. */
@Command(name = "status", description = "Show what runs and how far it has come; exit 1 when no stack is running.")
final class StatusCommand implements Callable<Integer> {
    private static final int KILO = 1024;

    private final InstantSource clock;

    @Mixin
    private StackOptions options;

    @Spec
    private CommandSpec spec;

    /** @param clock tells for how long the stack has been up */
    StatusCommand(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public Integer call() throws IOException, AuditException {
        RunningStack stack = options.running();
        PrintWriter out = spec.commandLine().getOut();
        Duration age = Duration.between(stack.startedAt(), clock.instant());
        out.println(
                "Stack on " + options.data() + (stack.ready() ? ", up for " : ", starting for ") + words(age) + ".");
        if (!stack.ready()) {
            return 0;
        }
        print(out, processes(stack));
        print(out, jobs(stack));
        print(out, lags(stack.ports()));
        out.println();
        out.println("Newest indicator: " + newest() + ".");
        return 0;
    }

    private static TextTable processes(RunningStack stack) {
        Ports ports = stack.ports();
        String database = ProcessHandle.of(stack.pid()).stream()
                .flatMap(ProcessHandle::children)
                .map(child -> Long.toString(child.pid()))
                .findFirst()
                .orElse("");
        String process = Long.toString(stack.pid());
        TextTable table = new TextTable(
                Column.left("part"), Column.right("process"), Column.right("memory"), Column.left("address"));
        table.add("the wall", process, "", ports.wallUri().toString());
        table.add("Kafka, Flink", process, memory(process), ports.bootstrapServers() + ", " + ports.flinkUri());
        table.add(
                "ClickHouse", database, memory(database), ports.clickHouseUri().toString());
        return table;
    }

    private static TextTable jobs(RunningStack stack) throws IOException {
        TextTable table = new TextTable(Column.left("job"), Column.left("state"));
        for (FlinkRest.Job job : new FlinkRest(stack.ports().flinkUri()).jobs()) {
            table.add(job.name(), job.state());
        }
        return table;
    }

    private static TextTable lags(Ports ports) throws AuditException {
        TextTable table = new TextTable(Column.left("group"), Column.left("topic"), Column.right("behind"));
        try (Offsets offsets = new Offsets(ports.bootstrapServers())) {
            for (Job job : StackJobs.IN_ORDER) {
                for (Topic topic : job.inputs()) {
                    table.add(job.group(), topic.name(), Long.toString(offsets.lag(job.group(), List.of(topic))));
                }
            }
        }
        return table;
    }

    private String newest() throws IOException {
        return options.clickHouse(ClickHouseUser.ANALYST)
                .query(
                        "SELECT if(count() = 0, 'none yet', concat('updated at ', toString(max(updated_at)), ' UTC, ', "
                                + "toString(dateDiff('second', max(updated_at), now64(3, 'UTC'))), ' s ago')) FROM pennant.indicators");
    }

    private static void print(PrintWriter out, TextTable table) {
        out.println();
        table.lines().forEach(out::println);
    }

    /** Resident memory where the system tells it, as Linux does. */
    private static String memory(String process) {
        try {
            return Files.readAllLines(Path.of("/proc", process, "status"), StandardCharsets.UTF_8).stream()
                    .filter(line -> line.startsWith("VmRSS:"))
                    .map(line -> Long.parseLong(line.replaceAll("\\D", "")) / KILO + " MB")
                    .findFirst()
                    .orElse("");
        } catch (IOException untold) {
            return "";
        }
    }

    private static String words(Duration age) {
        if (age.toHours() > 0) {
            return age.toHours() + " h " + age.toMinutesPart() + " min";
        }
        return age.toMinutes() > 0 ? age.toMinutes() + " min " + age.toSecondsPart() + " s" : age.toSeconds() + " s";
    }
}

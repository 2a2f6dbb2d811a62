package dev.pennant.cli;

import dev.pennant.deadletters.DeadLetterReplay;
import dev.pennant.deadletters.Selection;
import dev.pennant.jobs.kafka.Topic;
import dev.pennant.jobs.kafka.Topics;
import dev.pennant.load.UndeliveredException;
import dev.pennant.stack.clickhouse.ClickHouseUser;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Sends what was refused once more. */
@Command(
        name = "replay",
        description = "Send refused records to their topics once more, as they came.",
        footer = {
            "",
            "The jobs judge them anew, at the time at which they come; what they take counts once, also if it is sent twice.",
            "Each is sent once: one that is refused again is a new dead letter. Left are registrations, marks and rules of whose",
            "key a later message has come, which they would replace: let none of those be sent meanwhile. What the jobs",
            "themselves wrote is not sent again.",
        })
final class ReplayCommand implements Callable<Integer> {
    private final InstantSource clock;

    @Mixin
    private StackOptions stack;

    @Option(
            names = "--reason",
            paramLabel = "R",
            description = "Only those refused for this reason, such as sold-in-the-future; see the view dead_letters.")
    private String reason;

    @Option(names = "--topic", paramLabel = "TOPIC", description = "Only those of this topic.")
    private String topic;

    @Spec
    private CommandSpec spec;

    /** @param clock tells when a record was sent again */
    ReplayCommand(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public Integer call() throws IOException {
        if (topic != null && Topics.INPUTS.stream().map(Topic::name).noneMatch(topic::equals)) {
            throw new ParameterException(
                    spec.commandLine(),
                    "There is no topic '" + topic + "' that records come in by; there are "
                            + Topics.INPUTS.stream().map(Topic::name).collect(Collectors.joining(", ")) + ".");
        }
        if (reason != null && reason.isBlank()) {
            throw new ParameterException(spec.commandLine(), "A reason is a word such as sold-in-the-future.");
        }
        DeadLetterReplay replay = new DeadLetterReplay(
                stack.clickHouse(ClickHouseUser.MIGRATOR), stack.ports().bootstrapServers(), clock);
        DeadLetterReplay.Waiting waiting =
                replay.waiting(new Selection(Optional.ofNullable(topic), Optional.ofNullable(reason)));
        if (waiting.records() == 0) {
            String others = replay.waitingReasons();
            out().println("Nothing to send again."
                    + (others.isEmpty() ? "" : " Waiting are, by reason: " + others + "."));
            return 0;
        }
        try (Progress progress = Progress.onConsole("replay", waiting.records(), clock)) {
            replay.send(waiting, done -> progress.reached(done, String.format(Locale.ROOT, "%,d records", done)));
        } catch (UndeliveredException undelivered) {
            spec.commandLine()
                    .getErr()
                    .println(undelivered.getMessage() + "; call this again for those that were not sent");
            return 1;
        } finally {
            report(replay.outcomes());
        }
        return 0;
    }

    private void report(List<DeadLetterReplay.Outcome> outcomes) {
        for (DeadLetterReplay.Outcome outcome : outcomes) {
            out().printf(Locale.ROOT, "%s: %,d sent again", outcome.topic(), outcome.sent());
            if (outcome.replaced() > 0) {
                out().printf(Locale.ROOT, ", %,d left, as a later message of their key has come", outcome.replaced());
            }
            out().println();
        }
        if (outcomes.stream().anyMatch(outcome -> outcome.sent() > 0)) {
            out().println(
                            "What is refused again is in dead_letters within seconds (`pennant await`), and waits there anew.");
        }
        out().flush();
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}

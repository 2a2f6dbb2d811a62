package dev.pennant.cli;

import dev.pennant.audit.AuditException;
import dev.pennant.audit.Await;
import dev.pennant.core.catalogue.Catalogue;
import dev.pennant.jobs.kafka.Topic;
import dev.pennant.jobs.kafka.Topics;
import dev.pennant.load.TopicSender;
import dev.pennant.load.UndeliveredException;
import dev.pennant.season.Pace;
import dev.pennant.season.RaceSummary;
import dev.pennant.season.Season;
import dev.pennant.season.SeasonAlerts;
import dev.pennant.season.SeasonEvent;
import dev.pennant.season.SeasonReplay;
import dev.pennant.season.SeasonSummary;
import dev.pennant.stack.Ports;
import dev.pennant.stack.Stack;
import dev.pennant.stack.StackException;
import dev.pennant.stack.clickhouse.ClickHouseUser;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * The whole of Pennant at work: a stack, the season sent into its topics as an import would send it, and what the database shows in the end. The
 * summary goes to standard output, and is the same at every run; everything else goes to standard error.
 */
@Command(
        name = "demo",
        description =
                "Start a stack on a fresh folder, and let two years of made-up reports, receipts and readings come in.",
        footer = {
            "",
            "About 6,000 enterprises of 72 townships register and report for 2019 and 2020, with delays, corrections",
            "and repetitions, some 600 stores send their receipts, and an air station in each township its hours. All are made up and marked so; the reports of",
            "Danghu's enterprises add up to figures that were published.",
        })
final class DemoCommand implements Callable<Integer> {
    private static final double DAYS_PER_SECOND = 8;
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final Clock clock;
    private final Catalogue catalogue = Catalogue.shipped();

    @Option(names = "--exit", description = "End with the season, instead of staying up until Ctrl-C.")
    private boolean exit;

    @Option(
            names = "--speed",
            paramLabel = "N",
            description =
                    "Days of the season that go by in a second; 8 (about 90 s in all) unless given, and with --exit"
                            + " as many as can be.")
    private Optional<Double> speed;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "A data folder to keep; a fresh one that is removed in the end, unless given.")
    private Optional<Path> data;

    @Option(
            names = "--port-base",
            paramLabel = "N",
            defaultValue = "" + Ports.DEFAULT_BASE,
            description = "Base of the stack's ports; ${DEFAULT-VALUE} unless given.")
    private int portBase;

    @Spec
    private CommandSpec spec;

    /** @param clock the season goes by on it */
    DemoCommand(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Integer call() throws IOException, InterruptedException, AuditException {
        if (speed.filter(days -> !(days > 0)).isPresent()) {
            throw new ParameterException(spec.commandLine(), "--speed is in days a second, above zero.");
        }
        Ports ports = new Ports(portBase);
        CompletableFuture<Iterator<SeasonEvent>> season = CompletableFuture.supplyAsync(() -> Season.all(catalogue));
        DemoFolder folder = DemoFolder.of(data);
        StackConsole console = new StackConsole(messages());
        Stack stack = folder.claim(ports, console, clock);
        try (StopAtExit stop = StopAtExit.of(stack, console, folder)) {
            stack.start(started -> InterruptedRebuilds.finish(started, messages(), clock));
            show(stack, folder, season);
            if (exit) {
                return 0;
            }
            tell("The season is over; the stack stays up until Ctrl-C.");
            tell(stop.awaitComplaint());
            return 1;
        }
    }

    /** Sends the season, and prints what it has come to. */
    private void show(Stack stack, DemoFolder folder, CompletableFuture<Iterator<SeasonEvent>> season)
            throws IOException, InterruptedException, AuditException {
        try {
            if (folder.hasHadItsSeason()) {
                tell("This folder has had its season, which is not sent again.");
            } else {
                folder.seasonWasSent(replay(stack.ports(), season.join()));
            }
            tell("Waiting until all of it is visible …");
            awaitOf(stack.ports()).untilVisible(PATIENCE);
            PrintWriter out = spec.commandLine().getOut();
            SeasonSummary.read(catalogue, stack.clickHouse(ClickHouseUser.ANALYST))
                    .lines()
                    .forEach(out::println);
            RaceSummary.lines(catalogue, stack.clickHouse(ClickHouseUser.ANALYST))
                    .forEach(out::println);
            SeasonAlerts.read(stack.clickHouse(ClickHouseUser.ANALYST)).lines().forEach(out::println);
            out.flush();
        } catch (UndeliveredException | AuditException failed) {
            // What the stack says of itself is nearer to the cause.
            Optional<String> complaint = stack.complaint();
            if (complaint.isPresent()) {
                throw new StackException(complaint.get(), failed);
            }
            throw failed;
        }
    }

    /** Sends the season, and says of how many events it was. */
    private int replay(Ports ports, Iterator<SeasonEvent> events) throws InterruptedException {
        Pace pace = speed.isEmpty() && exit ? Pace.unlimited() : Pace.of(speed.orElse(DAYS_PER_SECOND), clock);
        String broker = ports.bootstrapServers();
        try (SeasonProgress progress = new SeasonProgress(clock);
                TopicSender registrations = TopicSender.to(Topics.ENTERPRISE_REGISTRY, broker);
                TopicSender reports = TopicSender.to(Topics.ENTERPRISE_REPORTS, broker);
                TopicSender stores = TopicSender.to(Topics.STORES, broker);
                TopicSender receipts = TopicSender.to(Topics.RETAIL_RECEIPTS, broker);
                TopicSender units = TopicSender.to(Topics.UNITS, broker);
                TopicSender indicatorReports = TopicSender.to(Topics.INDICATOR_REPORTS, broker);
                TopicSender airStations = TopicSender.to(Topics.AIR_STATIONS, broker);
                TopicSender airReadings = TopicSender.to(Topics.AIR_READINGS, broker);
                TopicSender airDustDays = TopicSender.to(Topics.AIR_DUST_DAYS, broker)) {
            Map<Topic, TopicSender> senders = Map.of(
                    Topics.ENTERPRISE_REGISTRY, registrations,
                    Topics.ENTERPRISE_REPORTS, reports,
                    Topics.STORES, stores,
                    Topics.RETAIL_RECEIPTS, receipts,
                    Topics.UNITS, units,
                    Topics.INDICATOR_REPORTS, indicatorReports,
                    Topics.AIR_STATIONS, airStations,
                    Topics.AIR_READINGS, airReadings,
                    Topics.AIR_DUST_DAYS, airDustDays);
            return new SeasonReplay(
                            senders,
                            pace,
                            time -> TimeUnit.NANOSECONDS.sleep(time.toNanos()),
                            () -> awaitRegisters(ports))
                    .send(events, progress);
        }
    }

    /** A store's move is known before its receipts, so that the same season comes to the same figures at every speed. */
    private void awaitRegisters(Ports ports) {
        try {
            awaitOf(ports).untilVisible(PATIENCE);
        } catch (AuditException failed) {
            throw new StackException("The registers are not visible in time: " + failed.getMessage(), failed);
        }
    }

    private Await awaitOf(Ports ports) {
        return new Await(ports.bootstrapServers(), ports.flinkUri(), clock);
    }

    private void tell(String sentence) {
        messages().println(sentence);
        messages().flush();
    }

    private PrintWriter messages() {
        return spec.commandLine().getErr();
    }
}

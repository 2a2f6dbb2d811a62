package dev.pennant.bench.retail;

import dev.pennant.audit.AuditException;
import dev.pennant.audit.Await;
import dev.pennant.audit.Verification;
import dev.pennant.bench.check.Differences;
import dev.pennant.bench.process.ChildJvm;
import dev.pennant.bench.report.Figures;
import dev.pennant.bench.run.RunFigures;
import dev.pennant.bench.run.Site;
import dev.pennant.bench.run.Subject;
import dev.pennant.bench.run.SubjectRuns;
import dev.pennant.jobs.deadletters.DeadLetterJob;
import dev.pennant.stack.clickhouse.ClickHouseUser;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;

/**
 * Measures subjects on one load. Those that are compared run within seconds of each other, as a machine's speed changes by the minute, and in
 * several processes, as what Java compiles differs from one to the next; of the variants there is but one process each. At the end every table is checked.
 */
final class SpeedBench {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final BenchSettings settings;
    private final ReceiptLoad load;
    private final Clock clock;
    private final Consumer<String> messages;
    private final List<Map<Subject, RunFigures>> turns = new ArrayList<>();
    private final Map<Subject, Differences> checks = new EnumMap<>(Subject.class);
    private Optional<Verified> verified = Optional.empty();

    /** Rows of details that the latest run of all tables has written. */
    private Map<String, Long> details = Map.of();

    SpeedBench(BenchSettings settings, ReceiptLoad load, Clock clock, Consumer<String> messages) {
        this.settings = settings;
        this.load = load;
        this.clock = clock;
        this.messages = messages;
    }

    /**
     * Measures.
     *
     * @param sets of subjects that are measured by turns, in each round; the job of all tables stands before the sinks alone, which write as many rows
     * @param variants a set that is measured after the last round, as often as the others in all of them; it may be empty
     */
    SpeedResult measure(List<List<Subject>> sets, List<Subject> variants)
            throws IOException, InterruptedException, ExecutionException {
        try (Site site = Site.start(settings.site(), load, messages)) {
            messages.accept("The oracle counts " + load.receipts() + " receipts …");
            try (Oracle oracle = Oracle.count(site, load)) {
                for (int round = 1; round <= settings.rounds(); round++) {
                    Optional<Oracle> check = round == settings.rounds() ? Optional.of(oracle) : Optional.empty();
                    for (List<Subject> set : sets) {
                        byTurns(set, settings.turns(), site, check);
                    }
                }
                if (!variants.isEmpty()) {
                    byTurns(variants, settings.runs(), site, Optional.of(oracle));
                }
                return new SpeedResult(
                        load, site.databaseVersion(), oracle.distinct(), new Turns(turns), checks, verified);
            }
        }
    }

    /** Measures a set in processes that are all warm, forwards and backwards by turns. */
    private void byTurns(List<Subject> set, int times, Site site, Optional<Oracle> check)
            throws IOException, InterruptedException, ExecutionException {
        Map<Subject, SubjectRuns> processes = new LinkedHashMap<>();
        try {
            for (Subject subject : set) {
                SubjectRuns process = site.open(subject);
                processes.put(subject, process);
                process.warmUp(rowsFor(subject)).ifPresent(figures -> keepDetails(subject, figures));
            }
            for (int toCome = times - 1; toCome >= 0; toCome--) {
                Map<Subject, RunFigures> measured = new EnumMap<>(Subject.class);
                for (Subject subject : order(set, toCome)) {
                    RunFigures figures = processes.get(subject).measure(rowsFor(subject));
                    keepDetails(subject, figures);
                    measured.put(subject, figures);
                    tell(subject, figures);
                    if (toCome == 0 && subject.isOurs() && check.isPresent()) {
                        check(subject, site, check.get());
                    }
                }
                turns.add(measured);
            }
        } finally {
            processes.values().forEach(SubjectRuns::close);
        }
    }

    private Map<String, Long> rowsFor(Subject subject) {
        return subject == Subject.SINKS ? details : Map.of();
    }

    private void keepDetails(Subject subject, RunFigures figures) {
        if (subject == Subject.ALL) {
            details = SpeedResult.detailRows(figures);
        }
    }

    /** In the last turn, and in every other before it, a job of ours comes last: nothing that is compared is measured after its check. */
    private static List<Subject> order(List<Subject> set, int turnsToCome) {
        List<Subject> order = new ArrayList<>(set);
        order.sort(Comparator.comparing(Subject::isOurs));
        if (turnsToCome % 2 != 0) {
            Collections.reverse(order);
        }
        return order;
    }

    private void tell(Subject subject, RunFigures figures) {
        messages.accept(load.shape().id() + ", " + subject.title() + ": "
                + Figures.millions(figures.steady().rate()) + " records/s, "
                + Figures.whole(figures.steady().nanosPerRecord()) + " ns CPU a record");
    }

    private void check(Subject subject, Site site, Oracle oracle) throws IOException {
        checks.put(subject, oracle.check(subject));
        if (subject == Subject.ALL) {
            messages.accept("What verify says of it …");
            verified = Optional.of(verify(site));
        }
    }

    /** What the command of that name does, once the job's dead letters are in their table. */
    private Verified verify(Site site) throws IOException {
        String broker = site.ports().bootstrapServers();
        ChildJvm deadLetters = site.runUntilClosed(Subject.DEAD_LETTERS);
        try (deadLetters) {
            new Await(List.of(DeadLetterJob.JOB), broker, site.ports().flinkUri(), clock).untilVisible(PATIENCE);
            return Verified.of(Verification.of(broker, site.database(ClickHouseUser.ANALYST)));
        } catch (AuditException obstacle) {
            return Verified.not(obstacle);
        }
    }
}

package dev.pennant.bench.air;

import dev.pennant.bench.process.Machine;
import dev.pennant.bench.report.Figures;
import dev.pennant.bench.report.Goal;
import dev.pennant.bench.report.ResultPage;
import dev.pennant.bench.run.RunFigures;
import dev.pennant.bench.run.SiteSettings;
import dev.pennant.bench.run.Window;
import dev.pennant.text.TextTable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.apache.flink.runtime.util.EnvironmentInformation;
import org.apache.kafka.common.utils.AppInfoParser;

/** The page of results: what was reached, then how. */
final class AirPage {
    private static final double HISTORY_SECONDS = 60;
    private static final double NANOS = 1e9;

    private final ResultPage page = new ResultPage();
    private final AirResults results;

    private AirPage(AirResults results) {
        this.results = results;
    }

    /**
     * The page's lines.
     *
     * @param command what was called, when, and at which commit
     */
    static List<String> lines(AirResults results, SiteSettings settings, String command) throws IOException {
        AirPage page = new AirPage(results);
        page.header(settings, command);
        page.goals();
        results.core().ifPresent(page::core);
        results.job().ifPresent(page::job);
        return page.page.lines();
    }

    private void header(SiteSettings settings, String command) throws IOException {
        AirHistory history = results.history();
        page.title("Air, measured");
        page.paragraph(command);
        page.paragraph(Machine.read() + "; Linux " + System.getProperty("os.version") + "; Java "
                + System.getProperty("java.runtime.version")
                + results.job()
                        .map(job -> ", Flink " + EnvironmentInformation.getVersion() + ", Kafka "
                                + AppInfoParser.getVersion() + ", ClickHouse " + job.databaseVersion()
                                + "; broker, ClickHouse and job on the same cores; job with "
                                + String.join(" ", settings.runMemory()))
                        .orElse("")
                + ".");
        page.paragraph(Figures.whole(history.stationHours()) + " station-hours: " + history.stations()
                + " stations, " + history.first() + " to " + history.last() + ", " + Figures.whole(history.readings())
                + " readings with corrections. Re-evaluated means: every reading filed, every day of every station and"
                + " unit judged, and of every unit the year through every day, every month, and the year through every"
                + " month, each beside the year before by the standard of its own day. Nothing is warmed up.");
    }

    private void goals() {
        List<Goal> goals = new ArrayList<>();
        results.core()
                .ifPresent(core -> goals.add(Goal.atMost(
                        "the history, with core alone on " + core.threads() + " threads",
                        " s",
                        HISTORY_SECONDS,
                        core.seconds())));
        results.job()
                .ifPresent(job -> goals.add(Goal.atMost(
                        "the history, through the job until all is visible",
                        " s",
                        HISTORY_SECONDS,
                        job.run().whole().seconds())));
        page.heading("Goals");
        page.table(Goal.table(goals));
    }

    private void core(CoreResult core) {
        page.heading("Core alone");
        TextTable table = new TextTable(
                TextTable.Column.right("threads"),
                TextTable.Column.right("seconds"),
                TextTable.Column.right("CPU s"),
                TextTable.Column.right("station-hours/s"),
                TextTable.Column.right("days and spans told"));
        table.add(
                Integer.toString(core.threads()),
                Figures.seconds(core.seconds()),
                Figures.seconds(core.cpuSeconds()),
                Figures.whole(results.history().stationHours() / core.seconds()),
                Figures.whole(core.figures()));
        page.table(table);
        page.list(core.check().sentences("core alone"));
    }

    private void job(AirResults.JobResult job) {
        page.heading("Through the job: the topics are full, and it reads them from their beginning");
        RunFigures run = job.run();
        TextTable table = new TextTable(
                TextTable.Column.left(""),
                TextTable.Column.right("readings"),
                TextTable.Column.right("seconds"),
                TextTable.Column.right("readings/s"),
                TextTable.Column.right("CPU s: job"),
                TextTable.Column.right("broker"),
                TextTable.Column.right("ClickHouse"));
        addWindow(table, RunFigures.FULL_SWING, run.steady());
        addWindow(table, "whole run, until all is visible", run.whole());
        page.table(table);
        page.table(threads(run));
        page.table(rows(run));
        List<String> points = new ArrayList<>(job.check().sentences("air job"));
        points.add("State in the last checkpoint: " + Figures.mebibytes((double) run.stateBytes()) + " MiB.");
        page.list(points);
    }

    private static void addWindow(TextTable table, String title, Window window) {
        table.add(
                title,
                Figures.whole(window.records()),
                Figures.seconds(window.seconds()),
                Figures.whole(window.rate()),
                Figures.seconds(window.jobSeconds()),
                Figures.seconds(window.brokerSeconds()),
                Figures.seconds(window.databaseSeconds()));
    }

    /** Where the job's CPU time goes; what takes less than a hundredth is left out. */
    private static TextTable threads(RunFigures run) {
        TextTable table = new TextTable(
                TextTable.Column.left("threads in full swing"), TextTable.Column.right("CPU ns a reading"));
        run.threads().entrySet().stream()
                .filter(thread -> thread.getValue() > run.steady().jobSeconds() / 100)
                .sorted(Map.Entry.<String, Double>comparingByValue(Comparator.reverseOrder()))
                .forEach(thread -> table.add(
                        thread.getKey(),
                        Figures.whole(thread.getValue() / run.steady().records() * NANOS)));
        return table;
    }

    private static TextTable rows(RunFigures run) {
        TextTable table = new TextTable(TextTable.Column.left("into"), TextTable.Column.right("rows"));
        run.rows().entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder()))
                .forEach(rows -> table.add(rows.getKey(), Figures.whole(rows.getValue())));
        return table;
    }
}

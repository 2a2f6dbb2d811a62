package dev.pennant.bench.retail;

import dev.pennant.bench.latency.Latencies;
import dev.pennant.bench.process.Machine;
import dev.pennant.bench.report.Figures;
import dev.pennant.bench.report.Goal;
import dev.pennant.bench.report.ResultPage;
import dev.pennant.bench.run.Subject;
import dev.pennant.text.TextTable;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.flink.runtime.util.EnvironmentInformation;
import org.apache.kafka.common.utils.AppInfoParser;

/** The page of results: what was reached, then how. */
final class RetailPage {
    private final ResultPage page = new ResultPage();

    private RetailPage() {}

    /**
     * The page's lines.
     *
     * @param command what was called, when, and at which commit
     */
    static List<String> lines(RetailResults results, BenchSettings settings, String command) throws IOException {
        RetailPage page = new RetailPage();
        page.header(results, settings, command);
        page.goals(results);
        results.speeds().forEach(page::speed);
        results.rival().ifPresent(rival -> page.rival(rival, settings));
        page.seen(results);
        results.scale().ifPresent(scale -> page.scale(scale, settings));
        results.latencies().ifPresent(page::latencies);
        return page.page.lines();
    }

    private void header(RetailResults results, BenchSettings settings, String command) throws IOException {
        page.title("Retail, measured");
        page.paragraph(command);
        String databases = results.loads()
                .limit(1)
                .map(speed -> ", ClickHouse " + speed.database())
                .collect(Collectors.joining());
        page.paragraph(Machine.read() + "; Linux " + System.getProperty("os.version") + "; Java "
                + System.getProperty("java.runtime.version") + ", Flink " + EnvironmentInformation.getVersion()
                + ", Kafka " + AppInfoParser.getVersion() + databases
                + "; broker, ClickHouse and job on the same cores; all jobs with "
                + String.join(" ", settings.site().runMemory()) + ".");
        page.paragraph(
                "A job of this kind is up for months, so each process, the floor's and the job's alike, first does the whole run"
                        + " unmeasured, until it has read at least "
                        + Figures.whole(settings.site().warmUp())
                        + " records (for the rival and ten times as much fewer, as said there): most of what Java compiles is left out, and what it still does stands under compiling. Then what is compared"
                        + " runs by turns in processes that are all warm, as a machine's speed changes by the minute; and so again in new"
                        + " processes, as what Java compiles differs from one to the next. Rounds: " + settings.rounds()
                        + ", turns in each: " + settings.turns()
                        + "; of the variants and of the rival, all turns are in one round. A ratio is the median of the ratios within the turns, and so not just that of the two medians beside it.");
        page.paragraph(
                "The first checkpoint of a run begins with its full swing, each further one ten seconds after the one before, and the last when all"
                        + " is read. So a run in full swing for less than ten seconds bears a whole one, and not one or none by chance; the sinks alone"
                        + " bear Flink's own, every ten seconds. What a run has written stays on the disk until all is measured: before ext4 makes a"
                        + " file it looks through those deleted lately, and would charge each run with what was removed before it.");
    }

    private void goals(RetailResults results) {
        List<Goal> goals = Goals.of(results);
        if (!goals.isEmpty()) {
            page.heading("Goals");
            page.table(Goal.table(goals));
            page.paragraph(
                    "Rates and CPU times are those in full swing, where they are compared with the floor's or the plain job's.");
        }
    }

    private void speed(SpeedResult speed) {
        ReceiptLoad load = speed.load();
        page.heading(load.shape().id() + ": " + Figures.whole(load.receipts()) + " records, "
                + Figures.whole(speed.distinct()) + " receipts, " + Figures.whole(load.stores()) + " stores, "
                + load.shape().days() + " days");
        page.paragraph(
                "About one record in " + Figures.whole(load.oneInCutOff())
                        + " is cut off in its middle, drawn at random: a job has to put it among the dead letters, and the check wants those of just these places there.");
        page.paragraph(
                "CPU time is that of job and broker together; in the column with ClickHouse, its time is added. Medians.");
        page.table(SpeedTables.steady(speed));
        page.table(SpeedTables.whole(speed));
        page.table(SpeedTables.runs(speed));
        page.table(SpeedTables.threads(speed));
        page.table(SpeedTables.rows(speed));
        if (!speed.sinks().isEmpty()) {
            page.table(SpeedTables.sinks(speed));
        }
        page.paragraph(
                "What a goal allows goes first to writing (ClickHouse's part of a record; of a row, what the sinks alone and ClickHouse"
                        + " take), then to reading (what the floor takes), and the rest is left for the job's own work. By rate that holds as"
                        + " far as all cores are busy.");
        page.table(Margin.table(Margin.of(speed)));
        page.list(SpeedTables.checks(speed));
    }

    private void rival(RivalResult rival, BenchSettings settings) {
        page.heading("The rival: what one would write first");
        SpeedResult speed = rival.speed();
        BenchSettings how = settings.inOneProcess();
        page.paragraph(
                "The plain job, by Flink's book: receipts decoded by Avro, keyed by store, each counted once by a map of the numbers seen, and summed by"
                        + " unit, category and hour, keyed again; its state is on the heap. It has the retail job's consumer settings, memory and reuse of"
                        + " objects. It does less: no growth, no counties and prefectures, no days of stores, no moves, no bounds of amounts, no dead"
                        + " letters, and what it makes is discarded instead of written.");
        page.paragraph("Both read " + Figures.whole(speed.load().receipts()) + " records of the dense shape, "
                + how.turns() + " times by turns in one process each, after at least "
                + Figures.whole(how.site().warmUp())
                + " unmeasured ones. More would not leave the plain job's map of numbers room on its heap; fewer than the full load favour it, as the retail"
                + " job writes about as many rows, and bears as many checkpoints, for all of them. CPU time is that of job and broker; in the column"
                + " with ClickHouse, and in the ratio, its time is added. Medians.");
        page.table(SpeedTables.rival(rival));
        page.table(SpeedTables.runs(speed));
        page.table(SpeedTables.threads(speed));
        page.list(SpeedTables.checks(speed));
        page.list(List.of(rival.sentence()));
    }

    private void seen(RetailResults results) {
        if (results.seen().isEmpty()) {
            return;
        }
        page.heading("What it takes to tell a repeated receipt");
        TextTable table = new TextTable(
                TextTable.Column.left("receipt numbers of a store"),
                TextTable.Column.right("receipts"),
                TextTable.Column.right("bytes a receipt in a checkpoint"),
                TextTable.Column.right("in memory"));
        results.seen()
                .forEach((numbering, size) -> table.add(
                        numbering.title(),
                        Figures.whole(size.receipts()),
                        Figures.plain(size.writtenPerReceipt()),
                        Figures.plain(size.heldPerReceipt())));
        page.table(table);
    }

    private void scale(ScaleResult scale, BenchSettings settings) {
        page.heading("Ten times as much");
        BenchSettings how = settings.inOneProcess();
        page.paragraph(
                "Each " + how.turns() + " times in a process of its own, after at least "
                        + Figures.whole(how.site().warmUp())
                        + " unmeasured records; medians. CPU time of job and broker together, from the first record until all is visible. Ten times the"
                        + " receipts fall into the same cells and bear as many checkpoints, so part of the cost does not grow with them.");
        TextTable table = new TextTable(
                TextTable.Column.right("receipts"),
                TextTable.Column.right("stores"),
                TextTable.Column.right("CPU s"),
                TextTable.Column.right("×"),
                TextTable.Column.right("state MiB"),
                TextTable.Column.right("×"));
        for (SpeedResult each : scale.all()) {
            table.add(
                    Figures.whole(each.load().receipts()),
                    Figures.whole(each.load().stores()),
                    Figures.seconds(each.wholeCpu(Subject.ALL)),
                    Figures.ratio(scale.time(each)),
                    Figures.mebibytes(ScaleResult.stateBytes(each)),
                    Figures.ratio(scale.state(each)));
        }
        page.table(table);
        for (SpeedResult each : scale.all()) {
            page.paragraph(Figures.whole(each.load().receipts()) + " receipts of "
                    + Figures.whole(each.load().stores()) + " stores:");
            page.list(SpeedTables.checks(each));
        }
    }

    private void latencies(Latencies latencies) {
        page.heading("From append to visible");
        page.paragraph(
                "From the moment at which a receipt is due to be handed to the producer until the view shows it. "
                        + VisibilityBench.PROBES
                        + " stores are watched, each alone in its township, and sell again up to "
                        + Probes.LONGEST_PAUSE_MILLIS
                        + " ms after their last receipt was seen, while all others sell at the rate asked. For "
                        + RetailBench.LIVE_DURATION.toSeconds() + " s, after " + VisibilityBench.WARM_UP.toSeconds()
                        + " s of the same, unmeasured.");
        TextTable table = new TextTable(
                TextTable.Column.right("receipts/s asked"),
                TextTable.Column.right("sent"),
                TextTable.Column.right("probes"),
                TextTable.Column.right("p50 ms"),
                TextTable.Column.right("p99 ms"),
                TextTable.Column.right("max ms"));
        table.add(
                Figures.whole(latencies.asked()),
                Figures.whole(latencies.sent()),
                Figures.whole(latencies.nanos().size()),
                Long.toString(latencies.millis(50)),
                Long.toString(latencies.millis(99)),
                Long.toString(latencies.longestMillis()));
        page.table(table);
    }
}

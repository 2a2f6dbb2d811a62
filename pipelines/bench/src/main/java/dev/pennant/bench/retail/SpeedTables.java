package dev.pennant.bench.retail;

import dev.pennant.bench.report.Figures;
import dev.pennant.bench.run.RunFigures;
import dev.pennant.bench.run.Subject;
import dev.pennant.bench.run.Window;
import dev.pennant.text.TextTable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;

/** How the runs on one load are shown. */
final class SpeedTables {
    private SpeedTables() {}

    /** Medians in full swing, with the ratios to the floor of the same turn. */
    static TextTable steady(SpeedResult speed) {
        TextTable table = new TextTable(
                TextTable.Column.left(RunFigures.FULL_SWING),
                TextTable.Column.right("records/s"),
                TextTable.Column.right("of the floor"),
                TextTable.Column.right("CPU ns a record"),
                TextTable.Column.right("of the floor"),
                TextTable.Column.right("with ClickHouse"));
        for (Subject subject : speed.readers()) {
            table.add(
                    subject.title(),
                    Figures.millions(speed.rate(subject)),
                    ratio(speed.rateRatio(subject)),
                    Figures.whole(speed.nanos(subject)),
                    ratio(speed.cpuRatio(subject)),
                    Figures.whole(speed.nanosWithDatabase(subject)));
        }
        return table;
    }

    /** Medians of the retail job and the plain one in full swing, with the ratios within the turns. */
    static TextTable rival(RivalResult rival) {
        TextTable table = new TextTable(
                TextTable.Column.left(RunFigures.FULL_SWING),
                TextTable.Column.right("records/s"),
                TextTable.Column.right("× the plain job's"),
                TextTable.Column.right("CPU ns a record"),
                TextTable.Column.right("with ClickHouse"),
                TextTable.Column.right("× the plain job's"));
        SpeedResult speed = rival.speed();
        for (Subject subject : speed.readers()) {
            boolean plain = subject == Subject.PLAIN;
            table.add(
                    subject.title(),
                    Figures.millions(speed.rate(subject)),
                    Figures.ratio(plain ? 1 : rival.rate()),
                    Figures.whole(speed.nanos(subject)),
                    Figures.whole(speed.nanosWithDatabase(subject)),
                    Figures.ratio(plain ? 1 : rival.cpu()));
        }
        return table;
    }

    /** Medians from the first record to the last one's visibility. */
    static TextTable whole(SpeedResult speed) {
        TextTable table = new TextTable(
                TextTable.Column.left("whole run, until all is visible"),
                TextTable.Column.right("seconds"),
                TextTable.Column.right("records/s"),
                TextTable.Column.right("CPU ns a record"),
                TextTable.Column.right("of the floor"),
                TextTable.Column.right("rows written"),
                TextTable.Column.right("checkpoint ms"),
                TextTable.Column.right("longest"),
                TextTable.Column.right("state MiB"));
        for (Subject subject : speed.readers()) {
            List<RunFigures> runs = speed.runs(subject);
            table.add(
                    subject.title(),
                    Figures.seconds(Medians.of(runs, run -> run.whole().seconds())),
                    Figures.millions(speed.wholeRate(subject)),
                    Figures.whole(speed.wholeNanos(subject)),
                    ratio(speed.wholeCpuRatio(subject)),
                    Figures.whole(speed.rows(subject)),
                    Figures.whole(Medians.of(checkpoints(runs), RunFigures.Checkpoint::millis)),
                    Figures.whole(checkpoints(runs).stream()
                            .mapToLong(RunFigures.Checkpoint::millis)
                            .max()
                            .orElse(0)),
                    Figures.mebibytes(Medians.of(runs, RunFigures::stateBytes)));
        }
        return table;
    }

    /** Every run, so that one sees how far they lie apart. */
    static TextTable runs(SpeedResult speed) {
        TextTable table = new TextTable(
                TextTable.Column.left("each run in full swing"),
                TextTable.Column.right("records/s"),
                TextTable.Column.right("CPU ns a record: job"),
                TextTable.Column.right("broker"),
                TextTable.Column.right("ClickHouse"),
                TextTable.Column.right("checkpoints"));
        for (Subject subject : speed.readers()) {
            for (RunFigures run : speed.runs(subject)) {
                Window window = run.steady();
                table.add(
                        subject.title(),
                        Figures.millions(window.rate()),
                        Figures.whole(window.jobSeconds() / window.records() * 1e9),
                        Figures.whole(window.brokerSeconds() / window.records() * 1e9),
                        Figures.whole(window.databaseSeconds() / window.records() * 1e9),
                        Figures.whole(run.checkpointsInFullSwing()));
            }
        }
        return table;
    }

    /** Where the job's CPU time goes, in the last run of each subject; what takes less than a hundredth is left out. */
    static TextTable threads(SpeedResult speed) {
        TextTable table = new TextTable(
                TextTable.Column.left("in full swing, last run"),
                TextTable.Column.left("threads"),
                TextTable.Column.right("CPU ns a record"));
        speed.readers().forEach(subject -> {
            RunFigures last = speed.last(subject);
            Window steady = last.steady();
            last.threads().entrySet().stream()
                    .filter(thread -> thread.getValue() > steady.jobSeconds() / 100)
                    .sorted(Map.Entry.<String, Double>comparingByValue(Comparator.reverseOrder()))
                    .forEach(thread -> table.add(
                            subject.title(),
                            thread.getKey(),
                            Figures.whole(thread.getValue() / steady.records() * 1e9)));
        });
        return table;
    }

    /** Rows that each table was given, in the last run of each subject. */
    static TextTable rows(SpeedResult speed) {
        TextTable table = new TextTable(
                TextTable.Column.left("rows, last run"), TextTable.Column.left("into"), TextTable.Column.right("rows"));
        speed.readers().forEach(subject -> new TreeMap<>(speed.last(subject).rows())
                .entrySet().stream()
                        .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder()))
                        .forEach(rows -> table.add(subject.title(), rows.getKey(), Figures.whole(rows.getValue()))));
        return table;
    }

    /** What the job writes into the tables of details, and what their sinks alone can write. */
    static TextTable sinks(SpeedResult speed) {
        TextTable table = new TextTable(
                TextTable.Column.left("rows of details, whole runs"),
                TextTable.Column.right("rows"),
                TextTable.Column.right("rows/s"),
                TextTable.Column.right("CPU ns a row"),
                TextTable.Column.right("with ClickHouse"));
        addSinks(table, Subject.ALL, speed.runs(Subject.ALL));
        addSinks(table, Subject.SINKS, speed.sinks());
        return table;
    }

    private static void addSinks(TextTable table, Subject subject, List<RunFigures> runs) {
        table.add(
                subject.title(),
                Figures.whole(SpeedResult.detailRowCount(runs)),
                Figures.whole(SpeedResult.detailRate(runs)),
                Figures.whole(SpeedResult.detailNanos(runs)),
                Figures.whole(SpeedResult.detailNanosWithDatabase(runs)));
    }

    /** What the oracle says, and what verify does. */
    static List<String> checks(SpeedResult speed) {
        List<String> lines = new ArrayList<>();
        speed.checks().forEach((subject, check) -> lines.addAll(check.sentences(subject.title())));
        speed.verified().ifPresent(verified -> lines.add(verified.sentence(Subject.ALL.title())));
        return lines;
    }

    /** What the floor was not measured by turns with has no ratio to it. */
    private static String ratio(OptionalDouble ratio) {
        return ratio.isPresent() ? Figures.ratio(ratio.getAsDouble()) : "–";
    }

    private static List<RunFigures.Checkpoint> checkpoints(List<RunFigures> runs) {
        return runs.stream().flatMap(run -> run.checkpoints().stream()).toList();
    }
}

package dev.pennant.bench.retail;

import dev.pennant.bench.report.Figures;
import dev.pennant.bench.run.RunFigures;
import dev.pennant.bench.run.Subject;
import dev.pennant.text.TextTable;
import java.util.ArrayList;
import java.util.List;

/**
 * What a goal of speed leaves to the job for its own work, decoding, counting and summing, once all that it shares with what it is compared with is
 * paid for. In nanoseconds of CPU time, a record's or a row's; of rates it tells as far as all cores are busy.
 *
 * @param goal which one
 * @param allowed all that one may cost where the goal is just met
 * @param writing of these, what the sinks and ClickHouse take
 * @param reading of these, what the floor takes to read
 * @param measured what one did cost
 */
record Margin(String goal, double allowed, double writing, double reading, double measured) {
    /** The margins of all goals of speed that were measured on a load. */
    static List<Margin> of(SpeedResult speed) {
        List<Margin> margins = new ArrayList<>();
        Subject subject = Goals.compared(speed.load().shape());
        double bound = Goals.ofFloor(speed.load().shape());
        // What the floor takes at the speed that the machine had for the job.
        double floor = speed.nanos(subject) * speed.cpuRatio(subject).orElseThrow();
        double database = speed.nanosWithDatabase(subject) - speed.nanos(subject);
        margins.add(new Margin(Goals.byCpu(speed, subject), floor / bound, 0, floor, speed.nanos(subject)));
        margins.add(new Margin(
                Goals.byRate(speed, subject), floor / bound, database, floor, speed.nanosWithDatabase(subject)));
        if (!speed.sinks().isEmpty()) {
            List<RunFigures> all = speed.runs(Subject.ALL);
            double sinks = SpeedResult.detailNanosWithDatabase(speed.sinks());
            double recordsOfRow = speed.load().receipts() / SpeedResult.detailRowCount(all);
            margins.add(new Margin(
                    Goals.OF_SINKS,
                    sinks / Goals.SINKS,
                    sinks,
                    speed.wholeNanos(Subject.ALL)
                            * speed.wholeCpuRatio(Subject.ALL).orElseThrow()
                            * recordsOfRow,
                    SpeedResult.detailNanosWithDatabase(all)));
        }
        return margins;
    }

    /** What is left for the job's own work. */
    double left() {
        return allowed - writing - reading;
    }

    /** What the job's own work took. */
    double own() {
        return measured - writing - reading;
    }

    /** A line each. */
    static TextTable table(List<Margin> margins) {
        TextTable table = new TextTable(
                TextTable.Column.left("CPU ns that a goal leaves"),
                TextTable.Column.right("allowed"),
                TextTable.Column.right("for writing"),
                TextTable.Column.right("reading as the floor"),
                TextTable.Column.right("left"),
                TextTable.Column.right("the job's own work took"));
        for (Margin margin : margins) {
            table.add(
                    margin.goal(),
                    Figures.whole(margin.allowed()),
                    Figures.whole(margin.writing()),
                    Figures.whole(margin.reading()),
                    Figures.whole(margin.left()),
                    Figures.whole(margin.own()));
        }
        return table;
    }
}

package dev.pennant.bench.micro;

import dev.pennant.bench.report.Figures;
import dev.pennant.bench.report.Goal;
import dev.pennant.bench.report.Section;
import dev.pennant.core.standings.ScorerBenchmark;
import dev.pennant.text.TextTable;
import java.util.ArrayList;
import java.util.List;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

/** What it takes to score and rank a competition again when a figure has changed. */
public final class ScoringSpeed {
    private static final String RANK = "rank";
    private static final String UPDATE = "update";
    private static final String TOWNSHIPS = "72x14";
    private static final String VILLAGES = "10000x20";
    private static final double MOST_MICROS_TO_RANK = 50;
    private static final double MOST_MICROS_TO_UPDATE = 1_000_000;

    private ScoringSpeed() {}

    /** Measures by JMH, in processes of its own. */
    public static Section measure() throws RunnerException {
        TextTable table = new TextTable(
                TextTable.Column.left("what"),
                TextTable.Column.left("units × indicators"),
                TextTable.Column.right("µs"),
                TextTable.Column.right("±"));
        List<Goal> goals = new ArrayList<>();
        for (RunResult result : new Runner(new OptionsBuilder()
                        .include(ScorerBenchmark.class.getName())
                        .shouldFailOnError(true)
                        .verbosity(VerboseMode.SILENT)
                        .build())
                .run()) {
            String what = result.getPrimaryResult().getLabel();
            String size = result.getParams().getParam("size");
            double micros = result.getPrimaryResult().getScore();
            table.add(
                    what,
                    size.replace("x", " × "),
                    Figures.whole(micros),
                    Figures.whole(result.getPrimaryResult().getScoreError()));
            if (what.equals(RANK) && size.equals(TOWNSHIPS)) {
                goals.add(Goal.atMost("rank 72 units by 14 indicators", " µs", MOST_MICROS_TO_RANK, micros));
            }
            if (what.equals(UPDATE) && size.equals(VILLAGES)) {
                goals.add(Goal.atMost("update 10 000 units by 20 indicators", " µs", MOST_MICROS_TO_UPDATE, micros));
            }
        }
        return new Section(
                "Scoring",
                "A figure of one unit is replaced, and all units are scored and ranked whole (rank); the same after a figure was replaced in every indicator"
                        + " (rankAfterAllChanged); and the snapshot is told, with what moved and every point of it (update).",
                table,
                goals);
    }
}

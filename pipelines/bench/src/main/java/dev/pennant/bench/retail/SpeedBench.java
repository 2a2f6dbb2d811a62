package dev.pennant.bench.retail;

import dev.pennant.bench.check.Differences;
import dev.pennant.bench.report.Figures;
import dev.pennant.bench.run.RunFigures;
import dev.pennant.bench.run.Site;
import dev.pennant.bench.run.Subject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;

/** Measures the floor and the job by turns on one load, so that whatever else the machine does meets both, and checks every table at the end. */
final class SpeedBench {
    private final BenchSettings settings;
    private final Consumer<String> messages;

    SpeedBench(BenchSettings settings, Consumer<String> messages) {
        this.settings = settings;
        this.messages = messages;
    }

    /**
     * Measures.
     *
     * @param subjects what is run in each pair: the first of them, the floor where it is compared with, before the others and after them by turns
     * @param sinks whether the sinks alone are measured too, after each run that writes all tables, with as many rows as it wrote
     * @param once what is run in the last pair only
     */
    SpeedResult measure(ReceiptLoad load, List<Subject> subjects, boolean sinks, List<Subject> once)
            throws IOException, InterruptedException, ExecutionException {
        Map<Subject, List<RunFigures>> runs = new EnumMap<>(Subject.class);
        Map<Subject, Differences> checks = new EnumMap<>(Subject.class);
        List<RunFigures> written = new ArrayList<>();
        try (Site site = Site.start(settings.site(), load, messages)) {
            messages.accept("The oracle counts " + load.receipts() + " receipts …");
            try (Oracle oracle = Oracle.count(site, load)) {
                for (int pair = 1; pair <= settings.pairs(); pair++) {
                    boolean last = pair == settings.pairs();
                    for (Subject subject : order(pair, subjects, last ? once : List.of())) {
                        RunFigures figures = site.run(subject);
                        runs.computeIfAbsent(subject, first -> new ArrayList<>())
                                .add(figures);
                        tell(load, pair, subject, figures);
                        if (last && subject.isJob()) {
                            checks.put(subject, oracle.check(subject));
                        }
                        if (sinks && subject == Subject.ALL) {
                            written.add(site.write(SpeedResult.detailRows(figures)));
                        }
                    }
                }
                return new SpeedResult(load, site.databaseVersion(), oracle.distinct(), runs, written, checks);
            }
        }
    }

    private static List<Subject> order(int pair, List<Subject> subjects, List<Subject> once) {
        List<Subject> order = new ArrayList<>(subjects);
        if (pair % 2 == 0) {
            Collections.rotate(order, -1);
        }
        order.addAll(once);
        return order;
    }

    private void tell(ReceiptLoad load, int pair, Subject subject, RunFigures figures) {
        messages.accept(load.shape().id() + ", pair " + pair + ", " + subject.title() + ": "
                + Figures.millions(figures.steady().rate()) + " records/s, "
                + Figures.whole(figures.steady().nanosPerRecord()) + " ns CPU a record");
    }
}

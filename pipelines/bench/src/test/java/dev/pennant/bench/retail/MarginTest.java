package dev.pennant.bench.retail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.pennant.bench.retail.feed.Shape;
import dev.pennant.bench.run.RunFigures;
import dev.pennant.bench.run.Subject;
import dev.pennant.bench.run.Window;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class MarginTest {
    private static final long RECORDS = 1000;
    private static final Offset<Double> ROUNDED = within(1e-6);

    @Test
    void byCpuTimeDatabasesAreFreeAndByRateTheyAreNot() {
        List<Margin> margins =
                Margin.of(result(Shape.DENSE, Map.of(Subject.FLOOR, run(240, 0, 0), Subject.ALL, run(350, 60, 500))));

        assertThat(margins).hasSize(2);
        Margin byCpu = margins.get(0);
        assertThat(byCpu.goal()).endsWith("by CPU time");
        assertThat(byCpu.allowed()).isCloseTo(300, ROUNDED);
        assertThat(byCpu.left()).isCloseTo(60, ROUNDED);
        assertThat(byCpu.own()).isCloseTo(110, ROUNDED);
        Margin byRate = margins.get(1);
        assertThat(byRate.goal()).endsWith("by rate");
        assertThat(byRate.left()).isCloseTo(0, ROUNDED);
        assertThat(byRate.own()).isCloseTo(110, ROUNDED);
    }

    @Test
    void aRowOfDetailsIsPaidForReadingEveryRecordThatWentIntoIt() {
        Map<Subject, RunFigures> runs = Map.of(
                Subject.FLOOR, run(250, 0, 0),
                Subject.INDICATORS, run(350, 20, 0),
                Subject.ALL, run(800, 400, 500),
                Subject.SINKS, run(400, 400, 500));
        Margin ofSinks = Margin.of(result(Shape.SPARSE, runs)).get(2);

        assertThat(ofSinks.goal()).isEqualTo(Goals.OF_SINKS);
        assertThat(ofSinks.writing()).as("1000 records, 500 rows").isCloseTo(1600, ROUNDED);
        assertThat(ofSinks.allowed()).isCloseTo(2000, ROUNDED);
        assertThat(ofSinks.reading()).isCloseTo(500, ROUNDED);
        assertThat(ofSinks.left()).isCloseTo(-100, ROUNDED);
        assertThat(ofSinks.own()).isCloseTo(300, ROUNDED);
    }

    @Test
    void whatWasNotMeasuredHasNoMargin() {
        Map<Subject, RunFigures> runs = Map.of(Subject.FLOOR, run(250, 0, 0), Subject.INDICATORS, run(350, 20, 0));

        assertThat(Margin.of(result(Shape.SPARSE, runs)))
                .extracting(Margin::goal)
                .noneMatch(Goals.OF_SINKS::equals)
                .hasSize(2);
    }

    private static SpeedResult result(Shape shape, Map<Subject, RunFigures> each) {
        return new SpeedResult(
                new ReceiptLoad(shape, RECORDS, 1, 1000),
                "26",
                RECORDS,
                new Turns(List.of(each)),
                Map.of(),
                Optional.empty());
    }

    private static RunFigures run(double jobNanos, double databaseNanos, long rows) {
        Window window = new Window(RECORDS, 1, jobNanos * RECORDS / 1e9, 0, databaseNanos * RECORDS / 1e9);
        return new RunFigures(
                window,
                window,
                Map.of(),
                Map.of("pennant.retail_hour_latest", rows, "indicator-values", 7L),
                List.of(),
                0);
    }
}

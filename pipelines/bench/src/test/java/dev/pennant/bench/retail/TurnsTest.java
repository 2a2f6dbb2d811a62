package dev.pennant.bench.retail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.pennant.bench.run.RunFigures;
import dev.pennant.bench.run.Subject;
import dev.pennant.bench.run.Window;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TurnsTest {
    @Test
    void aMachineThatSlowsDownBetweenTurnsChangesNoRatio() {
        Turns turns = new Turns(List.of(
                Map.of(Subject.FLOOR, run(200), Subject.ALL, run(250)),
                Map.of(Subject.FLOOR, run(400), Subject.ALL, run(500)),
                Map.of(Subject.FLOOR, run(800), Subject.ALL, run(1600))));

        assertThat(turns.ratio(Subject.FLOOR, Subject.ALL, TurnsTest::nanos).orElseThrow())
                .isCloseTo(0.8, within(1e-9));
    }

    @Test
    void aTurnOfOneAloneIsAmongItsRunsAndInNoRatio() {
        Turns turns = new Turns(List.of(
                Map.of(Subject.FLOOR, run(300), Subject.ALL, run(400)),
                Map.of(Subject.ALL, run(900), Subject.SINKS, run(450))));

        assertThat(turns.of(Subject.ALL)).extracting(TurnsTest::nanos).containsExactly(400.0, 900.0);
        assertThat(turns.ratio(Subject.FLOOR, Subject.ALL, TurnsTest::nanos).orElseThrow())
                .isCloseTo(0.75, within(1e-9));
        assertThat(turns.ratio(Subject.FLOOR, Subject.SINKS, TurnsTest::nanos)).isEmpty();
        assertThat(turns.subjects()).containsExactly(Subject.FLOOR, Subject.ALL, Subject.SINKS);
    }

    private static double nanos(RunFigures run) {
        return run.steady().nanosPerRecord();
    }

    private static RunFigures run(double nanosPerRecord) {
        Window window = new Window(1_000_000_000, 1, nanosPerRecord, 0, 0);
        return new RunFigures(window, window, Map.of(), Map.of(), List.of(), 0);
    }
}

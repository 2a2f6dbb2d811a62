package dev.pennant.bench.process;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CpuTimeTest {
    @Test
    void userAndSystemTimeAreAddedWhateverTheCommandIsCalled() {
        String stat = "4711 (a (b) c) S 1 4711 4711 0 -1 4194560 9 8 7 6 1234 66 5 4 20 0 33 0 100 0 0";

        assertThat(CpuTime.inStat(stat)).isEqualTo(13.0);
    }

    @Test
    void thisProcessHasTakenSome() throws Exception {
        assertThat(CpuTime.of(ProcessHandle.current().pid())).isPositive();
    }
}

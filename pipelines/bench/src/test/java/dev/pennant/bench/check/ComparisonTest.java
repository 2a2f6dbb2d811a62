package dev.pennant.bench.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ComparisonTest {
    private final Comparison comparison = new Comparison();

    @Test
    void whatIsEqualIsCounted() {
        comparison.cell("hour 1", "5\t0\t1", "5\t0\t1");
        comparison.cell("hour 2", null, null);
        comparison.cell("days", new int[] {1, 2}, new int[] {1, 2});
        comparison.size("hours", 3, 3);

        assertThat(comparison.differences().none()).isTrue();
        assertThat(comparison.differences().sentences("job")).containsExactly("job: 3 cells equal the batch oracle's");
    }

    @Test
    void whatDiffersOrIsMissingOrTooMuchIsSaid() {
        comparison.cell("hour 1", "5\t0\t1", "6\t0\t1");
        comparison.cell("hour 2", null, 7);
        comparison.cell("days", new int[] {1}, new int[] {2});
        comparison.size("hours", 3, 4);

        assertThat(comparison.differences().none()).isFalse();
        assertThat(comparison.differences().sentences("job"))
                .containsExactly(
                        "job: 3 cells compared, 4 DIFFER",
                        "hour 1: the job has 5 0 1, the oracle 6 0 1",
                        "hour 2: the job has null, the oracle 7",
                        "days: the job has [1], the oracle [2]",
                        "hours: the job has 3 cells, the oracle 4");
    }

    @Test
    void onlyTheFirstAreSaidButAllAreCounted() {
        for (int cell = 0; cell < 25; cell++) {
            comparison.cell("cell " + cell, cell, -1);
        }

        assertThat(comparison.differences().count()).isEqualTo(25);
        assertThat(comparison.differences().first()).hasSize(10);
    }
}

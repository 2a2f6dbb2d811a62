package dev.pennant.bench.retail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class MediansTest {
    @Test
    void theMedianIsTheOneInTheMiddleOrTheMeanOfTheTwo() {
        assertThat(Medians.of(List.of(9, 1, 4), Integer::doubleValue)).isEqualTo(4);
        assertThat(Medians.of(List.of(9, 1, 4, 6), Integer::doubleValue)).isEqualTo(5);
        assertThat(Medians.of(List.of(7), Integer::doubleValue)).isEqualTo(7);
    }

    @Test
    void ofNothingThereIsNone() {
        assertThatThrownBy(() -> Medians.of(List.<Integer>of(), Integer::doubleValue))
                .isInstanceOf(IllegalArgumentException.class);
    }
}

package dev.pennant.jobs.revenue;

import static dev.pennant.jobs.revenue.SampleFilings.CLOCK;
import static dev.pennant.jobs.revenue.SampleFilings.DANGHU;
import static dev.pennant.jobs.revenue.SampleFilings.INDICATORS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pennant.core.indicator.Coverage;
import dev.pennant.core.indicator.IndicatorValue;
import dev.pennant.core.indicator.Money;
import dev.pennant.core.period.CumulativePeriod;
import dev.pennant.core.revenue.UnitChange;
import dev.pennant.core.revenue.YearOverYear;
import java.time.Duration;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;

final class SumUnitsTest {
    private static final String INDICATOR = "service-revenue";
    private static final UnitChange ROSTER =
            new UnitChange.OfRoster(DANGHU, INDICATOR, YearMonth.parse("2020-01"), Optional.empty(), 2);

    @Test
    void emitsWhatChangedTogetherOnceInAnInterval() throws Exception {
        try (KeyedOneInputStreamOperatorTestHarness<String, UnitChange, IndicatorValue> sums = harness()) {
            sums.open();
            sums.processElement(ROSTER, 0);
            sums.processElement(total("2020-10", 5), 0);
            sums.processElement(total("2020-10", 7), 0);
            assertThat(sums.extractOutputValues()).isEmpty();

            sums.setProcessingTime(200);

            assertThat(sums.extractOutputValues()).singleElement().satisfies(value -> {
                assertThat(value.value()).isEqualByComparingTo("0.00000012");
                assertThat(value.coverage()).isEqualTo(new Coverage(2, 2));
            });
            sums.setProcessingTime(1_000);
            assertThat(sums.extractOutputValues()).hasSize(1);
        }
    }

    @Test
    void emitsEverythingBeforeACheckpointSoThatNothingIsLostByRestoringIt() throws Exception {
        OperatorSubtaskState checkpoint;
        try (KeyedOneInputStreamOperatorTestHarness<String, UnitChange, IndicatorValue> sums = harness()) {
            sums.open();
            sums.processElement(total("2020-10", 5), 0);
            sums.prepareSnapshotPreBarrier(1);
            assertThat(sums.extractOutputValues()).hasSize(1);
            checkpoint = sums.snapshot(1, 1);
        }
        try (KeyedOneInputStreamOperatorTestHarness<String, UnitChange, IndicatorValue> restored = harness()) {
            restored.initializeState(checkpoint);
            restored.open();
            restored.processElement(total("2020-10", 7), 0);
            restored.endInput();
            assertThat(restored.extractOutputValues()).singleElement().satisfies(value -> assertThat(value.value())
                    .isEqualByComparingTo("0.00000012"));
        }
    }

    @Test
    void aRestoredRunOutvotesWhatTheLostOneWrote() throws Exception {
        OperatorSubtaskState checkpoint;
        List<IndicatorValue> lost;
        try (KeyedOneInputStreamOperatorTestHarness<String, UnitChange, IndicatorValue> sums = harness()) {
            sums.open();
            sums.processElement(total("2020-10", 5), 0);
            checkpoint = sums.snapshot(1, 1);
            sums.processElement(total("2020-10", 6), 0);
            sums.processElement(total("2020-10", 7), 0);
            sums.endInput();
            lost = sums.extractOutputValues();
        }
        try (KeyedOneInputStreamOperatorTestHarness<String, UnitChange, IndicatorValue> restored = harness()) {
            restored.initializeState(checkpoint);
            restored.open();
            restored.processElement(total("2020-10", 6), 0);
            restored.endInput();
            long wins = restored.extractOutputValues().get(0).version().packed();
            assertThat(lost).allSatisfy(value -> assertThat(
                            Long.compareUnsigned(wins, value.version().packed()))
                    .isPositive());
        }
    }

    @Test
    void aRosterChangeEmitsThePeriodsAlreadyReported() throws Exception {
        try (KeyedOneInputStreamOperatorTestHarness<String, UnitChange, IndicatorValue> sums = harness()) {
            sums.open();
            sums.processElement(total("2019-10", 5), 0);
            sums.processElement(total("2020-10", 5), 0);
            sums.setProcessingTime(20);
            sums.getOutput().clear();

            sums.processElement(ROSTER, 0);
            sums.setProcessingTime(400);

            assertThat(sums.extractOutputValues()).singleElement().satisfies(value -> {
                assertThat(value.period()).isEqualTo(CumulativePeriod.parse("2020-10"));
                assertThat(value.coverage()).isEqualTo(new Coverage(1, 2));
            });
        }
    }

    private static UnitChange total(String period, long yuan) {
        YearOverYear amounts = new YearOverYear(new Money(yuan * 100), new Money(100));
        return new UnitChange.OfTotal(DANGHU, INDICATOR, CumulativePeriod.parse(period), amounts, 1, 0);
    }

    private static KeyedOneInputStreamOperatorTestHarness<String, UnitChange, IndicatorValue> harness()
            throws Exception {
        return new KeyedOneInputStreamOperatorTestHarness<>(
                new SumUnits(INDICATORS, Duration.ofMillis(200), CLOCK), SumUnits.UnitIndicator::keyOf, Types.STRING);
    }
}

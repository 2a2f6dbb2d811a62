package dev.pennant.jobs.revenue;

import static dev.pennant.jobs.revenue.SampleFilings.CLOCK;
import static dev.pennant.jobs.revenue.SampleFilings.DANGHU;
import static dev.pennant.jobs.revenue.SampleFilings.INDICATORS;
import static dev.pennant.jobs.revenue.SampleFilings.ZHONGDAI;
import static dev.pennant.jobs.revenue.SampleFilings.entry;
import static dev.pennant.jobs.revenue.SampleFilings.received;
import static dev.pennant.jobs.revenue.SampleFilings.registration;
import static dev.pennant.jobs.revenue.SampleFilings.report;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pennant.core.revenue.RevenueLedger.Filing;
import dev.pennant.core.revenue.UnitChange;
import dev.pennant.jobs.deadletters.DeadLetters;
import dev.pennant.jobs.flink.ValueType;
import java.util.List;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.co.KeyedCoProcessOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedTwoInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;

final class FileReportsTest {
    @Test
    void aReportWithoutARegistrationIsHeldAndJoinsWhenOneArrives() throws Exception {
        try (Harness filing = harness("catalogue")) {
            filing.open();
            filing.processElement2(received(0, report("E1", "2020-10", 5, 4, 0)), 0);
            assertThat(filing.extractOutputValues()).isEmpty();
            assertThat(contributions(filing)).singleElement().satisfies(held -> assertThat(
                            held.contribution().registration())
                    .isEmpty());

            filing.processElement1(entry(0, registration("E1", DANGHU, "2020-01")), 0);

            assertThat(filing.extractOutputValues())
                    .filteredOn(UnitChange.OfTotal.class::isInstance)
                    .extracting(UnitChange::indicator)
                    .containsExactly("service-revenue", "service-revenue-designated");
        }
    }

    @Test
    void anEqualOrOlderRevisionChangesNothingAndIsLoggedAsSuperseded() throws Exception {
        try (Harness filing = harness("catalogue")) {
            filing.open();
            filing.processElement2(received(0, report("E1", "2020-10", 5, 4, 2)), 0);
            filing.processElement2(received(1, report("E1", "2020-10", 5, 4, 2)), 0);
            filing.processElement2(received(2, report("E1", "2020-10", 9, 9, 1)), 0);

            assertThat(filing.getSideOutput(FileReports.LOGGED))
                    .extracting(logged -> logged.getValue().filing())
                    .containsExactly(Filing.APPLIED, Filing.SUPERSEDED, Filing.SUPERSEDED);
            assertThat(contributions(filing)).hasSize(1);
        }
    }

    @Test
    void theSameRevisionWithOtherFiguresIsADeadLetter() throws Exception {
        try (Harness filing = harness("catalogue")) {
            filing.open();
            filing.processElement2(received(0, report("E1", "2020-10", 5, 4, 0)), 0);
            filing.processElement2(received(1, report("E1", "2020-10", 6, 4, 0)), 0);

            assertThat(filing.getSideOutput(DeadLetters.TAG))
                    .extracting(letter -> letter.getValue().reason())
                    .containsExactly("conflicting-revision");
            assertThat(filing.getSideOutput(FileReports.LOGGED)).hasSize(1);
        }
    }

    @Test
    void aMoveTakesTheContributionFromOneUnitToTheOtherAlsoAfterARestore() throws Exception {
        OperatorSubtaskState checkpoint;
        try (Harness filing = harness("catalogue")) {
            filing.open();
            filing.processElement1(entry(0, registration("E1", DANGHU, "2020-01")), 0);
            filing.processElement2(received(0, report("E1", "2020-10", 5, 4, 0)), 0);
            checkpoint = filing.snapshot(1, 1);
        }
        try (Harness restored = harness("catalogue")) {
            restored.initializeState(checkpoint);
            restored.open();
            restored.processElement1(entry(1, registration("E1", ZHONGDAI, "2020-06")), 0);

            assertThat(restored.extractOutputValues())
                    .filteredOn(change -> change.indicator().equals("service-revenue"))
                    .filteredOn(UnitChange.OfTotal.class::isInstance)
                    .extracting(change -> change.unit() + " " + ((UnitChange.OfTotal) change).reports())
                    .containsExactlyInAnyOrder(DANGHU + " -1", ZHONGDAI + " 1");
        }
    }

    @Test
    void sumsMadeByOtherDefinitionsAreNotContinued() throws Exception {
        OperatorSubtaskState checkpoint;
        try (Harness filing = harness("catalogue")) {
            filing.open();
            checkpoint = filing.snapshot(1, 1);
        }
        try (Harness restored = harness("another catalogue")) {
            assertThatThrownBy(() -> restored.initializeState(checkpoint))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("start the job without a checkpoint");
        }
    }

    private static List<StandingContribution> contributions(Harness filing) {
        return filing.getSideOutput(FileReports.CONTRIBUTIONS).stream()
                .map(StreamRecord::getValue)
                .toList();
    }

    private static Harness harness(String definitions) throws Exception {
        return new Harness(definitions);
    }

    private static final class Harness
            extends KeyedTwoInputStreamOperatorTestHarness<String, RegistryEntry, ReceivedReport, UnitChange> {
        private Harness(String definitions) throws Exception {
            super(
                    new KeyedCoProcessOperator<>(new FileReports(INDICATORS, definitions, CLOCK)),
                    RegistryEntry::enterpriseId,
                    received -> received.report().enterpriseId(),
                    Types.STRING);
            setup(ValueType.of(new UnitChangeFormat()).createSerializer(new SerializerConfigImpl()));
        }
    }
}

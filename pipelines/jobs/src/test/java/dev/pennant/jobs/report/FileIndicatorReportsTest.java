package dev.pennant.jobs.report;

import static dev.pennant.jobs.report.SampleReports.CATALOGUE;
import static dev.pennant.jobs.report.SampleReports.CLOCK;
import static dev.pennant.jobs.report.SampleReports.DANGHU;
import static dev.pennant.jobs.report.SampleReports.TOWER;
import static dev.pennant.jobs.report.SampleReports.noTower;
import static dev.pennant.jobs.report.SampleReports.received;
import static dev.pennant.jobs.report.SampleReports.report;
import static dev.pennant.jobs.report.SampleReports.tower;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pennant.core.indicator.IndicatorValue;
import dev.pennant.core.report.Filing;
import dev.pennant.core.report.ReportedIndicator;
import dev.pennant.jobs.deadletters.DeadLetters;
import dev.pennant.jobs.flink.ValueType;
import dev.pennant.jobs.indicator.IndicatorValueFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.co.KeyedCoProcessOperator;
import org.apache.flink.streaming.util.KeyedTwoInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;

final class FileIndicatorReportsTest {
    private static final List<ReportedIndicator> INDICATORS = CATALOGUE.reportedIndicators();

    @Test
    void aReportOfAnUnknownUnitIsHeldAndJoinsWhenItRegisters() throws Exception {
        try (Harness filing = new Harness(INDICATORS)) {
            filing.open();
            filing.processElement2(received(0, report(TOWER, "64", 0)), 0);
            assertThat(filing.extractOutputValues()).isEmpty();

            filing.processElement1(tower(DANGHU), 0);

            assertThat(shown(filing.extractOutputValues()))
                    .containsEntry(TOWER, "64 1/1")
                    .containsEntry(DANGHU, "64 1/1")
                    .containsEntry("330482", "64 1/9")
                    .containsEntry("3304", "64 1/7");
        }
    }

    @Test
    void theSameRevisionWithOtherFiguresIsADeadLetterAndAnOlderOneIsLogged() throws Exception {
        try (Harness filing = new Harness(INDICATORS)) {
            filing.open();
            filing.processElement2(received(0, report(DANGHU, "64", 1)), 0);
            filing.processElement2(received(1, report(DANGHU, "65", 1)), 0);
            filing.processElement2(received(2, report(DANGHU, "66", 0)), 0);

            assertThat(filing.getSideOutput(DeadLetters.TAG))
                    .extracting(letter -> letter.getValue().reason())
                    .containsExactly("conflicting-revision");
            assertThat(filing.getSideOutput(FileIndicatorReports.LOGGED))
                    .extracting(logged -> logged.getValue().filing())
                    .containsExactly(Filing.APPLIED, Filing.SUPERSEDED);
            assertThat(shown(filing.extractOutputValues())).containsEntry("3304", "64 1/7");
        }
    }

    @Test
    void killedAndRestoredAtAnyMomentItEndsOnTheSameValuesWithGreaterVersions() throws Exception {
        List<Step> season = List.of(
                harness -> harness.processElement2(received(0, report(TOWER, "5", 0)), 0),
                harness -> harness.processElement1(tower(DANGHU), 0),
                harness -> harness.processElement2(received(1, report("330482002", "7", 0)), 0),
                harness -> harness.processElement2(received(2, report(TOWER, "6", 1)), 0),
                harness -> harness.processElement1(noTower(), 0),
                harness -> harness.processElement1(tower(DANGHU), 0),
                harness -> harness.processElement2(received(3, report("330482002", "8", 1)), 0));
        for (int kill = 0; kill <= season.size(); kill++) {
            List<IndicatorValue> values = new ArrayList<>();
            OperatorSubtaskState checkpoint;
            try (Harness first = new Harness(INDICATORS)) {
                first.open();
                for (Step step : season.subList(0, kill)) {
                    step.in(first);
                }
                checkpoint = first.snapshot(1, 1);
                values.addAll(first.extractOutputValues());
            }
            try (Harness second = new Harness(INDICATORS)) {
                second.initializeState(checkpoint);
                second.open();
                for (Step step : season.subList(kill, season.size())) {
                    step.in(second);
                }
                values.addAll(second.extractOutputValues());
            }
            assertThat(shown(values))
                    .as("killed after " + kill)
                    .containsEntry(TOWER, "6 1/1")
                    .containsEntry(DANGHU, "6 1/1")
                    .containsEntry("330482", "14 2/9")
                    .containsEntry("3304", "14 1/7");
        }
    }

    @Test
    void sumsMadeByOtherDefinitionsAreNotContinued() throws Exception {
        OperatorSubtaskState checkpoint;
        try (Harness filing = new Harness(INDICATORS)) {
            filing.open();
            checkpoint = filing.snapshot(1, 1);
        }
        try (Harness restored = new Harness(INDICATORS.subList(0, 1))) {
            assertThatThrownBy(() -> restored.initializeState(checkpoint))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("start the job without a checkpoint");
        }
    }

    /** Of each unit the value of the greatest version, as the table keeps it. */
    private static Map<String, String> shown(List<IndicatorValue> values) {
        Map<String, IndicatorValue> latest = new TreeMap<>();
        for (IndicatorValue value : values) {
            latest.merge(
                    value.unit(),
                    value,
                    (before, now) -> now.version().packed() > before.version().packed() ? now : before);
        }
        Map<String, String> shown = new TreeMap<>();
        latest.forEach((unit, value) -> shown.put(
                unit,
                value.value().stripTrailingZeros().toPlainString() + " "
                        + value.coverage().reported() + "/" + value.coverage().expected()));
        return shown;
    }

    /** One message of a season. */
    private interface Step {
        void in(Harness harness) throws Exception;
    }

    private static final class Harness
            extends KeyedTwoInputStreamOperatorTestHarness<String, UnitNews, ReceivedIndicatorReport, IndicatorValue> {
        private Harness(List<ReportedIndicator> indicators) throws Exception {
            super(
                    new KeyedCoProcessOperator<>(new FileIndicatorReports(indicators, CATALOGUE.upperUnits(), CLOCK)),
                    UnitNews::indicator,
                    received -> received.report().indicator(),
                    Types.STRING);
            setup(ValueType.of(new IndicatorValueFormat()).createSerializer(new SerializerConfigImpl()));
        }
    }
}

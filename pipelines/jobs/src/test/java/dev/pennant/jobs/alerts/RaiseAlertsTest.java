package dev.pennant.jobs.alerts;

import static dev.pennant.jobs.alerts.SampleAlerts.CLOCK;
import static dev.pennant.jobs.alerts.SampleAlerts.DANGHU;
import static dev.pennant.jobs.alerts.SampleAlerts.NOW;
import static dev.pennant.jobs.alerts.SampleAlerts.REVENUE;
import static dev.pennant.jobs.alerts.SampleAlerts.figures;
import static dev.pennant.jobs.alerts.SampleAlerts.growth;
import static dev.pennant.jobs.alerts.SampleAlerts.negative;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pennant.core.alerts.Alert;
import dev.pennant.core.alerts.AlertWords;
import dev.pennant.core.catalogue.AlertRuleReader;
import dev.pennant.core.catalogue.Catalogue;
import dev.pennant.core.catalogue.WrittenRule;
import dev.pennant.core.filing.Verdict;
import dev.pennant.core.indicator.Coverage;
import dev.pennant.core.indicator.Growth;
import dev.pennant.core.indicator.IndicatorValue;
import dev.pennant.core.indicator.Measure;
import dev.pennant.core.indicator.Version;
import dev.pennant.core.period.SingleDay;
import dev.pennant.jobs.flink.ValueType;
import dev.pennant.jobs.indicator.IndicatorEvents;
import dev.pennant.jobs.kafka.Origin;
import dev.pennant.jobs.kafka.RawRecord;
import dev.pennant.schemas.EventCodec;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
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

final class RaiseAlertsTest {
    private static final AlertRuleReader READER = new AlertRuleReader(Catalogue.shipped());

    @Test
    void aCauseThatHasToHoldFiresWhenItsTimeHasComeAlsoAfterARestore() throws Exception {
        OperatorSubtaskState checkpoint;
        try (Harness raising = new Harness()) {
            raising.open();
            raising.setProcessingTime(NOW.toEpochMilli());
            raising.processElement1(new RuleNews(REVENUE, "negative", negative(10)), 0);
            raising.processElement2(figures(growth("2020-10", "-3.2", 1)), 0);
            assertThat(states(raising.extractOutputValues())).containsEntry("2020-10", "pending holding");
            checkpoint = raising.snapshot(1, 1);
        }
        try (Harness restored = new Harness()) {
            restored.initializeState(checkpoint);
            restored.open();
            restored.setProcessingTime(NOW.plus(Duration.ofMinutes(10)).toEpochMilli() - 1);
            assertThat(restored.extractOutputValues()).isEmpty();
            restored.setProcessingTime(NOW.plus(Duration.ofMinutes(10)).toEpochMilli());
            assertThat(states(restored.extractOutputValues())).containsEntry("2020-10", "firing cause-stands");
        }
    }

    @Test
    void killedAndRestoredAtAnyMomentItEndsOnTheSameAlertsWithGreaterVersions() throws Exception {
        List<Step> season = List.of(
                harness -> harness.processElement2(figures(growth("2020-09", "-1", 0)), 0),
                harness -> harness.processElement1(new RuleNews(REVENUE, "negative", negative(0)), 0),
                harness -> harness.processElement2(figures(growth("2020-10", "-3.2", 1)), 0),
                harness -> harness.processElement2(figures(growth("2020-10", "-3.2", 1)), 0),
                harness -> harness.processElement2(figures(growth("2020-11", "-2", 2)), 0),
                harness -> harness.processElement2(figures(growth("2020-11", "2", 3)), 0),
                harness -> harness.processElement2(figures(growth("2020-09", "1", 4)), 0));
        for (int kill = 0; kill <= season.size(); kill++) {
            List<Alert> alerts = new ArrayList<>();
            OperatorSubtaskState checkpoint;
            try (Harness first = new Harness()) {
                first.open();
                for (Step step : season.subList(0, kill)) {
                    step.in(first);
                }
                checkpoint = first.snapshot(1, 1);
                alerts.addAll(first.extractOutputValues());
            }
            try (Harness second = new Harness()) {
                second.initializeState(checkpoint);
                second.open();
                for (Step step : season.subList(kill, season.size())) {
                    step.in(second);
                }
                alerts.addAll(second.extractOutputValues());
            }
            assertThat(states(alerts))
                    .as("killed after " + kill)
                    .isEqualTo(Map.of(
                            "2020-09", "withdrawn revised",
                            "2020-10", "resolved cleared",
                            "2020-11", "withdrawn revised"));
            assertThat(alerts)
                    .extracting(alert -> alert.version().packed())
                    .isSorted()
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void aRuleThatNoLongerWatchesASubjectWithdrawsWhatItRaised() throws Exception {
        try (Harness raising = new Harness()) {
            raising.open();
            raising.processElement1(new RuleNews(REVENUE, "negative", negative(0)), 0);
            raising.processElement2(figures(growth("2020-10", "-3.2", 1)), 0);
            raising.processElement1(new RuleNews(REVENUE, "negative", ""), 0);

            assertThat(states(raising.extractOutputValues())).containsEntry("2020-10", "withdrawn rule-changed");
            assertThat(raising.extractOutputValues().get(0).message())
                    .isEqualTo(DANGHU + "service-revenue2020-10增速-3.20%");
        }
    }

    /** The shipped rule of three hours, by values as the job of the air tells them. */
    @Test
    void threeHoursOfPollutedAirFireAtOnceAreClearedByTheNextDaysAndWithdrawnByACorrection() throws Exception {
        WrittenRule rule = Catalogue.shipped().alertRules().stream()
                .filter(written -> written.rule().id().equals("air-polluted-three-hours"))
                .findFirst()
                .orElseThrow();
        try (Harness raising = new Harness()) {
            raising.open();
            raising.processElement1(
                    new RuleNews("indicator/air-aqi-3h", rule.rule().id(), rule.text()), 0);

            raising.processElement2(threeHours(7, "150", 3, 1), 0);
            assertThat(raising.extractOutputValues()).isEmpty();

            raising.processElement2(threeHours(7, "160", 4, 2), 0);
            assertThat(raising.extractOutputValues()).singleElement().satisfies(alert -> {
                assertThat(alert.state().id()).isEqualTo("firing");
                assertThat(alert.message()).isEqualTo(DANGHU + "10月7日4时连续3小时空气质量不优于160.00，超过150.00");
            });

            raising.processElement2(threeHours(8, "0", 0, 3), 0);
            assertThat(states(raising.extractOutputValues()))
                    .containsOnly(Map.entry("2020-10-07", "firing cause-stands"));

            raising.processElement2(threeHours(8, "40", 3, 4), 0);
            assertThat(states(raising.extractOutputValues())).containsOnly(Map.entry("2020-10-07", "resolved cleared"));

            raising.processElement2(threeHours(8, "170", 9, 5), 0);
            assertThat(states(raising.extractOutputValues()))
                    .containsEntry("2020-10-07", "resolved continued")
                    .containsEntry("2020-10-08", "firing cause-stands");

            raising.processElement2(threeHours(8, "60", 9, 6), 0);
            raising.processElement2(threeHours(7, "0", 0, 7), 0);
            assertThat(states(raising.extractOutputValues()))
                    .containsEntry("2020-10-07", "withdrawn revised")
                    .containsEntry("2020-10-08", "withdrawn revised");
        }
    }

    /** What was reached on a day of October by an hour; none are measured where there is no run. */
    private static SubjectFigures threeHours(int day, String aqi, int measured, int version) throws Exception {
        IndicatorValue value = new IndicatorValue(
                "air-aqi-3h",
                DANGHU,
                new SingleDay(LocalDate.of(2020, 10, day), Math.max(measured, 1)),
                new Measure("AQI"),
                new BigDecimal(aqi).setScale(Measure.DECIMALS),
                null,
                Growth.NOT_MEANINGFUL,
                new Coverage(measured, 24, 20, false),
                true,
                new Version(1, version),
                NOW);
        byte[] event = EventCodec.of(dev.pennant.schemas.event.IndicatorValue.class)
                .encode(new IndicatorEvents().eventOf(value));
        Verdict<SubjectFigures> read = new ReadFigures(CLOCK)
                .read(new RawRecord(new Origin("indicator-values", 0, 0), NOW, new byte[0], event));
        return ((Verdict.Accepted<SubjectFigures>) read).value();
    }

    /** Of each period the state of the last version told. */
    private static Map<String, String> states(List<Alert> alerts) {
        Map<String, String> states = new TreeMap<>();
        alerts.forEach(alert -> states.put(
                alert.period(), alert.state().id() + " " + alert.reason().id()));
        return states;
    }

    /** One message of a season. */
    private interface Step {
        void in(Harness harness) throws Exception;
    }

    private static final class Harness
            extends KeyedTwoInputStreamOperatorTestHarness<String, RuleNews, SubjectFigures, Alert> {
        private Harness() throws Exception {
            super(
                    new KeyedCoProcessOperator<>(new RaiseAlerts(
                            READER, Map.of(DANGHU, "subdistrict"), new AlertWords(Map.of(), Map.of()), CLOCK)),
                    RuleNews::subject,
                    SubjectFigures::subject,
                    Types.STRING);
            setup(ValueType.of(new AlertFormat()).createSerializer(new SerializerConfigImpl()));
        }
    }
}

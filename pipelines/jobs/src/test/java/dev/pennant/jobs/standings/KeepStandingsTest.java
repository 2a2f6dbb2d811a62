package dev.pennant.jobs.standings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pennant.core.catalogue.Catalogue;
import dev.pennant.core.period.Period;
import dev.pennant.core.report.LowerKind;
import dev.pennant.core.report.UnitRegistration;
import dev.pennant.core.standings.Adjustment;
import dev.pennant.core.standings.Competition;
import dev.pennant.core.standings.Figure;
import dev.pennant.core.standings.ScoredStanding;
import dev.pennant.core.standings.StandingRow;
import dev.pennant.jobs.deadletters.DeadLetters;
import dev.pennant.jobs.flink.ValueType;
import dev.pennant.jobs.kafka.Origin;
import dev.pennant.jobs.kafka.RawRecord;
import dev.pennant.jobs.standings.CompetitionNews.OfAdjustment;
import dev.pennant.jobs.standings.CompetitionNews.OfFigure;
import dev.pennant.jobs.standings.CompetitionNews.OfUnit;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;

final class KeepStandingsTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2020-12-01T00:00:00Z"), ZoneOffset.UTC);
    private static final List<Competition> COMPETITIONS = Catalogue.shipped().competitions();
    private static final Period NOVEMBER = Period.parse("2020-11");
    private static final String RACE = "rural-environment";

    @Test
    void aStandingIsToldWholeOnceHoweverMuchChangedTogether() throws Exception {
        try (Harness harness = new Harness()) {
            harness.open();
            harness.take(village(1), village(2), village(3), score(1, "90", 1), score(2, "95", 1));

            harness.setProcessingTime(1_000);

            assertThat(harness.extractOutputValues()).hasSize(1);
            assertThat(shown(harness.extractOutputValues()))
                    .containsExactlyInAnyOrderEntriesOf(
                            Map.of("330482001-V02", "1 95.00", "330482001-V01", "2 90.00", "330482001-V03", "0 0.00"));
        }
    }

    @Test
    void anAdjustmentIsLoggedOnceAndOneThatContradictsItIsADeadLetter() throws Exception {
        try (Harness harness = new Harness()) {
            harness.open();
            harness.take(village(1), village(2), score(1, "90", 1), score(2, "95", 1));
            harness.take(adjusted(1, "6.00"), adjusted(1, "6.00"), adjusted(1, "7.00"));
            harness.setProcessingTime(1_000);

            assertThat(shown(harness.extractOutputValues())).containsEntry("330482001-V01", "1 96.00");
            assertThat(harness.getSideOutput(KeepStandings.ADJUSTMENTS))
                    .extracting(logged -> logged.getValue().filing().id())
                    .containsExactly("applied", "superseded");
            assertThat(harness.getSideOutput(DeadLetters.TAG))
                    .extracting(letter -> letter.getValue().reason())
                    .containsExactly("bad-adjustment");
        }
    }

    @Test
    void killedAndRestoredAtAnyMomentItEndsOnTheSameStandingWithAGreaterVersion() throws Exception {
        List<CompetitionNews> season = List.of(
                village(1),
                score(1, "90", 1),
                score(2, "95", 1),
                village(2),
                score(1, "97", 2),
                adjusted(2, "-3.50"),
                village(3),
                score(3, "97", 1),
                score(1, "50", 1));
        Map<String, String> expected =
                Map.of("330482001-V01", "1 97.00", "330482001-V03", "1 97.00", "330482001-V02", "3 91.50");
        for (int kill = 0; kill <= season.size(); kill++) {
            List<ScoredStanding> told = new ArrayList<>();
            OperatorSubtaskState kept;
            try (Harness harness = new Harness()) {
                harness.open();
                harness.take(season.subList(0, kill).toArray(CompetitionNews[]::new));
                harness.prepareSnapshotPreBarrier(1);
                kept = harness.snapshot(1, 1);
                harness.take(season.subList(kill, season.size()).toArray(CompetitionNews[]::new));
                told.addAll(harness.extractOutputValues());
            }
            List<ScoredStanding> after;
            try (Harness harness = new Harness()) {
                harness.initializeState(kept);
                harness.open();
                harness.take(season.subList(kill, season.size()).toArray(CompetitionNews[]::new));
                harness.prepareSnapshotPreBarrier(2);
                after = harness.extractOutputValues();
            }
            assertThat(shown(after.isEmpty() ? told : after))
                    .as("killed at %d", kill)
                    .isEqualTo(new TreeMap<>(expected));
            if (!told.isEmpty() && !after.isEmpty()) {
                assertThat(last(after).standing().version().packed())
                        .isGreaterThan(last(told).standing().version().packed());
            }
        }
    }

    private static Map<String, String> shown(List<ScoredStanding> told) {
        Map<String, String> shown = new TreeMap<>();
        for (StandingRow row : last(told).standing().rows()) {
            shown.put(
                    row.unit().code(),
                    row.rank() + " " + BigDecimal.valueOf(row.score(), 2).toPlainString());
        }
        return shown;
    }

    private static ScoredStanding last(List<ScoredStanding> told) {
        return told.get(told.size() - 1);
    }

    private static String code(int village) {
        return "330482001-V0" + village;
    }

    private static CompetitionNews village(int number) {
        return new OfUnit(
                RACE,
                code(number),
                Optional.of(new UnitRegistration(code(number), "演示村" + number, LowerKind.VILLAGE, "330482001", true)));
    }

    private static CompetitionNews score(int village, String score, long version) {
        return new OfFigure(
                RACE,
                NOVEMBER,
                code(village),
                0,
                new Figure(Figure.scaled(new BigDecimal(score)), 0, 0, Figure.REPORTED | Figure.SYNTHETIC, version));
    }

    private static CompetitionNews adjusted(int village, String points) {
        Adjustment adjustment = new Adjustment(
                RACE,
                NOVEMBER,
                code(village),
                Adjustment.Kind.POINTS,
                new BigDecimal(points),
                "垃圾清运",
                "农办",
                Instant.parse("2020-11-30T01:00:00Z"),
                true);
        RawRecord record = new RawRecord(new Origin("adjustments", 0, 0), CLOCK.instant(), new byte[0], new byte[0]);
        return new OfAdjustment(new ReceivedAdjustment(record, adjustment));
    }

    private static final class Harness
            extends KeyedOneInputStreamOperatorTestHarness<String, CompetitionNews, ScoredStanding> {
        Harness() throws Exception {
            super(
                    new KeepStandings(COMPETITIONS, Duration.ofMillis(200), CLOCK),
                    CompetitionNews::competition,
                    Types.STRING);
            setup(ValueType.of(new ScoredStandingFormat()).createSerializer(new SerializerConfigImpl()));
        }

        void take(CompetitionNews... news) throws Exception {
            for (CompetitionNews one : news) {
                processElement(one, 0);
            }
        }
    }
}

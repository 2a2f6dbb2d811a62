package dev.pennant.jobs.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pennant.core.indicator.Coverage;
import dev.pennant.core.indicator.Growth;
import dev.pennant.core.indicator.IndicatorValue;
import dev.pennant.core.indicator.Measure;
import dev.pennant.core.indicator.Version;
import dev.pennant.core.period.CumulativePeriod;
import dev.pennant.core.period.SingleDay;
import dev.pennant.core.standings.ScoredStanding;
import dev.pennant.core.standings.Standing;
import dev.pennant.jobs.indicator.IndicatorEvents;
import dev.pennant.jobs.standings.StandingEvents;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema.KafkaSinkContext;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

class EventSinkTest {
    private static final LocalDate FIRST = LocalDate.of(2020, 1, 1);
    private static final int DAYS = 200;
    private static final Instant NOW = Instant.parse("2020-12-10T02:00:00Z");

    private final EventSink.Serializer<IndicatorValue, dev.pennant.schemas.event.IndicatorValue> serializer =
            new EventSink.Serializer<>("indicator-values", new IndicatorEvents());

    @Test
    void allDaysOfAUnitsIndicatorShareAPartitionUnderKeysOfTheirOwn() {
        Set<Integer> used = new HashSet<>();
        for (int township = 1; township <= 9; township++) {
            String unit = "33048200" + township;
            Set<String> keys = new HashSet<>();
            Set<Integer> partitions = new HashSet<>();
            for (int day = 0; day < DAYS; day++) {
                ProducerRecord<byte[], byte[]> told = told(unit, FIRST.plusDays(day));
                keys.add(new String(told.key(), UTF_8));
                partitions.add(told.partition());
            }
            assertThat(keys).hasSize(DAYS).contains(unit + "|air-aqi-3h|2020-01-31");
            assertThat(partitions).hasSize(1);
            used.addAll(partitions);
        }
        assertThat(used).hasSizeGreaterThan(1);
    }

    @Test
    void allPeriodsOfACompetitionShareAPartitionUnderKeysOfTheirOwn() {
        EventSink.Serializer<ScoredStanding, dev.pennant.schemas.event.Standing> standings =
                new EventSink.Serializer<>("standings", new StandingEvents());
        standings.open(null, new FourPartitions());
        Set<Integer> used = new HashSet<>();
        for (int competition = 0; competition < 9; competition++) {
            Set<String> keys = new HashSet<>();
            Set<Integer> partitions = new HashSet<>();
            for (int month = 2; month <= 12; month++) {
                ScoredStanding standing = standing("race-" + competition, new CumulativePeriod(2020, month));
                ProducerRecord<byte[], byte[]> told = standings.serialize(standing, new FourPartitions(), null);
                keys.add(new String(told.key(), UTF_8));
                partitions.add(told.partition());
            }
            assertThat(keys).hasSize(11).contains("race-" + competition + "|2020-09");
            assertThat(partitions).hasSize(1);
            used.addAll(partitions);
        }
        assertThat(used).hasSizeGreaterThan(1);
    }

    private static ScoredStanding standing(String competition, CumulativePeriod period) {
        return new ScoredStanding(
                new Standing(competition, competition, period, 2, false, new Version(1, 1), NOW, List.of()), List.of());
    }

    private ProducerRecord<byte[], byte[]> told(String unit, LocalDate day) {
        serializer.open(null, new FourPartitions());
        IndicatorValue value = new IndicatorValue(
                "air-aqi-3h",
                unit,
                new SingleDay(day, 24),
                new Measure("点"),
                new BigDecimal("160.0000000000"),
                null,
                Growth.NOT_MEANINGFUL,
                new Coverage(1, 1),
                false,
                new Version(1, 1),
                NOW);
        return serializer.serialize(value, new FourPartitions(), null);
    }

    private static final class FourPartitions implements KafkaSinkContext {
        @Override
        public int getParallelInstanceId() {
            return 0;
        }

        @Override
        public int getNumberOfParallelInstances() {
            return 1;
        }

        @Override
        public int[] getPartitionsForTopic(String topic) {
            return IntStream.range(0, 4).toArray();
        }
    }
}

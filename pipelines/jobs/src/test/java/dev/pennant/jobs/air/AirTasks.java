package dev.pennant.jobs.air;

import dev.pennant.core.catalogue.Catalogue;
import dev.pennant.core.indicator.IndicatorValue;
import dev.pennant.jobs.deadletters.DeadLetter;
import dev.pennant.jobs.deadletters.DeadLetters;
import dev.pennant.jobs.flink.ValueType;
import dev.pennant.jobs.indicator.IndicatorValueFormat;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.AbstractStreamOperatorTestHarness;
import org.apache.flink.streaming.util.KeyedTwoInputStreamOperatorTestHarness;
import org.apache.flink.util.OutputTag;

/** The two operators of the air, one after the other, with all that they emit. */
final class AirTasks implements AutoCloseable {
    static final AirSettings SETTINGS = AirSettings.of(Catalogue.shipped(), Duration.ofMillis(200));

    private static final Instant START = Instant.parse("2021-03-02T02:00:00Z");

    private final KeyedTwoInputStreamOperatorTestHarness<String, StationEntry, ReceivedReading, StationDayChange> file;
    private final KeyedTwoInputStreamOperatorTestHarness<String, StationDayChange, DustNews, IndicatorValue> judge;

    /** What both have kept. */
    record Checkpoint(OperatorSubtaskState file, OperatorSubtaskState judge) {}

    /**
     * A run that begins, or goes on.
     *
     * @param number of the run, from which comes the time at which it begins
     * @param checkpoint what it goes on from, or null
     */
    AirTasks(int number, Checkpoint checkpoint) throws Exception {
        Clock clock = Clock.fixed(START.plusSeconds(number), ZoneOffset.UTC);
        file = new KeyedTwoInputStreamOperatorTestHarness<>(
                new FileReadings(SETTINGS, clock),
                StationEntry::stationId,
                reading -> reading.reading().stationId(),
                Types.STRING);
        file.setup(ValueType.of(new StationDayChange.Format()).createSerializer(new SerializerConfigImpl()));
        judge = new KeyedTwoInputStreamOperatorTestHarness<>(
                new JudgeUnits(SETTINGS, clock), StationDayChange::unit, DustNews::unit, Types.STRING);
        judge.setup(ValueType.of(new IndicatorValueFormat()).createSerializer(new SerializerConfigImpl()));
        if (checkpoint != null) {
            file.initializeState(checkpoint.file());
            judge.initializeState(checkpoint.judge());
        }
        file.open();
        judge.open();
    }

    void send(Object element) throws Exception {
        if (element instanceof StationEntry entry) {
            file.processElement1(new StreamRecord<>(entry));
        } else if (element instanceof ReceivedReading reading) {
            file.processElement2(new StreamRecord<>(reading));
        } else if (element instanceof DustEntry entry) {
            List<DustNews> news = new ArrayList<>();
            new SpreadDust(SETTINGS.scope()).flatMap(entry, new Gathering<>(news));
            for (DustNews told : news) {
                judge.processElement2(new StreamRecord<>(told));
            }
        } else {
            throw new IllegalArgumentException(element + " is no input of the air");
        }
    }

    /** Has everything told. */
    void tell() throws Exception {
        file.prepareSnapshotPreBarrier(1);
        for (StationDayChange change : file.extractOutputValues()) {
            judge.processElement1(new StreamRecord<>(change));
        }
        file.getOutput().clear();
        judge.prepareSnapshotPreBarrier(1);
    }

    Checkpoint checkpoint() throws Exception {
        tell();
        return new Checkpoint(file.snapshot(1, 1), judge.snapshot(1, 1));
    }

    /** Hands out what was told since this was asked last. */
    void drain(Consumer<Object> reader) {
        judge.extractOutputValues().forEach(reader);
        judge.getOutput().clear();
        drain(file, FileReadings.DAYS, reader);
        drain(file, FileReadings.LOGGED, reader);
        drain(file, DeadLetters.TAG, reader);
        drain(judge, JudgeUnits.DAYS, reader);
        drain(judge, JudgeUnits.STATISTICS, reader);
    }

    List<Object> drained() {
        List<Object> told = new ArrayList<>();
        drain(told::add);
        return told;
    }

    static List<DeadLetter> refused(List<Object> told) {
        return told.stream()
                .filter(DeadLetter.class::isInstance)
                .map(DeadLetter.class::cast)
                .toList();
    }

    private static <T> void drain(
            AbstractStreamOperatorTestHarness<?> task, OutputTag<T> tag, Consumer<Object> reader) {
        if (task.getSideOutput(tag) != null) {
            task.getSideOutput(tag).forEach(record -> reader.accept(record.getValue()));
            task.getSideOutput(tag).clear();
        }
    }

    @Override
    public void close() throws Exception {
        file.close();
        judge.close();
    }

    private record Gathering<T>(List<T> gathered) implements org.apache.flink.util.Collector<T> {
        @Override
        public void collect(T element) {
            gathered.add(element);
        }

        @Override
        public void close() {
            // Nothing is open.
        }
    }
}

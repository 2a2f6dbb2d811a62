package dev.pennant.jobs.standings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pennant.core.indicator.Version;
import dev.pennant.core.period.Period;
import dev.pennant.core.standings.Adjustment;
import dev.pennant.core.standings.AdjustmentLedger;
import dev.pennant.core.standings.Cause;
import dev.pennant.core.standings.Figure;
import dev.pennant.core.standings.Move;
import dev.pennant.core.standings.PeriodBook;
import dev.pennant.core.standings.PeriodFigures;
import dev.pennant.core.standings.Standing;
import dev.pennant.core.standings.StandingRow;
import dev.pennant.jobs.flink.ValueType;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.junit.jupiter.api.Test;

/** State as it lies in checkpoints: what a released build wrote, every later one has to read. */
final class StateFormatTest {
    private static final Period PERIOD = Period.parse("2020-09");
    private static final Instant TIME = Instant.parse("2020-10-21T01:00:00.123Z");
    private static final TypeSerializer<PeriodBook> SERIALIZER =
            ValueType.of(new PeriodBookFormat()).createSerializer(new SerializerConfigImpl());

    @Test
    void aBookIsReadFromTheBytesThatFormatOneWrote() throws IOException {
        PeriodBook read = SERIALIZER.deserialize(new DataInputDeserializer(golden()));

        assertThat(read.figures().places()).isEqualTo(2);
        assertThat(read.figures().figure(0, 0)).isEqualTo(book().figures().figure(0, 0));
        assertThat(read.figures().figure(1, 1)).isEqualTo(book().figures().figure(1, 1));
        assertThat(read.adjustments().entries()).isEqualTo(book().adjustments().entries());
        assertThat(read.told()).isEqualTo(book().told());
    }

    @Test
    void aBookIsWrittenInTheBytesOfFormatOne() throws IOException {
        assertThat(HexFormat.of().formatHex(written(book())))
                .isEqualTo(HexFormat.of().formatHex(golden()));
    }

    private static PeriodBook book() {
        PeriodFigures figures = new PeriodFigures(2);
        figures.put(0, "330482001", new Figure(1_004_000_000_000L, 0, 69_000_000_000L, 5, (7L << 30) | 2));
        figures.put(1, "330482002", new Figure(-1, 2, -3, 127, -1));
        AdjustmentLedger adjustments = new AdjustmentLedger();
        adjustments.enter(new Adjustment(
                "jiaxing-service",
                PERIOD,
                "330482001",
                Adjustment.Kind.POINTS,
                new BigDecimal("-1.5000"),
                "数据质量核查",
                "领导小组办公室",
                TIME,
                true));
        Standing told = new Standing(
                "jiaxing-service",
                "嘉兴市镇街道服务业高质量发展竞赛",
                PERIOD,
                4,
                true,
                new Version(7, 3),
                TIME,
                List.of(
                        new StandingRow(
                                new StandingRow.Participant("330482001", "当湖街道", "平湖市"),
                                1,
                                Optional.empty(),
                                2,
                                731_057,
                                Optional.of(4L),
                                -15_000,
                                "red",
                                true,
                                Optional.of(new Move(Cause.CORRECTION, Optional.of("service-tax"), 2, TIME))),
                        new StandingRow(
                                new StandingRow.Participant("330482002", "钟埭街道", "平湖市"),
                                0,
                                Optional.of("无有效数据：服务业税收"),
                                0,
                                0,
                                Optional.empty(),
                                0,
                                "",
                                false,
                                Optional.empty())));
        return new PeriodBook(figures, adjustments, Optional.of(told));
    }

    private static byte[] written(PeriodBook book) throws IOException {
        DataOutputSerializer out = new DataOutputSerializer(64);
        SERIALIZER.serialize(book, out);
        return out.getCopyOfBuffer();
    }

    private static byte[] golden() throws IOException {
        byte[] hex = StateFormatTest.class
                .getResourceAsStream("/state/period-book-1.hex")
                .readAllBytes();
        return HexFormat.of().parseHex(new String(hex, StandardCharsets.US_ASCII).strip());
    }
}

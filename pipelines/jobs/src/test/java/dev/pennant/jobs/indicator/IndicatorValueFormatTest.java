package dev.pennant.jobs.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pennant.core.indicator.Coverage;
import dev.pennant.core.indicator.Growth;
import dev.pennant.core.indicator.IndicatorValue;
import dev.pennant.core.indicator.Measure;
import dev.pennant.core.indicator.Version;
import dev.pennant.core.period.CumulativePeriod;
import dev.pennant.core.period.Period;
import dev.pennant.core.period.RunningPeriod;
import dev.pennant.core.period.SingleDay;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class IndicatorValueFormatTest {
    private static final LocalDate DAY = LocalDate.of(2020, 10, 7);

    private final IndicatorValueFormat format = new IndicatorValueFormat();

    static Stream<Period> periods() {
        return Stream.of(
                new CumulativePeriod(2020, 10),
                new RunningPeriod(DAY, 24),
                new RunningPeriod(DAY, 14),
                new SingleDay(DAY, 24),
                new SingleDay(DAY, 14));
    }

    @ParameterizedTest
    @MethodSource("periods")
    void aValueOfAnyPeriodIsReadAsItWasWritten(Period period) throws IOException {
        IndicatorValue value = new IndicatorValue(
                "air-aqi-3h",
                "330482001",
                period,
                new Measure("AQI"),
                new BigDecimal("160.0000000000"),
                null,
                Growth.NOT_MEANINGFUL,
                new Coverage(3, 24, 20, false),
                true,
                new Version(7, 3),
                Instant.parse("2020-10-07T02:00:00Z"));
        DataOutputSerializer out = new DataOutputSerializer(64);
        format.write(value, out);

        assertThat(format.read(format.version(), new DataInputDeserializer(out.getCopyOfBuffer())))
                .isEqualTo(value);
    }

    @Test
    void aKindOfPeriodThatIsNotKnownIsNotRead() throws IOException {
        DataOutputSerializer out = new DataOutputSerializer(64);
        out.writeUTF("air-aqi-3h");
        out.writeUTF("330482001");
        out.writeUTF("2020-10-07");
        out.writeByte(9);

        assertThatThrownBy(() -> format.read(format.version(), new DataInputDeserializer(out.getCopyOfBuffer())))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("kind 9");
    }
}

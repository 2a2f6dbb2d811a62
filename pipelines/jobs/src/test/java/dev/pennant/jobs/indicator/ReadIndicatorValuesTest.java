package dev.pennant.jobs.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pennant.core.filing.Verdict;
import dev.pennant.core.indicator.Coverage;
import dev.pennant.core.indicator.Growth;
import dev.pennant.core.indicator.IndicatorValue;
import dev.pennant.core.indicator.Measure;
import dev.pennant.core.indicator.Version;
import dev.pennant.core.period.Period;
import dev.pennant.core.period.RunningPeriod;
import dev.pennant.core.period.SingleDay;
import dev.pennant.jobs.kafka.Origin;
import dev.pennant.jobs.kafka.RawRecord;
import dev.pennant.schemas.EventCodec;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class ReadIndicatorValuesTest {
    private static final Instant NOW = Instant.parse("2020-12-10T02:00:00Z");
    private static final Period MONTHS = Period.parse("2020-11");
    private static final Coverage ALL = new Coverage(9, 9);

    private final ReadIndicatorValues reading = new ReadIndicatorValues("sample", Clock.fixed(NOW, ZoneOffset.UTC));

    static Stream<IndicatorValue> values() {
        return Stream.of(
                value(MONTHS, "12.5", new Growth.Percent(exact("-3.1")), ALL),
                value(MONTHS, null, Growth.NOT_MEANINGFUL, new Coverage(0, 9)),
                value(Period.parse("2020-10-07"), "0", new Growth.Points(exact("0")), new Coverage(3, 9)),
                value(
                        new RunningPeriod(LocalDate.of(2020, 10, 7), 14),
                        "1",
                        Growth.NOT_MEANINGFUL,
                        new Coverage(9, 9, false)),
                value(new SingleDay(LocalDate.of(2020, 10, 7), 14), null, Growth.NOT_MEANINGFUL, new Coverage(9, 24)),
                value(new SingleDay(LocalDate.of(2020, 10, 7), 24), null, Growth.NOT_MEANINGFUL, new Coverage(9, 24)),
                value(new RunningPeriod(LocalDate.of(2020, 1, 1), 9), null, Growth.NOT_MEANINGFUL, ALL));
    }

    @ParameterizedTest
    @MethodSource("values")
    void whatAJobSaidIsReadAsItWasMeant(IndicatorValue value) throws Exception {
        assertThat(read(new IndicatorEvents().eventOf(value))).isEqualTo(new Verdict.Accepted<>(value));
    }

    @Test
    void whatNoJobSaysIsRefused() throws Exception {
        dev.pennant.schemas.event.IndicatorValue right =
                new IndicatorEvents().eventOf(value(MONTHS, "1", new Growth.Points(exact("1")), ALL));
        assertThat(read(dev.pennant.schemas.event.IndicatorValue.newBuilder(right)
                        .setGrowthKind("permille")
                        .build()))
                .isInstanceOf(Verdict.Rejected.class)
                .asString()
                .contains("permille");
        assertThat(read(dev.pennant.schemas.event.IndicatorValue.newBuilder(right)
                        .setPeriod("autumn")
                        .build()))
                .isInstanceOf(Verdict.Rejected.class)
                .asString()
                .contains("autumn");
    }

    private Verdict<IndicatorValue> read(dev.pennant.schemas.event.IndicatorValue event) throws Exception {
        byte[] bytes =
                EventCodec.of(dev.pennant.schemas.event.IndicatorValue.class).encode(event);
        return reading.read(new RawRecord(new Origin("indicator-values", 0, 0), NOW, new byte[0], bytes));
    }

    private static IndicatorValue value(Period period, String base, Growth growth, Coverage coverage) {
        return new IndicatorValue(
                "sample",
                "330482001",
                period,
                new Measure("亿元"),
                exact("12.1"),
                base == null ? null : exact(base),
                growth,
                coverage,
                true,
                new Version(17, 4),
                NOW);
    }

    private static BigDecimal exact(String figure) {
        return new BigDecimal(figure).setScale(Measure.DECIMALS);
    }
}

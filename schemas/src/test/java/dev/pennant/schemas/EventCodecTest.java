package dev.pennant.schemas;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pennant.schemas.event.DeadLetter;
import dev.pennant.schemas.event.EnterpriseReport;
import dev.pennant.schemas.event.IndicatorValue;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import org.apache.avro.message.BinaryMessageEncoder;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecordBase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EventCodecTest {
    static List<SpecificRecordBase> events() {
        return SampleEvents.all();
    }

    @ParameterizedTest
    @MethodSource("events")
    void theBytesOfAnEventAreTheOnesOnRecord(SpecificRecordBase event) throws Exception {
        byte[] golden = golden(event.getClass().getSimpleName());
        assertThat(HexFormat.of().formatHex(SampleEvents.codecOf(event).encode(event)))
                .as("golden/%s.hex", event.getClass().getSimpleName())
                .isEqualTo(HexFormat.of().formatHex(golden));
        // By fields: Avro's own equality knows no decimal inside an array.
        assertThat(SampleEvents.codecOf(event).decode(golden))
                .usingRecursiveComparison()
                .isEqualTo(event);
    }

    @ParameterizedTest
    @MethodSource("events")
    void anEventIsWrittenAsAvroItselfWritesIt(SpecificRecordBase event) throws Exception {
        ByteBuffer byAvro = new BinaryMessageEncoder<SpecificRecordBase>(
                        SpecificData.getForClass(event.getClass()), event.getSchema())
                .encode(event);
        assertThat(ByteBuffer.wrap(SampleEvents.codecOf(event).encode(event))).isEqualTo(byAvro);
    }

    @Test
    void aReusedEventHoldsNothingOfTheOneBefore() throws Exception {
        EventCodec<IndicatorValue> codec = EventCodec.of(IndicatorValue.class);
        IndicatorValue grown = SampleEvents.indicatorValue();
        IndicatorValue withoutBase = IndicatorValue.newBuilder(grown)
                .setBase(null)
                .setGrowth(null)
                .setGrowthKind(null)
                .build();
        IndicatorValue reused = codec.decode(codec.encode(grown));

        assertThat(codec.decode(codec.encode(withoutBase), reused))
                .isSameAs(reused)
                .isEqualTo(withoutBase);
    }

    @Test
    void anEventThatDoesNotFitItsSchemaIsRefusedAndLeavesNoTrace() throws Exception {
        EventCodec<EnterpriseReport> codec = EventCodec.of(EnterpriseReport.class);
        EnterpriseReport withoutPeriod =
                new EnterpriseReport("91330482000000001X", null, 1L, 1L, null, null, 1, Instant.EPOCH, false);

        assertThatThrownBy(() -> codec.encode(withoutPeriod))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("Not a valid EnterpriseReport")
                .hasMessageContaining("period");
        assertThat(codec.decode(codec.encode(SampleEvents.report()))).isEqualTo(SampleEvents.report());
    }

    @Test
    void aDecimalIsWidenedToTheDeclaredScaleButNeverRounded() throws Exception {
        EventCodec<IndicatorValue> codec = EventCodec.of(IndicatorValue.class);
        byte[] whole = codec.encode(withValue(new BigDecimal("7")));

        assertThat(codec.decode(whole).getValue()).isEqualTo(new BigDecimal("7.0000000000"));
        assertThatThrownBy(() -> codec.encode(withValue(new BigDecimal("0.00000000001"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("without rounding");
    }

    @Test
    void bytesOfADeadLetterSurviveAsTheyAre() throws Exception {
        EventCodec<DeadLetter> codec = EventCodec.of(DeadLetter.class);
        byte[] everyByte = new byte[256];
        for (int i = 0; i < everyByte.length; i++) {
            everyByte[i] = (byte) i;
        }
        DeadLetter letter = DeadLetter.newBuilder(SampleEvents.deadLetter())
                .setKey(null)
                .setPayload(ByteBuffer.wrap(everyByte))
                .build();

        DeadLetter decoded = codec.decode(codec.encode(letter));

        assertThat(decoded.getKey()).isNull();
        assertThat(decoded.getPayload()).isEqualTo(ByteBuffer.wrap(everyByte));
    }

    private static IndicatorValue withValue(BigDecimal value) {
        return IndicatorValue.newBuilder(SampleEvents.indicatorValue())
                .setValue(value)
                .build();
    }

    private static byte[] golden(String event) throws IOException {
        try (InputStream hex = EventCodecTest.class.getResourceAsStream("/golden/" + event + ".hex")) {
            assertThat(hex).as("golden/%s.hex", event).isNotNull();
            return HexFormat.of().parseHex(new String(hex.readAllBytes(), UTF_8).replaceAll("\\s", ""));
        }
    }
}

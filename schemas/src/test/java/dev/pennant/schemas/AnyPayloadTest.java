package dev.pennant.schemas;

import static dev.pennant.schemas.EventDecodingException.Reason.NO_PAYLOAD;
import static dev.pennant.schemas.EventDecodingException.Reason.TRUNCATED;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.pennant.schemas.event.DeadLetter;
import dev.pennant.schemas.event.EnterpriseRegistration;
import dev.pennant.schemas.event.EnterpriseReport;
import dev.pennant.schemas.event.IndicatorValue;
import java.lang.management.ManagementFactory;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.apache.avro.specific.SpecificRecordBase;

/** Whatever the bytes, a payload is an event or an {@link EventDecodingException}, and costs no more memory than it has. */
class AnyPayloadTest {
    private static final int HEADER_LENGTH = 10;

    @Property
    void anEventIsReadAsItWasWritten(@ForAll("events") SpecificRecordBase event) throws Exception {
        EventCodec<SpecificRecordBase> codec = SampleEvents.codecOf(event);
        byte[] payload = codec.encode(event);
        SpecificRecordBase decoded = codec.decode(payload);
        assertThat(decoded).isEqualTo(event);
        assertThat(codec.encode(decoded)).isEqualTo(payload);
    }

    @Property
    void aPayloadCutShortIsTruncated(@ForAll("events") SpecificRecordBase event, @ForAll @IntRange(min = 0) int cut) {
        EventCodec<SpecificRecordBase> codec = SampleEvents.codecOf(event);
        byte[] payload = codec.encode(event);
        int length = cut % payload.length;
        EventDecodingException refusal = refusalOrNull(codec, Arrays.copyOf(payload, length));
        assertThat(refusal).isNotNull();
        assertThat(refusal.reason()).isEqualTo(length == 0 ? NO_PAYLOAD : TRUNCATED);
    }

    @Property
    void aPayloadWithFlippedBitsIsAnEventOrRefused(
            @ForAll("events") SpecificRecordBase event,
            @ForAll @Size(min = 1, max = 8) List<@IntRange(min = 0) Integer> flips) {
        EventCodec<SpecificRecordBase> codec = SampleEvents.codecOf(event);
        byte[] payload = codec.encode(event);
        flips.forEach(flip -> flip(payload, flip % (payload.length * 8)));
        refusalOrNull(codec, payload);
    }

    @Example
    void everySingleFlippedBitLeavesAnEventOrARefusal() {
        for (SpecificRecordBase event : SampleEvents.all()) {
            EventCodec<SpecificRecordBase> codec = SampleEvents.codecOf(event);
            byte[] payload = codec.encode(event);
            for (int bit = 0; bit < payload.length * 8; bit++) {
                flip(payload, bit);
                refusalOrNull(codec, payload);
                flip(payload, bit);
            }
        }
    }

    @Property
    void anyBytesAfterTheHeaderAreAnEventOrRefused(
            @ForAll("samples") SpecificRecordBase event, @ForAll @Size(max = 200) byte[] body) {
        EventCodec<SpecificRecordBase> codec = SampleEvents.codecOf(event);
        byte[] payload = Arrays.copyOf(codec.encode(event), HEADER_LENGTH + body.length);
        System.arraycopy(body, 0, payload, HEADER_LENGTH, body.length);
        refusalOrNull(codec, payload);
    }

    /** A length of two gigabytes, of 2^62, and a negative one, put in place of what stood at each byte in turn. */
    @Example
    void aHostileLengthAllocatesNoMoreThanThePayloadCanHold() {
        List<byte[]> lengths = List.of(
                new byte[] {(byte) 0xEC, (byte) 0xFF, (byte) 0xFF, (byte) 0xFF, 0x0F},
                new byte[] {-128, -128, -128, -128, -128, -128, -128, -128, -128, 1},
                new byte[] {(byte) 0xFD, (byte) 0xFF, (byte) 0xFF, (byte) 0xFF, 0x0F});
        ThreadMXBean memory = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long thread = Thread.currentThread().getId();
        for (SpecificRecordBase event : SampleEvents.all()) {
            EventCodec<SpecificRecordBase> codec = SampleEvents.codecOf(event);
            byte[] valid = codec.encode(event);
            refusalOrNull(codec, valid);
            for (byte[] length : lengths) {
                for (int at = HEADER_LENGTH; at < valid.length; at++) {
                    byte[] hostile = Arrays.copyOf(valid, valid.length + length.length);
                    System.arraycopy(length, 0, hostile, at, length.length);
                    long before = memory.getThreadAllocatedBytes(thread);
                    refusalOrNull(codec, hostile);
                    assertThat(memory.getThreadAllocatedBytes(thread) - before)
                            .as("bytes allocated for a %s with a hostile length at %d", event.getClass(), at)
                            .isLessThan(1_000_000);
                }
            }
        }
    }

    @Provide
    Arbitrary<SpecificRecordBase> samples() {
        return Arbitraries.of(SampleEvents.all());
    }

    @Provide
    Arbitrary<SpecificRecordBase> events() {
        return Arbitraries.oneOf(registrations(), reports(), indicatorValues(), deadLetters());
    }

    private static Arbitrary<SpecificRecordBase> registrations() {
        return Combinators.combine(text(), text(), text(), text().injectNull(0.5), flag())
                .as((id, name, unit, validTo, synthetic) ->
                        new EnterpriseRegistration(id, name, unit, "scope", "65", "2020-01", validTo, synthetic));
    }

    private static Arbitrary<SpecificRecordBase> reports() {
        return Combinators.combine(text(), number(), number().injectNull(0.5), Arbitraries.integers(), instant())
                .as((id, revenue, retailSales, revision, reportedAt) -> new EnterpriseReport(
                        id, "2020-10", revenue, -revenue, retailSales, null, revision, reportedAt, false));
    }

    private static Arbitrary<SpecificRecordBase> indicatorValues() {
        return Combinators.combine(text(), decimal(), decimal().injectNull(0.5), number(), flag(), instant())
                .as((unit, value, base, version, synthetic, updatedAt) -> new IndicatorValue(
                        "service-revenue",
                        unit,
                        "2020-10",
                        "1-10月",
                        value,
                        base,
                        null,
                        null,
                        "亿元",
                        1,
                        2,
                        "provisional",
                        synthetic,
                        version,
                        updatedAt));
    }

    private static Arbitrary<SpecificRecordBase> deadLetters() {
        return Combinators.combine(number(), bytes().injectNull(0.3), text(), bytes().injectNull(0.3), instant())
                .as((offset, key, detail, payload, seenAt) -> new DeadLetter(
                        "enterprise-reports", 0, offset, key, "bad-key", detail, payload, "revenue", seenAt));
    }

    private static Arbitrary<String> text() {
        return Arbitraries.strings()
                .withCharRange(' ', '~')
                .withCharRange('一', '龥')
                .ofMaxLength(80);
    }

    private static Arbitrary<Long> number() {
        return Arbitraries.longs();
    }

    private static Arbitrary<Boolean> flag() {
        return Arbitraries.of(true, false);
    }

    private static Arbitrary<BigDecimal> decimal() {
        BigInteger largest = BigInteger.TEN.pow(38).subtract(BigInteger.ONE);
        return Arbitraries.bigIntegers().between(largest.negate(), largest).map(digits -> new BigDecimal(digits, 10));
    }

    private static Arbitrary<ByteBuffer> bytes() {
        return Arbitraries.bytes().array(byte[].class).ofMaxSize(100).map(ByteBuffer::wrap);
    }

    private static Arbitrary<Instant> instant() {
        return Arbitraries.longs().map(Instant::ofEpochMilli);
    }

    private static void flip(byte[] payload, int bit) {
        payload[bit / 8] ^= (byte) (1 << bit % 8);
    }

    /** Any other exception fails the test. */
    private static EventDecodingException refusalOrNull(EventCodec<SpecificRecordBase> codec, byte[] payload) {
        try {
            assertThat(codec.decode(payload)).isNotNull();
            return null;
        } catch (EventDecodingException refusal) {
            assertThat(refusal.getMessage()).isNotBlank();
            return refusal;
        }
    }
}

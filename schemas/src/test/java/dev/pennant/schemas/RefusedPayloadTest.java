package dev.pennant.schemas;

import static dev.pennant.schemas.EventDecodingException.Reason.NO_MARKER;
import static dev.pennant.schemas.EventDecodingException.Reason.NO_PAYLOAD;
import static dev.pennant.schemas.EventDecodingException.Reason.TRUNCATED;
import static dev.pennant.schemas.EventDecodingException.Reason.UNDECODABLE;
import static dev.pennant.schemas.EventDecodingException.Reason.UNKNOWN_FINGERPRINT;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.pennant.schemas.EventDecodingException.Reason;
import dev.pennant.schemas.event.EnterpriseReport;
import dev.pennant.schemas.event.IndicatorValue;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class RefusedPayloadTest {
    private final EventCodec<EnterpriseReport> codec = EventCodec.of(EnterpriseReport.class);
    private final byte[] valid = codec.encode(SampleEvents.report());

    @Test
    void aMissingOrEmptyPayloadIsNamedSo() {
        assertThat(refusal(null).reason()).isEqualTo(NO_PAYLOAD);
        assertThat(refusal(new byte[0]).reason()).isEqualTo(NO_PAYLOAD);
    }

    @Test
    void aPayloadOfAnotherFormatLacksTheMarker() {
        EventDecodingException refusal = refusal("{\"enterprise_id\":\"1\"}".getBytes(UTF_8));

        assertThat(refusal.reason()).isEqualTo(NO_MARKER);
        assertThat(refusal)
                .hasMessage("The payload begins with 7b22, not with the marker c301 of single-object encoding");
        assertThat(refusal(new byte[] {0}).reason()).isEqualTo(NO_MARKER);
        assertThat(refusal(new byte[] {(byte) 0xC3, 2}).reason()).isEqualTo(NO_MARKER);
    }

    @Test
    void aPayloadCutAnywhereIsTruncated() {
        for (int length = 1; length < valid.length; length++) {
            assertThat(refusal(Arrays.copyOf(valid, length)).reason())
                    .as("cut to %d of %d bytes", length, valid.length)
                    .isEqualTo(TRUNCATED);
        }
    }

    @Test
    void anUnknownFingerprintIsNamedWithTheEventThatWasExpected() {
        byte[] foreign = HexFormat.of().parseHex("c301efcdab896745230100");

        EventDecodingException refusal = refusal(foreign);

        assertThat(refusal.reason()).isEqualTo(UNKNOWN_FINGERPRINT);
        assertThat(refusal)
                .hasMessage("No released schema has the fingerprint 0123456789abcdef;"
                        + " expected a schema of EnterpriseReport");
    }

    @Test
    void anEventOfAnotherTypeIsUndecodable() {
        byte[] value = EventCodec.of(IndicatorValue.class).encode(SampleEvents.indicatorValue());

        EventDecodingException refusal = refusal(value);

        assertThat(refusal.reason()).isEqualTo(UNDECODABLE);
        assertThat(refusal).hasMessage("The payload is of type IndicatorValue, not EnterpriseReport");
    }

    @Test
    void bytesLeftOverMakeAPayloadUndecodable() {
        EventDecodingException refusal = refusal(Arrays.copyOf(valid, valid.length + 3));

        assertThat(refusal.reason()).isEqualTo(UNDECODABLE);
        assertThat(refusal).hasMessage("The payload has 3 bytes more than the EnterpriseReport");
    }

    @Test
    void aDecimalWithoutDigitsIsUndecodable() {
        EventCodec<IndicatorValue> values = EventCodec.of(IndicatorValue.class);
        byte[] payload = Arrays.copyOf(values.encode(SampleEvents.indicatorValue()), 10 + 5);
        // Four empty strings, then a decimal of no bytes; the rest is never reached.
        Arrays.fill(payload, 10, payload.length, (byte) 0);

        EventDecodingException refusal =
                catchThrowableOfType(EventDecodingException.class, () -> values.decode(payload));

        assertThat(refusal.reason()).isEqualTo(UNDECODABLE);
    }

    @Test
    void aRefusalDoesNotSpoilTheNextPayload() throws Exception {
        refusal(Arrays.copyOf(valid, valid.length - 1));
        refusal(Arrays.copyOf(valid, valid.length + 1));

        assertThat(codec.decode(valid)).isEqualTo(SampleEvents.report());
    }

    @Test
    void theCodesAreTheOnesOfDeadLetters() {
        assertThat(Reason.values())
                .extracting(Reason::code)
                .containsExactly("no-payload", "no-marker", "truncated", "unknown-fingerprint", "undecodable");
    }

    private EventDecodingException refusal(byte[] payload) {
        EventDecodingException refusal =
                catchThrowableOfType(EventDecodingException.class, () -> codec.decode(payload));
        assertThat(refusal).isNotNull();
        return refusal;
    }
}

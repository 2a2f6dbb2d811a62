package dev.pennant.jobs.alerts.notify;

import static dev.pennant.jobs.alerts.SampleAlerts.alert;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.pennant.core.alerts.Notice;
import dev.pennant.core.alerts.Notice.Known;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

/** State as it lies in checkpoints: what a released build wrote, every later one has to read. */
final class ChannelLedgerTest {
    private static final ChannelLedger LEDGER = new ChannelLedger(
            "duty",
            List.of(
                    new Notice(alert("330482001", true), Known.YES),
                    new Notice(alert("330482002", false), Known.MAYBE)));

    private final ChannelLedger.Serializer serializer = new ChannelLedger.Serializer();

    @Test
    void aLedgerIsReadFromTheBytesThatFormatOneWrote() throws IOException {
        assertThat(serializer.deserialize(1, golden())).isEqualTo(LEDGER);
    }

    @Test
    void aLedgerIsWrittenInTheBytesOfFormatOne() throws IOException {
        assertThat(HexFormat.of().formatHex(serializer.serialize(LEDGER)))
                .isEqualTo(HexFormat.of().formatHex(golden()));
    }

    @Test
    void aFormatOfTheFutureIsRefused() {
        assertThatExceptionOfType(IOException.class).isThrownBy(() -> serializer.deserialize(2, golden()));
    }

    private static byte[] golden() throws IOException {
        byte[] hex = ChannelLedgerTest.class
                .getResourceAsStream("/state/channel-ledger-1.hex")
                .readAllBytes();
        return HexFormat.of().parseHex(new String(hex, StandardCharsets.US_ASCII).strip());
    }
}

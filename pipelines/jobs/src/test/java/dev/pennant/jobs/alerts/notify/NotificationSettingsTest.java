package dev.pennant.jobs.alerts.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.pennant.core.alerts.AlertLevel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class NotificationSettingsTest {
    private static final String ROBOT =
            """
            channels = duty, leaders
            duty.kind = alertmanager
            duty.url = http://127.0.0.1:9093
            leaders.kind = dingtalk
            leaders.url-env = ROBOT
            leaders.secret-env = SECRET
            leaders.levels = orange, red
            leaders.language = en
            leaders.group-wait-ms = 5
            leaders.per-minute = 6
            leaders.most = 7
            leaders.timeout-ms = 8
            """;

    @TempDir
    private Path folder;

    @Test
    void aChannelSaysWhoIsToldOfWhatAndHowOften() throws IOException {
        Channel leaders = read(ROBOT).get(1);

        assertThat(leaders.kind()).isEqualTo(Channel.Kind.DINGTALK);
        assertThat(leaders.chinese()).isFalse();
        assertThat(leaders.timeout()).isEqualTo(Duration.ofMillis(8));
        assertThat(leaders.rules().levels()).containsExactlyInAnyOrder(AlertLevel.ORANGE, AlertLevel.RED);
        assertThat(leaders.rules().gathering()).isEqualTo(Duration.ofMillis(5));
        assertThat(leaders.rules().perMinute()).isEqualTo(6);
        assertThat(leaders.rules().most()).isEqualTo(7);
        assertThat(leaders.rules().bySubject()).isTrue();
    }

    @Test
    void whatIsNotSaidIsUsual() throws IOException {
        Channel duty = read(ROBOT).get(0);

        assertThat(duty.chinese()).isTrue();
        assertThat(duty.rules().levels()).hasSize(4);
        assertThat(duty.rules().gathering()).isEqualTo(Duration.ofSeconds(10));
        assertThat(duty.rules().repeat()).isEqualTo(Duration.ofMinutes(1));
    }

    @Test
    void aSecretIsReadWhereItIsUsedAndNeverPrinted() throws IOException {
        Channel leaders = read(ROBOT).get(1);
        assertThat(leaders.signing().reveal(Map.of("SECRET", " SEC1 \n"))).isEqualTo("SEC1");
        assertThat(leaders.toString()).contains("the environment variable SECRET");
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> leaders.signing().reveal(Map.of()))
                .withMessage("there is nothing in the environment variable SECRET");

        Path file = Files.writeString(folder.resolve("key"), "https://robot/?key=4711\n");
        Secret inFile = Secret.inFile(file.toString());
        assertThat(inFile.reveal(Map.of())).isEqualTo("https://robot/?key=4711");
        assertThat(inFile.toString() + Secret.of("https://robot/?key=4711")).doesNotContain("4711");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            dingtalk | smoke | leaders.kind is one of alertmanager, webhook, wecom, dingtalk, not 'smoke'
            orange, red | purple | leaders.levels is one of blue, yellow, orange, red, not 'purple'
            language = en | language = fr | leaders.language is zh or en
            per-minute = 6 | per-minute = often | leaders.per-minute is a whole number, not 'often'
            leaders.most | leaders.least | 'leaders.least' is not known
            duty.url = | duty.uri = | duty needs duty.url, or url-file or url-env
            duty.kind = alertmanager | duty.kind = | duty.kind is missing
            """)
    void aMistakeIsNamed(String right, String wrong, String reason) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> read(ROBOT.replace(right, wrong)))
                .withMessageContaining(reason);
    }

    private List<Channel> read(String properties) throws IOException {
        return NotificationSettings.read(Files.writeString(folder.resolve("notifications.properties"), properties));
    }
}

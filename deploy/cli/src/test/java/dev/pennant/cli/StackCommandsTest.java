package dev.pennant.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StackCommandsTest {
    @TempDir
    private Path folder;

    @Test
    void everyCommandHasHelp() {
        Pennant.commandLine().getSubcommands().keySet().forEach(command -> assertThat(
                        CommandCall.of(command, "--help").status())
                .as(command)
                .isZero());
    }

    @Test
    void aMistakeInTheCallEndsWithTwo() {
        assertThat(CommandCall.of("up", "--port-bass", "9000").status()).isEqualTo(2);
        assertThat(CommandCall.of("nosuch").status()).isEqualTo(2);
    }

    @Test
    void whereNothingRunsStatusSaysSoAndFails() {
        CommandCall status = CommandCall.of("status", "--data", folder.toString());

        assertThat(status.status()).isEqualTo(1);
        assertThat(status.errors())
                .isEqualToIgnoringNewLines("No stack is running on " + folder
                        + ": start it with `pennant up`, or name the folder of the one that you mean with --data.");
    }

    @Test
    void whereOneRanInTheBackgroundItsLastWordsAreNamed() throws Exception {
        Path said = Files.createDirectories(folder.resolve("logs")).resolve("up.log");
        Files.writeString(said, "Ready\n");

        assertThat(CommandCall.of("await", "--data", folder.toString()).errors())
                .startsWith("No stack is running on " + folder)
                .contains("What the last one in the background said is in " + said + ".");
    }

    @Test
    void whereNothingRunsThereIsNothingToStop() {
        CommandCall down = CommandCall.of("down", "--data", folder.toString());

        assertThat(down.status()).isZero();
        assertThat(down.out()).contains("No stack is running on " + folder);
    }

    @Test
    void aTakenPortIsOneSentence() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String base = Integer.toString(taken.getLocalPort() - 80);
            CommandCall up = CommandCall.of("up", "--data", folder.toString(), "--port-base", base);

            assertThat(up.status()).isEqualTo(1);
            assertThat(up.errors()).hasLineCount(1).contains("is taken").contains("--port-base");
        }
    }
}

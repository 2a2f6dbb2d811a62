package dev.pennant.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pennant.stack.StackException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReplayFolderTest {
    @TempDir
    private Path data;

    @Test
    void twoReplaysAtOnceAreRefusedAndLeaveTheFirstAlone() throws Exception {
        Path path = data.resolve("replay");
        try (ReplayFolder folder = ReplayFolder.claim(path)) {
            Files.createDirectories(folder.flink());

            assertThatThrownBy(() -> ReplayFolder.claim(path))
                    .isInstanceOf(StackException.class)
                    .hasMessageStartingWith("Another replay is under way in " + path);
            assertThat(folder.flink()).isDirectory();
        }
        assertThat(path).doesNotExist();
        ReplayFolder.claim(path).close();
    }

    @Test
    void whatAKilledReplayHasLeftIsRemovedAndTheClaimStands() throws Exception {
        Path path = data.resolve("replay");
        Files.createDirectories(path.resolve("clickhouse/store"));
        Files.writeString(path.resolve("lock"), "");
        try (ReplayFolder folder = ReplayFolder.claim(path)) {
            folder.empty();

            assertThat(path.resolve("clickhouse")).doesNotExist();
            assertThatThrownBy(() -> ReplayFolder.claim(path)).isInstanceOf(StackException.class);
        }
    }
}

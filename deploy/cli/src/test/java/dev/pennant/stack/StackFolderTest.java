package dev.pennant.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StackFolderTest {
    private static final Instant NOON = Instant.parse("2020-11-01T04:00:00Z");
    private static final Ports PORTS = new Ports(9000);

    @TempDir
    private Path folder;

    @Test
    void aNewFolderIsMadeAndCanBeClaimedAgainOnceItIsFree() {
        Path data = folder.resolve("new/data");

        StackFolder.claim(data).close();

        try (StackFolder claimed = StackFolder.claim(data)) {
            assertThat(claimed.path()).isEqualTo(data).isDirectory();
        }
    }

    @Test
    void aFolderInUseIsRefusedWithTheProcessThatHasIt() throws Exception {
        try (StackFolder claimed = StackFolder.claim(folder)) {
            new RunningStack(4711, PORTS, NOON, true).writeTo(claimed.path());

            assertThatThrownBy(() -> StackFolder.claim(folder))
                    .isInstanceOf(StackException.class)
                    .hasMessageStartingWith("The data folder " + folder + " is in use by process 4711: ")
                    .hasMessageContaining("pennant down")
                    .hasMessageContaining("--data");
        }
    }

    @Test
    void aFolderOfSomebodyElsesIsRefusedAndLeftAlone() throws Exception {
        Files.writeString(folder.resolve("thesis.txt"), "precious");

        assertThatThrownBy(() -> StackFolder.claim(folder))
                .isInstanceOf(StackException.class)
                .hasMessageContaining("is not empty and not a data folder of Pennant's");
        assertThat(folder).isDirectoryContaining("glob:**/thesis.txt");
        assertThat(folder.toFile().list()).hasSize(1);
    }

    @Test
    void aFileIsNoFolder() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "");

        assertThatThrownBy(() -> StackFolder.claim(file))
                .isInstanceOf(StackException.class)
                .hasMessageContaining("it is not a folder");
    }

    @Test
    void aFolderOfAnotherLayoutIsRefused() throws Exception {
        Files.writeString(folder.resolve("folder.properties"), "layout=2\n");

        assertThatThrownBy(() -> StackFolder.claim(folder))
                .isInstanceOf(StackException.class)
                .hasMessageContaining("made by another version of Pennant");
    }

    @Test
    void aStackIsFoundOnItsFolderOnlyWhileItRuns() throws Exception {
        assertThat(RunningStack.on(folder)).isEmpty();
        RunningStack stack = new RunningStack(ProcessHandle.current().pid(), PORTS, NOON, true);

        try (StackFolder claimed = StackFolder.claim(folder)) {
            stack.writeTo(claimed.path());
            assertThat(RunningStack.on(folder)).contains(stack);
        }
        assertThat(RunningStack.on(folder)).isEmpty();
    }

    @Test
    void whatAKilledStackHasWrittenOfItselfCountsNoMore() throws Exception {
        StackFolder.claim(folder).close();
        new RunningStack(4711, PORTS, NOON, true).writeTo(folder);

        assertThat(RunningStack.on(folder)).isEmpty();
        try (StackFolder claimed = StackFolder.claim(folder)) {
            assertThat(RunningStack.writtenIn(claimed.path())).isEmpty();
        }
    }
}

package dev.pennant.stack.flink;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.JobID;
import org.apache.flink.runtime.checkpoint.Checkpoints;
import org.apache.flink.runtime.checkpoint.OperatorState;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.checkpoint.StateObjectCollection;
import org.apache.flink.runtime.checkpoint.metadata.CheckpointMetadata;
import org.apache.flink.runtime.jobgraph.OperatorID;
import org.apache.flink.runtime.state.OperatorStateHandle;
import org.apache.flink.runtime.state.OperatorStreamStateHandle;
import org.apache.flink.runtime.state.filesystem.FileStateHandle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckpointHistoryTest {
    private static final Instant NOON = Instant.parse("2020-11-01T04:00:00Z");
    private static final JobID FIRST_RUN = new JobID(1, 1);
    private static final JobID SECOND_RUN = new JobID(2, 2);

    @TempDir
    private Path folder;

    @Test
    void aJobThatNeverRanHasNoCheckpoint() throws Exception {
        assertThat(history("never").newestReadable()).isEmpty();
    }

    @Test
    void theNewestOfAllRunsIsTaken() throws Exception {
        checkpoint(FIRST_RUN, 9, NOON);
        checkpoint(FIRST_RUN, 10, NOON.plusSeconds(10));
        Path newest = checkpoint(SECOND_RUN, 4, NOON.plusSeconds(60));

        assertThat(history("revenue").newestReadable()).contains(newest);
    }

    @Test
    void ofTwoThatAreEquallyOldTheHigherNumberIsTaken() throws Exception {
        checkpoint(FIRST_RUN, 9, NOON);
        Path newest = checkpoint(FIRST_RUN, 10, NOON);

        assertThat(history("revenue").newestReadable()).contains(newest);
    }

    @Test
    void oneThatWasNotFinishedDoesNotCount() throws Exception {
        Path complete = checkpoint(FIRST_RUN, 1, NOON);
        Files.createDirectories(run(FIRST_RUN).resolve("chk-2"));

        assertThat(history("revenue").newestReadable()).contains(complete);
    }

    @Test
    void oneWithGarbledMetadataIsPassedOver() throws Exception {
        Path readable = checkpoint(FIRST_RUN, 1, NOON);
        Path garbled = checkpoint(FIRST_RUN, 2, NOON.plusSeconds(10));
        Path metadata = Files.writeString(garbled.resolve("_metadata"), "not a checkpoint");
        Files.setLastModifiedTime(metadata, FileTime.from(NOON.plusSeconds(10)));

        assertThat(history("revenue").newestReadable()).contains(readable);
    }

    @Test
    void oneWhoseStateIsGoneOrCutShortIsPassedOver() throws Exception {
        Path readable = checkpoint(FIRST_RUN, 1, NOON);
        Path gone = checkpoint(FIRST_RUN, 2, NOON.plusSeconds(10));
        Files.delete(gone.resolve("state"));
        Path cut = checkpoint(FIRST_RUN, 3, NOON.plusSeconds(20));
        Files.writeString(cut.resolve("state"), "12");

        assertThat(history("revenue").newestReadable()).contains(readable);
    }

    @Test
    void earlierRunsAreForgottenOnceTheLatestHasACheckpointOfItsOwn() throws Exception {
        checkpoint(FIRST_RUN, 1, NOON);
        Files.createDirectories(run(SECOND_RUN));

        history("revenue").forgetRunsBefore(SECOND_RUN);
        assertThat(run(FIRST_RUN)).exists();

        checkpoint(SECOND_RUN, 2, NOON.plusSeconds(60));
        history("revenue").forgetRunsBefore(SECOND_RUN);
        assertThat(run(FIRST_RUN)).doesNotExist();
        assertThat(run(SECOND_RUN).resolve("chk-2")).exists();
    }

    private CheckpointHistory history(String job) {
        return new CheckpointHistory(folder.resolve(job));
    }

    private Path run(JobID run) {
        return folder.resolve("revenue").resolve(run.toHexString());
    }

    private Path checkpoint(JobID run, long number, Instant completedAt) throws IOException {
        Path checkpoint = Files.createDirectories(run(run).resolve("chk-" + number));
        Path state = Files.writeString(checkpoint.resolve("state"), "12345");
        OperatorStateHandle handle = new OperatorStreamStateHandle(
                Map.of(),
                new FileStateHandle(org.apache.flink.core.fs.Path.fromLocalFile(state.toFile()), Files.size(state)));
        OperatorState operator = new OperatorState("sum", "sum", new OperatorID(3, 3), 1, 128);
        operator.putState(
                0,
                OperatorSubtaskState.builder()
                        .setManagedOperatorState(StateObjectCollection.singleton(handle))
                        .build());
        Path metadata = checkpoint.resolve("_metadata");
        try (OutputStream out = Files.newOutputStream(metadata)) {
            Checkpoints.storeCheckpointMetadata(new CheckpointMetadata(number, List.of(operator), List.of()), out);
        }
        Files.setLastModifiedTime(metadata, FileTime.from(completedAt));
        return checkpoint;
    }
}

package dev.pennant.stack.flink;

import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.apache.flink.runtime.checkpoint.Checkpoints;
import org.apache.flink.runtime.checkpoint.OperatorState;
import org.apache.flink.runtime.checkpoint.metadata.CheckpointMetadata;
import org.apache.flink.runtime.state.IncrementalKeyedStateHandle.HandleAndLocalPath;
import org.apache.flink.runtime.state.IncrementalRemoteKeyedStateHandle;
import org.apache.flink.runtime.state.KeyGroupsStateHandle;
import org.apache.flink.runtime.state.OperatorStateHandle;
import org.apache.flink.runtime.state.StateObject;
import org.apache.flink.runtime.state.StreamStateHandle;
import org.apache.flink.runtime.state.filesystem.FileStateHandle;

/** The files that a checkpoint is made of. */
final class CheckpointFiles {
    private static final String METADATA = "_metadata";

    private CheckpointFiles() {}

    /**
     * Makes sure that a checkpoint's metadata can be read, and that every file it names is there in its full length.
     *
     * @throws IOException saying what is wrong
     */
    static void requireWhole(Path checkpoint) throws IOException {
        CheckpointMetadata metadata = metadata(checkpoint);
        for (OperatorState operator : metadata.getOperatorStates()) {
            for (StateObject state : operator.getDiscardables()) {
                for (StreamStateHandle handle : handles(state).toList()) {
                    requireWhole(handle);
                }
            }
        }
    }

    private static CheckpointMetadata metadata(Path checkpoint) throws IOException {
        try (DataInputStream in = new DataInputStream(Files.newInputStream(checkpoint.resolve(METADATA)))) {
            return Checkpoints.loadCheckpointMetadata(in, CheckpointFiles.class.getClassLoader(), "file:" + checkpoint);
        } catch (RuntimeException garbled) {
            throw new IOException("its metadata is garbled", garbled);
        }
    }

    private static Stream<StreamStateHandle> handles(StateObject state) {
        if (state instanceof KeyGroupsStateHandle keyed) {
            return handles(keyed.getDelegateStateHandle());
        }
        if (state instanceof OperatorStateHandle operator) {
            return handles(operator.getDelegateStateHandle());
        }
        if (state instanceof IncrementalRemoteKeyedStateHandle incremental) {
            return Stream.concat(
                    Stream.of(incremental.getMetaDataStateHandle()),
                    Stream.concat(incremental.getSharedState().stream(), incremental.getPrivateState().stream())
                            .map(HandleAndLocalPath::getHandle));
        }
        return state instanceof StreamStateHandle handle ? Stream.of(handle) : Stream.empty();
    }

    private static void requireWhole(StreamStateHandle handle) throws IOException {
        if (handle instanceof FileStateHandle inFile) {
            Path file = Path.of(inFile.getFilePath().getPath());
            if (!Files.exists(file)) {
                throw new IOException(file + " is missing");
            }
            if (Files.size(file) < inFile.getStateSize()) {
                throw new IOException(file + " is cut short");
            }
        }
    }
}

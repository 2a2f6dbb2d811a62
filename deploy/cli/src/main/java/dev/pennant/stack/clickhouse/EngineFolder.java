package dev.pennant.stack.clickhouse;

import dev.pennant.stack.StackException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * What the engine needs of a data folder, made ready for a start.
 *
 * @param home the engine's working directory
 * @param processLog what the engine's process prints
 * @param credentials the passwords of the folder
 */
record EngineFolder(Path home, Path processLog, ClickHouseCredentials credentials) {
    static final String CONFIGURATION = "config.xml";

    /** Below this nothing is started: a full disk is better met before the first insert than in the middle of a merge. */
    private static final long LEAST_FREE_BYTES = 256L << 20;

    private static final String PACKED = "/clickhouse/";

    static EngineFolder prepare(Path dataFolder) {
        Path home = dataFolder.resolve("clickhouse");
        Path logs = dataFolder.resolve("logs");
        try {
            Files.createDirectories(home.resolve("users.d"));
            Files.createDirectories(logs);
            requireSpace(home);
            unpack(CONFIGURATION, home.resolve(CONFIGURATION));
            unpack("users.xml", home.resolve("users.xml"));
            unpack("engine/default-user.xml", home.resolve("users.d/default-user.xml"));
            return new EngineFolder(
                    home, logs.resolve("clickhouse.process.log"), ClickHouseCredentials.readOrCreate(dataFolder));
        } catch (IOException e) {
            throw new StackException("The data folder " + dataFolder + " cannot be written: " + reason(e) + ".", e);
        }
    }

    private static String reason(IOException failure) {
        if (failure instanceof AccessDeniedException denied) {
            return "no access to " + denied.getFile();
        }
        if (failure instanceof FileAlreadyExistsException file) {
            return file.getFile() + " is a file";
        }
        return failure.getMessage();
    }

    private static void requireSpace(Path home) throws IOException {
        long free = Files.getFileStore(home).getUsableSpace();
        if (free < LEAST_FREE_BYTES) {
            throw new StackException("The disk of " + home + " is full: " + (free >> 20)
                    + " MB are free, and ClickHouse needs " + (LEAST_FREE_BYTES >> 20) + ".");
        }
    }

    private static void unpack(String resource, Path to) throws IOException {
        try (InputStream packed = EngineFolder.class.getResourceAsStream(PACKED + resource)) {
            if (packed == null) {
                throw new IllegalStateException("This program was built without " + PACKED + resource);
            }
            Files.copy(packed, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}

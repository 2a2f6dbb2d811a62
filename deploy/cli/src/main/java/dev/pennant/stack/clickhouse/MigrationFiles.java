package dev.pennant.stack.clickhouse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The migrations packed with this program, from a folder of classes or from a jar. */
final class MigrationFiles {
    private static final String FOLDER = "/clickhouse/migrations";

    private MigrationFiles() {}

    static List<Migration> packed() {
        URL folder = MigrationFiles.class.getResource(FOLDER);
        try {
            if (!(folder.openConnection() instanceof JarURLConnection connection)) {
                return in(Path.of(folder.toURI()));
            }
            // By its path, not by its URI: a file system of its own, however many starters open one.
            Path file = Path.of(connection.getJarFileURL().toURI());
            try (FileSystem jar = FileSystems.newFileSystem(file)) {
                return in(jar.getPath(FOLDER));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException("A resource without a place", e);
        }
    }

    private static List<Migration> in(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(MigrationFiles::read)
                    .sorted(Comparator.comparingInt(Migration::number))
                    .toList();
        }
    }

    private static Migration read(Path file) {
        try {
            return Migration.named(file.getFileName().toString(), Files.readString(file, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

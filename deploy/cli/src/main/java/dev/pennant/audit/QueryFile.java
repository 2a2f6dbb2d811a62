package dev.pennant.audit;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** A query, or the beginning of several, in a file of its own. */
final class QueryFile {
    private QueryFile() {}

    /** The text of a file of {@code /audit}. */
    static String read(String name) {
        try (InputStream resource = QueryFile.class.getResourceAsStream("/audit/" + name)) {
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}

package dev.pennant.jobs.alerts.notify;

import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * Something that is not for everybody's eyes, such as the address of a robot, which holds its key. It is read where it is used, so that it stands in
 * no job graph, and never told: what is printed of it is where it comes from.
 */
final class Secret implements Serializable {
    private static final long serialVersionUID = 1L;

    private final Source source;
    private final String reference;

    private enum Source {
        FILE,
        ENVIRONMENT,
        SETTINGS
    }

    private Secret(Source source, String reference) {
        this.source = source;
        this.reference = reference;
    }

    static Secret inFile(String path) {
        return new Secret(Source.FILE, path);
    }

    static Secret inEnvironment(String variable) {
        return new Secret(Source.ENVIRONMENT, variable);
    }

    /** One that stands in the settings themselves, as an address without a key may. */
    static Secret of(String value) {
        return new Secret(Source.SETTINGS, value);
    }

    /** @throws IOException when it is not where it ought to be; the message does not tell it */
    String reveal(Map<String, String> environment) throws IOException {
        if (source == Source.SETTINGS) {
            return reference;
        }
        String value = source == Source.FILE
                ? Files.readString(Path.of(reference)).strip()
                : environment.getOrDefault(reference, "").strip();
        if (value.isEmpty()) {
            throw new IOException("there is nothing in " + this);
        }
        return value;
    }

    @Override
    public String toString() {
        return switch (source) {
            case FILE -> "the file " + reference;
            case ENVIRONMENT -> "the environment variable " + reference;
            case SETTINGS -> "the settings";
        };
    }
}

package dev.pennant.load;

import java.nio.file.Path;

/** A file that cannot be read as the table it should be. The message is one sentence for people: which file, which line, what to do. */
public final class RefusedFileException extends RuntimeException {
    private static final long serialVersionUID = 1;

    RefusedFileException(Path file, String sentence) {
        super(file + ": " + sentence);
    }

    RefusedFileException(Path file, long line, String sentence) {
        super(file + ", line " + line + ": " + sentence);
    }

    RefusedFileException(Path file, long line, String sentence, Throwable cause) {
        super(file + ", line " + line + ": " + sentence, cause);
    }

    RefusedFileException(Path file, String sentence, Throwable cause) {
        super(file + ": " + sentence, cause);
    }
}

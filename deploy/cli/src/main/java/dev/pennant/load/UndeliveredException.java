package dev.pennant.load;

import java.nio.file.Path;

/** Events did not reach their topic. The message is one sentence for people. */
public final class UndeliveredException extends RuntimeException {
    private static final long serialVersionUID = 1;

    UndeliveredException(String sentence, Throwable cause) {
        super(sentence, cause);
    }

    /** The same of the rows of a file, and what to do. */
    UndeliveredException of(Path file) {
        return new UndeliveredException(
                file + ": " + getMessage()
                        + "; import this file again, and those after it: rows that were taken count once",
                this);
    }
}

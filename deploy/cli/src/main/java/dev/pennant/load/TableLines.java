package dev.pennant.load;

import java.io.Closeable;
import java.util.Optional;

/** The records of one file in their order, read as they are asked for; a row group never stays in memory. */
interface TableLines extends Closeable {
    /**
     * The next record, or nothing at the end.
     *
     * @throws RefusedFileException when the rest of the file cannot be read
     */
    Optional<TableLine> next();

    /** Whether a record ends only where the file says so, so that a short one is damaged rather than empty at its end. */
    boolean everyCellIsWritten();

    /** Bytes of the file taken in so far; 0 where the format does not tell. */
    long bytesRead();
}

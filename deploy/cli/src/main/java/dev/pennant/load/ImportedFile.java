package dev.pennant.load;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What became of one file.
 *
 * @param file the file
 * @param encoding what its bytes were, as {@link Table#encoding()}
 * @param accepted rows whose events the topic acknowledged
 * @param rejected rows that were not sent
 * @param firstFaults why the first few of them were not
 * @param rejectedRows where they are, if there are any
 * @param remark what its sender should know about the accepted rows
 * @param broken why the file could not be read to its end, if it could not
 */
public record ImportedFile(
        Path file,
        String encoding,
        long accepted,
        long rejected,
        List<RowFault> firstFaults,
        Optional<Path> rejectedRows,
        Optional<String> remark,
        Optional<RefusedFileException> broken) {
    /** Whether every row was accepted. */
    public boolean isComplete() {
        return rejected == 0 && broken.isEmpty();
    }
}

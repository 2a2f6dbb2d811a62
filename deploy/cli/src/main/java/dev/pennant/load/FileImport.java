package dev.pennant.load;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Takes the rows of a file one by one to a stream's topic; what is wrong goes into a file of rejected rows. */
public final class FileImport {
    private static final int FAULTS_SHOWN = 5;
    private static final int ROWS_BETWEEN_NEWS = 1_000;

    /** Told every thousand rows and at the end of the file how far an import is. */
    @FunctionalInterface
    public interface Watcher {
        /**
         * So much has been read.
         *
         * @param bytes of the file; 0 until its end where its format does not tell
         * @param rows accepted and rejected
         */
        void read(long bytes, long rows);
    }

    private final ImportStream stream;
    private final EventSender sender;

    /** @param sender to the stream's topic */
    public FileImport(ImportStream stream, EventSender sender) {
        this.stream = stream;
        this.sender = sender;
    }

    /**
     * Imports a file. Rows before a place from which it cannot be read stay accepted; importing the mended file again changes nothing for
     * them.
     *
     * @param encoding of a CSV file; found out when nothing is given
     * @throws RefusedFileException when nothing of the file can be imported
     * @throws UndeliveredException when the topic does not take events (any longer)
     */
    public ImportedFile run(Path file, Optional<Charset> encoding, Watcher watcher) throws IOException {
        try {
            return imported(file, encoding, watcher);
        } catch (UndeliveredException undelivered) {
            throw undelivered.of(file);
        }
    }

    private ImportedFile imported(Path file, Optional<Charset> encoding, Watcher watcher) throws IOException {
        stream.begin();
        long acknowledgedBefore = sender.acknowledged();
        List<RowFault> firstFaults = new ArrayList<>();
        try (Table table = Table.open(file, stream.columns(), stream.optionalColumns(), encoding);
                RejectedRows rejected = new RejectedRows(file)) {
            Optional<RefusedFileException> broken = Optional.empty();
            try {
                long rows = 0;
                for (Optional<TableRow> row = table.next(); row.isPresent(); row = table.next()) {
                    take(row.get(), rejected, firstFaults);
                    rows++;
                    if (rows % ROWS_BETWEEN_NEWS == 0) {
                        watcher.read(table.bytesRead(), rows);
                    }
                }
                watcher.read(Files.size(file), rows);
            } catch (RefusedFileException unreadable) {
                broken = Optional.of(unreadable);
            }
            sender.awaitDelivery();
            return new ImportedFile(
                    file,
                    table.encoding(),
                    sender.acknowledged() - acknowledgedBefore,
                    rejected.count(),
                    List.copyOf(firstFaults),
                    rejected.finish(),
                    stream.remark(),
                    broken);
        }
    }

    private void take(TableRow row, RejectedRows rejected, List<RowFault> firstFaults) throws IOException {
        RowOutcome outcome =
                row.unreadable().<RowOutcome>map(RowOutcome.Rejected::new).orElseGet(() -> stream.read(row));
        if (outcome instanceof RowOutcome.Accepted accepted) {
            sender.send(accepted.message());
        } else if (outcome instanceof RowOutcome.Rejected refused) {
            rejected.add(row, refused.fault());
            if (firstFaults.size() < FAULTS_SHOWN) {
                firstFaults.add(refused.fault());
            }
        }
    }
}

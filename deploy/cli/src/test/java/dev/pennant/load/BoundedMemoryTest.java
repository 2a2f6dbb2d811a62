package dev.pennant.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BoundedMemoryTest {
    private static final int ROWS = 200_000;
    private static final long MEBIBYTE = 1 << 20;

    @TempDir
    private Path folder;

    @Test
    void howMuchIsInMemoryDoesNotGrowWithTheFile() throws IOException {
        Path file = GeneratedReports.write(folder.resolve("reports.csv"), ROWS);
        assertThat(Files.size(file)).isGreaterThan(14 * MEBIBYTE);
        WeighingSender sender = new WeighingSender();

        ImportedFile imported = new FileImport(ImportFixture.stream("enterprise-reports", true), sender)
                .run(file, Optional.empty(), (bytes, rows) -> {});

        assertThat(imported.accepted()).isEqualTo(ROWS - ROWS / 1_000);
        assertThat(imported.rejected()).isEqualTo(ROWS / 1_000);
        assertThat(sender.heaviest - sender.lightest).isLessThan(8 * MEBIBYTE);
    }

    /** Weighs what is in use, garbage taken away, four times on the way. */
    private static final class WeighingSender implements EventSender {
        private long messages;
        private long lightest = Long.MAX_VALUE;
        private long heaviest;

        @Override
        public void send(Message message) {
            messages++;
            if (messages % (ROWS / 4) == 1) {
                System.gc();
                long used =
                        ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
                lightest = Math.min(lightest, used);
                heaviest = Math.max(heaviest, used);
            }
        }

        @Override
        public void awaitDelivery() {}

        @Override
        public long acknowledged() {
            return messages;
        }
    }
}

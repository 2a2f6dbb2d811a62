package dev.pennant.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * Reads, checks and encodes ten million reports (730 MB) in a heap of 256 MB, and prints how long it took. Too long for every build:
 *
 * <pre>mvn test -pl deploy/cli -am -Dtest=TenMillionRowsTest -Dsurefire.failIfNoSpecifiedTests=false \
 *     -Dtest.argLine="-Xmx256m -Dpennant.large=true"</pre>
 */
@EnabledIfSystemProperty(named = "pennant.large", matches = "true", disabledReason = "takes a minute and 1 GB of disk")
class TenMillionRowsTest {
    private static final int ROWS = 10_000_000;

    @TempDir
    private Path folder;

    @Test
    void tenMillionRowsPassThroughASmallHeap() throws IOException {
        long heap = Runtime.getRuntime().maxMemory();
        assertThat(heap).as("-Xmx256m").isLessThanOrEqualTo(256L << 20);
        Path file = GeneratedReports.write(folder.resolve("reports.csv"), ROWS);
        long size = Files.size(file);

        long begin = System.nanoTime();
        TextEncoding.detect(file);
        Duration detecting = Duration.ofNanos(System.nanoTime() - begin);
        CountingSender sender = new CountingSender();
        begin = System.nanoTime();
        ImportedFile imported = new FileImport(ImportFixture.stream("enterprise-reports", true), sender)
                .run(file, Optional.empty(), (bytes, rows) -> {});
        Duration importing = Duration.ofNanos(System.nanoTime() - begin);

        assertThat(imported.accepted()).isEqualTo(ROWS - ROWS / 1_000);
        assertThat(imported.rejected()).isEqualTo(ROWS / 1_000);
        System.out.printf(
                Locale.ROOT,
                "%,d rows, %,d MB in, %,d MB out: %.1f s, of which the encoding %.1f s; %,.0f rows/s; peak heap %,d MB of %,d MB%n",
                ROWS,
                size >> 20,
                sender.bytes() >> 20,
                importing.toMillis() / 1e3,
                detecting.toMillis() / 1e3,
                ROWS / (importing.toMillis() / 1e3),
                peakHeap() >> 20,
                heap >> 20);
    }

    private static long peakHeap() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .map(MemoryPoolMXBean::getPeakUsage)
                .mapToLong(usage -> usage.getUsed())
                .sum();
    }
}

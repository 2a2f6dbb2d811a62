package dev.pennant.load;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files of made-up reports of any length, written row by row. */
final class GeneratedReports {
    private static final int ENTERPRISES = 6_000;

    private GeneratedReports() {}

    /** Reports of October 2020 in ever new revisions; every thousandth has an amount that is none. */
    static Path write(Path file, int rows) throws IOException {
        try (BufferedWriter text = Files.newBufferedWriter(file, UTF_8)) {
            text.write(ImportFixture.REPORTS);
            for (int row = 0; row < rows; row++) {
                long fen = 100_000_000L + row * 7_919L % 900_000_000L;
                text.write("91330482MA28A");
                text.write(Integer.toString(10_000 + row % ENTERPRISES));
                text.write(",2020-10,");
                if (row % 1_000 == 999) {
                    text.write("unknown");
                } else {
                    text.write(yuan(fen));
                }
                text.write(',');
                text.write(yuan(fen - 1_234_567));
                text.write(",,,");
                text.write(Integer.toString(row / ENTERPRISES));
                text.write(",2020-11-12T09:30:00\r\n");
            }
        }
        return file;
    }

    private static String yuan(long fen) {
        long cents = fen % 100;
        return fen / 100 + (cents < 10 ? ".0" : ".") + cents;
    }
}

package dev.pennant.load;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Files of made-up receipts of any length, written row by row. A million of them for {@code pennant import retail-receipts}:
 *
 * <pre>java -cp deploy/cli/target/test-classes:deploy/cli/target/classes dev.pennant.load.GeneratedReceipts receipts.csv 1000000</pre>
 */
final class GeneratedReceipts {
    private static final int STORES = 2_000;
    private static final String[] CATEGORIES = {"catering", "fresh-produce", "daily-goods", "medicines"};

    private GeneratedReceipts() {}

    /** Receipts of October 2020, each store's numbered from one. */
    static Path write(Path file, int rows) throws IOException {
        try (BufferedWriter text = Files.newBufferedWriter(file, UTF_8)) {
            text.write("store_id,receipt_no,sold_at,category,amount,channel\n");
            for (int row = 0; row < rows; row++) {
                int second = (int) (row * 86_400L / rows);
                text.write("S33048200" + (10_000 + row % STORES));
                text.write("," + (20201001000001L + row / STORES));
                text.write(",2020-10-" + twoDigits(1 + row % 31));
                text.write("T" + twoDigits(second / 3_600) + ":" + twoDigits(second / 60 % 60) + ":"
                        + twoDigits(second % 60));
                text.write("," + CATEGORIES[row % CATEGORIES.length]);
                text.write("," + (row % 50 == 49 ? "-" : "") + (1 + row * 7_919L % 400) + "." + twoDigits(row % 100));
                text.write(row % 7 == 0 ? ",online\n" : ",store\n");
            }
        }
        return file;
    }

    private static String twoDigits(int number) {
        return number < 10 ? "0" + number : Integer.toString(number);
    }

    /** Writes the named file of so many rows. */
    public static void main(String[] arguments) throws IOException {
        write(Path.of(arguments[0]), Integer.parseInt(arguments[1]));
    }
}

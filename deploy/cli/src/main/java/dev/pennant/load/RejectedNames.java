package dev.pennant.load;

import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What files of rejected rows are called, beside the file they come from: {@code FILE.rejected.csv}, then {@code FILE.rejected-2.csv} and so
 * on. What is rejected of such a file itself goes by the same names, from its own on.
 *
 * @param file the file to whose name they add
 * @param first the number of the first name
 */
record RejectedNames(Path file, int first) {
    private static final Pattern REJECTED =
            Pattern.compile("(.+)\\.rejected(?:-([1-9]\\d{0,5}))?\\.csv", Pattern.DOTALL);

    static RejectedNames of(Path importedFile) {
        Matcher rejected = REJECTED.matcher(importedFile.getFileName().toString());
        if (!rejected.matches()) {
            return new RejectedNames(importedFile, 1);
        }
        int number = rejected.group(2) == null ? 1 : Integer.parseInt(rejected.group(2));
        return new RejectedNames(importedFile.resolveSibling(rejected.group(1)), number);
    }

    Path at(int number) {
        return file.resolveSibling(file.getFileName() + ".rejected" + (number == 1 ? "" : "-" + number) + ".csv");
    }
}

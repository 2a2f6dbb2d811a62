package dev.pennant.load;

import java.time.LocalDateTime;
import java.util.Optional;

/**
 * A time as a till writes it, {@code 2020-10-07T14:23:05}, read digit by digit: in an import of a million receipts a formatter takes a third of the
 * time in which a row is read. Whatever else a time may look like is left to the formatter.
 */
final class PlainTime {
    private static final String SHAPE = "0000-00-00T00:00:00";
    private static final char ANY_DIGIT = '0';

    private PlainTime() {}

    /**
     * The time, or nothing where the text has another shape.
     *
     * @throws java.time.DateTimeException when the text has the shape, but there is no such time
     */
    static Optional<LocalDateTime> read(String text) {
        if (!hasShape(text)) {
            return Optional.empty();
        }
        return Optional.of(LocalDateTime.of(
                number(text, 0, 4),
                number(text, 5, 7),
                number(text, 8, 10),
                number(text, 11, 13),
                number(text, 14, 16),
                number(text, 17, 19)));
    }

    private static boolean hasShape(String text) {
        if (text.length() != SHAPE.length()) {
            return false;
        }
        for (int place = 0; place < SHAPE.length(); place++) {
            char expected = SHAPE.charAt(place);
            char found = text.charAt(place);
            boolean fits = expected == ANY_DIGIT ? found >= '0' && found <= '9' : found == expected;
            if (!fits) {
                return false;
            }
        }
        return true;
    }

    private static int number(String text, int from, int to) {
        int number = 0;
        for (int place = from; place < to; place++) {
            number = 10 * number + text.charAt(place) - '0';
        }
        return number;
    }
}

package dev.pennant.core.period;

/** A text of digits in fixed places. Read by hand because periods are read with every figure, and the parsers of java.time cost more than the rest. */
record Digits(String text, String shape) {
    private static final int TEN = 10;

    /**
     * Checks the text.
     *
     * @param shape the text with every digit written as 0
     * @throws IllegalArgumentException when the text has another shape
     */
    Digits {
        boolean fits = text.length() == shape.length();
        for (int at = 0; fits && at < text.length(); at++) {
            char found = text.charAt(at);
            fits = shape.charAt(at) == '0' ? found >= '0' && found <= '9' : found == shape.charAt(at);
        }
        if (!fits) {
            throw new IllegalArgumentException("not of the shape " + shape);
        }
    }

    /** The number between two places. */
    int number(int from, int to) {
        int number = 0;
        for (int at = from; at < to; at++) {
            number = number * TEN + text.charAt(at) - '0';
        }
        return number;
    }
}

package dev.pennant.core;

/** How a message quotes what somebody sent: on one line, and no more of it than one can read. */
public final class Quotation {
    private static final int LONGEST = 64;

    private Quotation() {}

    /** The text between single quotes; {@code …} stands for what follows its first 64 characters, and a space for a control character. */
    public static String of(String text) {
        boolean isLong = text.codePointCount(0, text.length()) > LONGEST;
        String start = isLong ? text.substring(0, text.offsetByCodePoints(0, LONGEST)) + "…" : text;
        return "'" + start.replaceAll("\\p{Cntrl}", " ") + "'";
    }
}

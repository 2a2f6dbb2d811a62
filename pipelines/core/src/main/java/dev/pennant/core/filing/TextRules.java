package dev.pennant.core.filing;

import dev.pennant.core.filing.Rejection.Reason;
import java.util.List;

/** What any text of a record has to keep to, whatever it names. */
public final class TextRules {
    private static final int LONGEST_ID = 64;
    private static final int LONGEST_TEXT = 256;

    private TextRules() {}

    /**
     * Checks the id of an enterprise or a store.
     *
     * @param column the column it stands in
     * @param faults takes what is wrong with it
     */
    public static void checkId(String column, String id, List<Rejection> faults) {
        boolean printable = id.codePoints().allMatch(TextRules::isPrintable);
        boolean spaced = !id.isEmpty() && (isSpace(id.codePointAt(0)) || isSpace(id.codePointBefore(id.length())));
        if (id.isEmpty() || id.length() > LONGEST_ID || !printable || spaced) {
            faults.add(new Rejection(
                    Reason.BAD_ID,
                    column,
                    "an id has 1 to " + LONGEST_ID + " printable characters and no space around them"));
        }
    }

    /**
     * Checks a free text.
     *
     * @param column the column it stands in
     * @param faults takes what is wrong with it
     */
    public static void checkText(String column, String text, List<Rejection> faults) {
        if (text.length() > LONGEST_TEXT) {
            faults.add(new Rejection(
                    Reason.BAD_TEXT, column, "has " + text.length() + " characters, at most " + LONGEST_TEXT + " fit"));
        }
    }

    /** Two ids that look alike have to be one: nothing invisible may stand in them, such as a zero-width space or a byte order mark. */
    private static boolean isPrintable(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }

    private static boolean isSpace(int character) {
        return Character.isSpaceChar(character) || Character.isWhitespace(character);
    }
}

package dev.pennant.wall.sql;

import dev.pennant.wall.board.Choice;
import java.util.Map;
import java.util.regex.Matcher;

/** What people read of a text with variables in it. */
public final class TitleText {
    private TitleText() {}

    /** A text with the chosen values in the words people read; references to what is no variable stay. */
    public static String of(String written, Map<String, Choice> choices) {
        Matcher matcher = Reference.in(written);
        return matcher.replaceAll(found -> {
            Reference reference = Reference.of(found);
            Choice choice = choices.get(reference.name());
            return Matcher.quoteReplacement(choice == null ? reference.text() : choice.text());
        });
    }
}

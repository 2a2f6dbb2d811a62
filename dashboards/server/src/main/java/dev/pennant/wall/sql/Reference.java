package dev.pennant.wall.sql;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a text refers to a variable: {@code $name}, {@code ${name:format}} or {@code [[name:format]]}.
 *
 * @param name of the variable
 * @param format how its value is to be written; empty where nothing is said
 * @param text the whole of the reference
 */
public record Reference(String name, String format, String text) {
    private static final Pattern PATTERN =
            Pattern.compile("\\$(\\w+)|\\[\\[(\\w+)(?::(\\w+))?\\]\\]|\\$\\{(\\w+)(?::([^}]+))?\\}");

    /** Finds the references in a text. */
    static Matcher in(String text) {
        return PATTERN.matcher(text);
    }

    static Reference of(MatchResult found) {
        for (int group : new int[] {1, 2, 4}) {
            if (found.group(group) != null) {
                String format = group == 1 ? null : found.group(group + 1);
                return new Reference(found.group(group), format == null ? "" : format, found.group());
            }
        }
        throw new IllegalStateException("One of the three is there");
    }

    /** Whether a text refers to a variable of that name. */
    public static boolean isIn(String text, String name) {
        return in(text).results()
                .map(Reference::of)
                .anyMatch(reference -> reference.name().equals(name));
    }
}

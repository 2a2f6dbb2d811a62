package dev.pennant.core.alerts;

import java.io.Serializable;

/**
 * What an alert is about: an indicator or a competition.
 *
 * @param kind which of both
 * @param id its id in the catalogue
 */
public record Subject(Kind kind, String id) implements Serializable {
    private static final char SEPARATOR = '/';

    /** What a subject is. */
    public enum Kind {
        INDICATOR,
        COMPETITION
    }

    /** An indicator. */
    public static Subject indicator(String id) {
        return new Subject(Kind.INDICATOR, id);
    }

    /** A competition. */
    public static Subject competition(String id) {
        return new Subject(Kind.COMPETITION, id);
    }

    /** Whether it is an indicator. */
    public boolean isIndicator() {
        return kind == Kind.INDICATOR;
    }

    /** One text for both parts, which {@link #parse} reads. */
    @Override
    public String toString() {
        return (isIndicator() ? "indicator" : "competition") + SEPARATOR + id;
    }

    /** Reads what {@link #toString} writes. */
    public static Subject parse(String text) {
        int separator = text.indexOf(SEPARATOR);
        String id = text.substring(separator + 1);
        return text.startsWith("indicator") ? indicator(id) : competition(id);
    }
}

package dev.pennant.core.alerts;

import dev.pennant.core.Quotation;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What an alert says, with places for what it is about: {@code {unit} {subject} {period} 增速 {value}}.
 *
 * @param text the template
 */
public record MessageTemplate(String text) {
    private static final Pattern PLACE = Pattern.compile("\\{([^{}]*)}");

    /** What a template has places for. */
    public enum Place {
        UNIT,
        SUBJECT,
        PERIOD,
        LEVEL,
        VALUE,
        THRESHOLD,
        PREVIOUS_RANK,
        RANKED,
        REPORTED,
        EXPECTED;

        private String spelling() {
            return name().toLowerCase(Locale.ROOT);
        }

        private static Place spelled(String text) {
            return Arrays.stream(values())
                    .filter(place -> place.spelling().equals(text))
                    .findFirst()
                    .orElseThrow(() ->
                            new IllegalArgumentException(Quotation.of(text) + " is no place of a message; there are "
                                    + Arrays.stream(values())
                                            .map(place -> "{" + place.spelling() + "}")
                                            .collect(Collectors.joining(", "))));
        }
    }

    /** @throws IllegalArgumentException when the template has a place that is not known */
    public MessageTemplate {
        Matcher places = PLACE.matcher(text);
        while (places.find()) {
            Place.spelled(places.group(1));
        }
    }

    /** The message; a place for which there is nothing shows a dash. */
    String filled(Map<Place, String> words) {
        return PLACE.matcher(text)
                .replaceAll(place -> Matcher.quoteReplacement(words.getOrDefault(Place.spelled(place.group(1)), "–")));
    }
}

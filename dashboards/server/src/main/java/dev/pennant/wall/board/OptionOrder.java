package dev.pennant.wall.board;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How Grafana puts the options of a query in order, in the order of its own numbers. */
public enum OptionOrder {
    AS_THEY_COME,
    ALPHABETICAL,
    ALPHABETICAL_DESCENDING,
    NUMERICAL,
    NUMERICAL_DESCENDING,
    ALPHABETICAL_IN_ANY_CASE,
    ALPHABETICAL_IN_ANY_CASE_DESCENDING;

    private static final List<OptionOrder> BY_NUMBER = List.of(values());
    private static final Pattern NUMBER = Pattern.compile(".*?(-?\\d+(?:\\.\\d+)?).*", Pattern.DOTALL);
    private static final BigDecimal NONE = BigDecimal.ONE.negate();

    /** The order of one of Grafana's numbers; nothing where it is none. */
    static Optional<OptionOrder> numbered(int number) {
        return number >= 0 && number < BY_NUMBER.size() ? Optional.of(BY_NUMBER.get(number)) : Optional.empty();
    }

    /** The options in this order; equal ones keep theirs. */
    public List<Option> sorted(List<Option> options) {
        return this == AS_THEY_COME
                ? options
                : options.stream().sorted(comparator()).toList();
    }

    private Comparator<Option> comparator() {
        return switch (this) {
            case AS_THEY_COME -> throw new IllegalStateException("There is nothing to compare");
            case ALPHABETICAL -> Comparator.comparing(Option::text);
            case ALPHABETICAL_DESCENDING -> Comparator.comparing(Option::text).reversed();
            case NUMERICAL -> Comparator.comparing(OptionOrder::number);
            case NUMERICAL_DESCENDING ->
                Comparator.comparing(OptionOrder::number).reversed();
            case ALPHABETICAL_IN_ANY_CASE -> Comparator.comparing(OptionOrder::inOneCase);
            case ALPHABETICAL_IN_ANY_CASE_DESCENDING ->
                Comparator.comparing(OptionOrder::inOneCase).reversed();
        };
    }

    private static String inOneCase(Option option) {
        return option.text().toLowerCase(Locale.ROOT);
    }

    private static BigDecimal number(Option option) {
        Matcher matcher = NUMBER.matcher(option.text());
        return matcher.matches() ? new BigDecimal(matcher.group(1)) : NONE;
    }
}

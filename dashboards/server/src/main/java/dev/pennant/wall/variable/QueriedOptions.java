package dev.pennant.wall.variable;

import dev.pennant.wall.board.Option;
import dev.pennant.wall.board.Variable;
import dev.pennant.wall.query.Answer;
import dev.pennant.wall.query.Column;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** The options that an answer of the database gives: of one column text and value, of two the value and then the text. */
final class QueriedOptions {
    private static final Pattern DELIMITED = Pattern.compile("/(.*)/(\\w*)", Pattern.DOTALL);

    private QueriedOptions() {}

    static List<Option> of(Variable variable, Answer answer) {
        Set<Option> options = new LinkedHashSet<>();
        for (Option option : rows(answer)) {
            keep(variable.regex(), option, options);
        }
        return variable.sort().sorted(List.copyOf(options));
    }

    private static List<Option> rows(Answer answer) {
        List<Column> columns = answer.columns();
        if (columns.isEmpty()) {
            return List.of();
        }
        Column values = columns.get(0);
        Column texts = columns.get(columns.size() > 1 ? 1 : 0);
        List<Option> options = new ArrayList<>();
        for (int row = 0; row < answer.rows(); row++) {
            String value = values.cells().get(row);
            String text = texts.cells().get(row);
            if (value != null) {
                options.add(new Option(text == null ? value : text, value));
            }
        }
        return options;
    }

    /** Keeps what a pattern matches, by its groups {@code text} and {@code value} or its first where it has one. */
    private static void keep(String regex, Option option, Set<Option> kept) {
        if (regex.isEmpty()) {
            kept.add(option);
            return;
        }
        Matcher matcher = pattern(regex).matcher(option.value());
        if (matcher.find()) {
            String value = regex.contains("(?<value>")
                    ? matcher.group("value")
                    : matcher.groupCount() > 0 && !regex.contains("(?<text>") ? matcher.group(1) : option.value();
            String text = regex.contains("(?<text>")
                    ? matcher.group("text")
                    : value.equals(option.value()) ? option.text() : value;
            kept.add(new Option(text, value));
        }
    }

    private static Pattern pattern(String regex) {
        Matcher delimited = DELIMITED.matcher(regex);
        try {
            return delimited.matches()
                    ? Pattern.compile(
                            delimited.group(1), delimited.group(2).contains("i") ? Pattern.CASE_INSENSITIVE : 0)
                    : Pattern.compile("^" + regex + "$");
        } catch (PatternSyntaxException wrong) {
            return Pattern.compile(Pattern.quote(regex));
        }
    }
}

package dev.pennant.wall.sql;

import dev.pennant.wall.board.Choice;
import dev.pennant.wall.board.Option;
import dev.pennant.wall.board.Variable;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * How the value of a variable stands in a query. What a reader or a row of the database says becomes a quoted string or a plain
 * number, and never anything else; only what the author of the board has listed himself may be a piece of SQL.
 */
final class VariableText {
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,38}(\\.\\d{1,38})?");
    private static final Pattern PLAIN_NAME = Pattern.compile("\\w{1,64}");

    private VariableText() {}

    /** Text as a literal of ClickHouse's. */
    static String quoted(String text) {
        return "'" + escaped(text) + "'";
    }

    /** Where the query goes on in code. */
    static String inCode(Choice choice, Reference reference) throws QueryException {
        Optional<String> all = choice.all() ? choice.variable().allValue() : Optional.empty();
        if (all.isPresent()) {
            return all.get();
        }
        boolean several = choice.variable().multi() || choice.all();
        return switch (reference.format()) {
            case "singlequote", "sqlstring" -> quotedList(choice);
            case "" -> several ? quotedList(choice) : plain(choice, reference);
            case "raw", "csv" -> plain(choice, reference);
            default -> throw unknownFormat(reference);
        };
    }

    /** Where it stands in a string, between single quotes. */
    static String inLiteral(Choice choice, Reference reference) throws QueryException {
        return switch (reference.format()) {
            case "", "raw" -> escaped(only(choice, reference).value());
            case "text" -> escaped(only(choice, reference).text());
            default -> throw unknownFormat(reference);
        };
    }

    /** Where it is part of a name in double quotes or backticks. */
    static String inName(Choice choice, Reference reference) throws QueryException {
        String value = only(choice, reference).value();
        if (choice.variable().kind().isWrittenByAuthor()
                || PLAIN_NAME.matcher(value).matches()) {
            return value;
        }
        throw new QueryException("The value of " + reference.text() + " cannot be part of a name.");
    }

    private static String quotedList(Choice choice) {
        // IN () is no SQL, and nothing equals NULL.
        return choice.chosen().isEmpty()
                ? "NULL"
                : choice.chosen().stream().map(option -> quoted(option.value())).collect(Collectors.joining(","));
    }

    private static String plain(Choice choice, Reference reference) throws QueryException {
        StringBuilder list = new StringBuilder();
        for (Option option : choice.chosen()) {
            list.append(list.isEmpty() ? "" : ",").append(plain(choice.variable(), option.value(), reference));
        }
        if (list.isEmpty()) {
            throw new QueryException(reference.text() + " has no value.");
        }
        return list.toString();
    }

    private static String plain(Variable variable, String value, Reference reference) throws QueryException {
        if (NUMBER.matcher(value).matches()) {
            // Two minus signs would begin a comment.
            return value.startsWith("-") ? "(" + value + ")" : value;
        }
        if (variable.kind().isWrittenByAuthor()) {
            return value;
        }
        throw new QueryException("The value of " + reference.text()
                + " is no number: it has to stand in quotes, or as ${" + reference.name() + ":singlequote}.");
    }

    private static Option only(Choice choice, Reference reference) throws QueryException {
        List<Option> chosen = choice.chosen();
        if (chosen.size() > 1) {
            throw new QueryException(reference.text() + " stands in quotes and has several values: write ${"
                    + reference.name() + ":singlequote} without quotes.");
        }
        return chosen.isEmpty() ? new Option("", "") : chosen.get(0);
    }

    private static QueryException unknownFormat(Reference reference) {
        return new QueryException("The wall does not know the format of " + reference.text() + " in this place.");
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("'", "\\'").replace("\0", "\\0");
    }
}

package dev.pennant.wall.board;

import static dev.pennant.wall.board.BoardReader.require;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pennant.wall.board.Variable.Kind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the variables of a dashboard. */
final class VariableReader {
    private static final Pattern NAME = Pattern.compile("[A-Za-z_]\\w{0,63}");

    /** Commas that no backslash stands before. */
    private static final Pattern COMMA = Pattern.compile("(?<!\\\\),");

    /** An option with a text of its own: {@code text : value}. */
    private static final Pattern PAIR = Pattern.compile("(.+?)\\s+:\\s+(.+)", Pattern.DOTALL);

    private VariableReader() {}

    static List<Variable> read(JsonNode list) throws BoardException {
        List<Variable> variables = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (JsonNode node : list) {
            String name = node.path("name").asText();
            require(NAME.matcher(name).matches(), "a variable has no name, or one that is no word: " + name);
            require(names.add(name), "two variables are called " + name);
            variables.add(variable(name, node));
        }
        return variables;
    }

    private static Variable variable(String name, JsonNode node) throws BoardException {
        Kind kind = kind(name, node.path("type").asText());
        String query = query(node.path("query"));
        require(kind != Kind.QUERY || !query.isBlank(), "the variable " + name + " has no query");
        return new Variable(
                name,
                kind,
                kind == Kind.QUERY ? query : "",
                node.path("regex").asText(),
                OptionOrder.numbered(node.path("sort").asInt())
                        .orElseThrow(() -> new BoardException("the variable " + name + " has an unknown sort")),
                node.path("multi").asBoolean(),
                node.path("includeAll").asBoolean(),
                Optional.of(node.path("allValue").asText("")).filter(value -> !value.isEmpty()),
                !node.path("skipUrlSync").asBoolean() && kind != Kind.CONSTANT,
                options(kind, query),
                initial(kind, query, node.path("current").path("value")));
    }

    private static Kind kind(String name, String type) throws BoardException {
        return switch (type) {
            case "query" -> Kind.QUERY;
            case "custom" -> Kind.CUSTOM;
            case "interval" -> Kind.INTERVAL;
            case "constant" -> Kind.CONSTANT;
            case "textbox" -> Kind.TEXT;
            default -> throw new BoardException("the wall does not know variables of type " + type + ": " + name);
        };
    }

    /** The plugin has kept the query as text, and later as an object around it. */
    private static String query(JsonNode query) {
        return query.isObject()
                ? query.path("rawSql").asText(query.path("query").asText())
                : query.asText();
    }

    private static List<Option> options(Kind kind, String query) {
        return switch (kind) {
            case QUERY, TEXT -> List.of();
            case CONSTANT -> List.of(new Option(query, query));
            case CUSTOM, INTERVAL ->
                COMMA.splitAsStream(query)
                        .map(text -> text.strip().replace("\\,", ","))
                        .filter(text -> !text.isEmpty())
                        .map(VariableReader::option)
                        .toList();
        };
    }

    private static Option option(String text) {
        Matcher pair = PAIR.matcher(text);
        return pair.matches() ? new Option(pair.group(1), pair.group(2)) : new Option(text, text);
    }

    private static List<String> initial(Kind kind, String query, JsonNode value) {
        if (kind == Kind.CONSTANT || (kind == Kind.TEXT && value.isMissingNode())) {
            return List.of(query);
        }
        return value.isArray()
                ? BoardReader.texts(value)
                : value.isValueNode() && !value.isNull() ? List.of(value.asText()) : List.of();
    }
}

package dev.pennant.wall.sql;

import dev.pennant.wall.board.Choice;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes a query as its author wrote it into one that ClickHouse runs: comments out, conditions, variables, macros. */
public final class QueryText {
    private static final String CONDITIONAL = Macros.PREFIX + "conditionalAll(";
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{?(\\w+).*");

    private final Map<String, Choice> choices;
    private final TimeRange range;
    private final Macros macros;

    /**
     * @param choices what is chosen, by the variables' names
     * @param range the span of time of the board
     * @param macros for the same span
     */
    public QueryText(Map<String, Choice> choices, TimeRange range, Macros macros) {
        this.choices = choices;
        this.range = range;
        this.macros = macros;
    }

    /**
     * The query to run.
     *
     * @throws QueryException when a value does not fit its place, or a macro its arguments
     */
    public String of(String written) throws QueryException {
        StringBuilder sql = new StringBuilder(written.length() + 64);
        for (SqlRegion region : SqlRegion.of(conditions(withoutComments(written)))) {
            sql.append(substituted(region));
        }
        return macros.expand(sql.toString()).strip();
    }

    private static String withoutComments(String written) {
        StringBuilder sql = new StringBuilder(written.length());
        for (SqlRegion region : SqlRegion.of(written)) {
            sql.append(region.kind() == SqlRegion.Kind.COMMENT ? " " : region.text());
        }
        return sql.toString();
    }

    /** {@code $__conditionalAll(condition, $variable)} is the condition, or nothing to fulfil where all are chosen. */
    private String conditions(String sql) throws QueryException {
        String text = sql;
        int begin = text.lastIndexOf(CONDITIONAL);
        while (begin >= 0) {
            Arguments arguments = Arguments.at(text, begin + CONDITIONAL.length() - 1)
                    .filter(found -> found.values().size() == 2)
                    .orElseThrow(() -> new QueryException("$__conditionalAll takes a condition and a variable."));
            Matcher variable = VARIABLE.matcher(arguments.values().get(1));
            Choice choice = variable.matches() ? choices.get(variable.group(1)) : null;
            String condition = choice != null && choice.isNoCondition()
                    ? "1=1"
                    : arguments.values().get(0);
            text = text.substring(0, begin) + condition + text.substring(arguments.end());
            begin = text.lastIndexOf(CONDITIONAL);
        }
        return text;
    }

    private String substituted(SqlRegion region) throws QueryException {
        Matcher matcher = Reference.in(region.text());
        StringBuilder text = new StringBuilder(region.text().length() + 32);
        while (matcher.find()) {
            Reference reference = Reference.of(matcher);
            matcher.appendReplacement(
                    text, Matcher.quoteReplacement(value(region, reference).orElse(reference.text())));
        }
        return matcher.appendTail(text).toString();
    }

    /** What stands for a reference; nothing where there is no such variable, as for the name of a macro. */
    private Optional<String> value(SqlRegion region, Reference reference) throws QueryException {
        Choice choice = choices.get(reference.name());
        if (choice == null) {
            return switch (reference.name()) {
                case "__from" -> Optional.of(Long.toString(range.from().toEpochMilli()));
                case "__to" -> Optional.of(Long.toString(range.to().toEpochMilli()));
                default -> Optional.empty();
            };
        }
        return Optional.of(
                switch (region.kind()) {
                    case CODE -> VariableText.inCode(choice, reference);
                    case LITERAL -> VariableText.inLiteral(choice, reference);
                    case NAME -> VariableText.inName(choice, reference);
                    case COMMENT -> "";
                });
    }
}

package dev.pennant.wall.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What stands in the parentheses behind the name of a macro.
 *
 * @param values what the commas divide, without the blanks around it
 * @param end where the query goes on
 */
record Arguments(List<String> values, int end) {
    /** The arguments at a place of a query; nothing where no parenthesis opens there, or none closes it. */
    static Optional<Arguments> at(String sql, int begin) {
        if (begin >= sql.length() || sql.charAt(begin) != '(') {
            return Optional.empty();
        }
        List<String> values = new ArrayList<>();
        int start = begin + 1;
        int depth = 1;
        int at = start;
        while (at < sql.length()) {
            char character = sql.charAt(at);
            if (SqlRegion.isQuote(character)) {
                at = SqlRegion.endOfQuotes(sql, at);
                continue;
            }
            if (character == '(') {
                depth++;
            } else if (character == ')') {
                depth--;
            }
            if (depth == 0 || (character == ',' && depth == 1)) {
                values.add(sql.substring(start, at).strip());
                start = at + 1;
            }
            if (depth == 0) {
                boolean none = values.size() == 1 && values.get(0).isEmpty();
                return Optional.of(new Arguments(none ? List.of() : values, at + 1));
            }
            at++;
        }
        return Optional.empty();
    }
}

package dev.pennant.stack.clickhouse;

import java.util.ArrayList;
import java.util.List;

/** A file of SQL statements, taken apart at the semicolons that end one: not those in quotes or comments. */
final class SqlScript {
    private final String text;
    private int position;

    private SqlScript(String text) {
        this.text = text;
    }

    /**
     * The statements in their order, without the semicolons; what is nothing but comments is none.
     *
     * @throws IllegalArgumentException when a quotation or a comment does not end
     */
    static List<String> statements(String text) {
        return new SqlScript(text).split();
    }

    private List<String> split() {
        List<String> statements = new ArrayList<>();
        int start = 0;
        boolean anything = false;
        while (position < text.length()) {
            char next = text.charAt(position);
            if (next == ';') {
                if (anything) {
                    statements.add(text.substring(start, position).strip());
                }
                position++;
                start = position;
                anything = false;
            } else if (!skipComment()) {
                anything |= !Character.isWhitespace(next);
                skipToken(next);
            }
        }
        if (anything) {
            statements.add(text.substring(start).strip());
        }
        return statements;
    }

    private void skipToken(char first) {
        switch (first) {
            case '\'', '"', '`' -> skipQuotation(first);
            case '$' -> skipHeredoc();
            default -> position++;
        }
    }

    private boolean skipComment() {
        if (text.startsWith("--", position) || text.startsWith("#!", position) || text.startsWith("# ", position)) {
            int end = text.indexOf('\n', position);
            position = end < 0 ? text.length() : end + 1;
            return true;
        }
        if (text.startsWith("/*", position)) {
            position = endOf("*/", position + 2, "comment");
            return true;
        }
        return false;
    }

    /** A doubled quote needs no care of its own: it reads as one quotation that ends and another that begins. */
    private void skipQuotation(char quote) {
        for (int i = position + 1; i < text.length(); i++) {
            char next = text.charAt(i);
            if (next == '\\') {
                i++;
            } else if (next == quote) {
                position = i + 1;
                return;
            }
        }
        throw unended("quotation", position);
    }

    /** ClickHouse's {@code $tag$ … $tag$}; any other dollar is a part of a name. */
    private void skipHeredoc() {
        int end = position + 1;
        while (end < text.length() && (Character.isLetterOrDigit(text.charAt(end)) || text.charAt(end) == '_')) {
            end++;
        }
        if (end == text.length() || text.charAt(end) != '$') {
            position = end;
            return;
        }
        String tag = text.substring(position, end + 1);
        position = endOf(tag, end + 1, "heredoc " + tag);
    }

    private int endOf(String mark, int from, String what) {
        int end = text.indexOf(mark, from);
        if (end < 0) {
            throw unended(what, position);
        }
        return end + mark.length();
    }

    private IllegalArgumentException unended(String what, int start) {
        long line = 1 + text.substring(0, start).chars().filter(c -> c == '\n').count();
        return new IllegalArgumentException("The " + what + " that begins in line " + line + " does not end");
    }
}

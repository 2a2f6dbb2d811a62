package dev.pennant.wall.sql;

import java.util.ArrayList;
import java.util.List;

/**
 * A stretch of a query that reads in one way, as ClickHouse divides it.
 *
 * @param kind how it reads
 * @param text with its quotes, so that all regions together are the query
 */
record SqlRegion(Kind kind, String text) {
    enum Kind {
        CODE,
        /** In single quotes. */
        LITERAL,
        /** In double quotes or backticks. */
        NAME,
        COMMENT
    }

    /** The regions of a query, in order. */
    static List<SqlRegion> of(String sql) {
        List<SqlRegion> regions = new ArrayList<>();
        int start = 0;
        int at = 0;
        while (at < sql.length()) {
            Kind kind = kindAt(sql, at);
            if (kind == Kind.CODE) {
                at++;
                continue;
            }
            add(regions, Kind.CODE, sql.substring(start, at));
            start = at;
            at = kind == Kind.COMMENT ? endOfComment(sql, at) : endOfQuotes(sql, at);
            add(regions, kind, sql.substring(start, at));
            start = at;
        }
        add(regions, Kind.CODE, sql.substring(start));
        return regions;
    }

    /** Where quoted text ends that begins at a place: after its last quote, or with the query. */
    static int endOfQuotes(String sql, int begin) {
        char quote = sql.charAt(begin);
        int at = begin + 1;
        while (at < sql.length()) {
            char character = sql.charAt(at);
            if (character == '\\') {
                at += 2;
            } else if (character != quote) {
                at++;
            } else if (at + 1 < sql.length() && sql.charAt(at + 1) == quote) {
                at += 2;
            } else {
                return at + 1;
            }
        }
        return sql.length();
    }

    static boolean isQuote(char character) {
        return character == '\'' || character == '"' || character == '`';
    }

    private static void add(List<SqlRegion> regions, Kind kind, String text) {
        if (!text.isEmpty()) {
            regions.add(new SqlRegion(kind, text));
        }
    }

    private static Kind kindAt(String sql, int at) {
        char character = sql.charAt(at);
        if (character == '\'') {
            return Kind.LITERAL;
        }
        if (isQuote(character)) {
            return Kind.NAME;
        }
        boolean comment = sql.startsWith("--", at)
                || sql.startsWith("/*", at)
                || sql.startsWith("# ", at)
                || sql.startsWith("#!", at);
        return comment ? Kind.COMMENT : Kind.CODE;
    }

    private static int endOfComment(String sql, int begin) {
        boolean block = sql.charAt(begin) == '/';
        int end = sql.indexOf(block ? "*/" : "\n", block ? begin + 2 : begin);
        if (end < 0) {
            return sql.length();
        }
        return block ? end + 2 : end;
    }
}

package dev.pennant.stack.clickhouse;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One numbered change of the database. Each of its statements can be run again, so that a run that broke off is repeated from
 * the first one.
 *
 * @param number its place in the order, from 1
 * @param name the name of its file, such as {@code 0001_catalogue.sql}
 * @param sql its statements
 */
public record Migration(int number, String name, String sql) {
    private static final Pattern NAME = Pattern.compile("(\\d{4})_[a-z0-9_]+\\.sql");

    /**
     * A migration from a file.
     *
     * @throws IllegalArgumentException when the name does not begin with four digits, as in {@code 0001_catalogue.sql}
     */
    public static Migration named(String name, String sql) {
        Matcher matcher = NAME.matcher(name);
        if (!matcher.matches()) {
            throw new IllegalArgumentException(name + " is not the name of a migration, such as 0001_catalogue.sql");
        }
        return new Migration(Integer.parseInt(matcher.group(1)), name, sql);
    }

    List<String> statements() {
        return SqlScript.statements(sql);
    }

    /** Tells an edited file from the one that was applied, on whatever system it was checked out. */
    String checksum() {
        byte[] content = sql.replace("\r\n", "\n").getBytes(StandardCharsets.UTF_8);
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JVM has SHA-256", e);
        }
    }
}

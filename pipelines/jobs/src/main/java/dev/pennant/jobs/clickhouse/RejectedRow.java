package dev.pennant.jobs.clickhouse;

/**
 * A row the database refused for what is in it; sending it again would change nothing.
 *
 * @param table the table it was meant for, with its database
 * @param key its natural key, the parts joined by {@code |}
 * @param offset a number of its own, made from key and version: the same whenever the same row is refused, never negative
 * @param reason what the database (or its driver) said
 * @param json the row as a JSON object of column and value
 */
public record RejectedRow(String table, String key, long offset, String reason, String json) {}

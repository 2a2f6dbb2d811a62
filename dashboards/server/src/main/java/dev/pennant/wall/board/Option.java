package dev.pennant.wall.board;

/**
 * One value that a variable can have.
 *
 * @param text as people read it
 * @param value as queries use it
 */
public record Option(String text, String value) {}

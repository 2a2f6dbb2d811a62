package dev.pennant.bench.imports;

/**
 * How long a file took.
 *
 * @param file what was handed in
 * @param bytes how long it is
 * @param acceptedSeconds from its opening until the topic had acknowledged every row
 * @param shownSeconds from its opening until the views showed every row
 */
record FileResult(HandedIn file, long bytes, double acceptedSeconds, double shownSeconds) {}

/**
 * The sink every job writes its rows with: a Flink Sink V2 over the driver of ClickHouse.
 *
 * <pre>
 * rows → ClickHouseWriter ─ by rows, bytes, time, checkpoint → Delivery ─ tries again, isolates → NativeInserter → the table
 *                                                                └ rows the database refuses → RejectDestination → dead letters
 * </pre>
 *
 * <p>Delivery is at least once. The effect is exactly once where the table replaces rows by key and version: a row that
 * arrives twice is the same row.
 */
package dev.pennant.jobs.clickhouse;

package dev.pennant.bench.run;

import java.util.Map;

/**
 * What a process is asked for: one run.
 *
 * @param measured whether it counts; otherwise it only makes the process warm
 * @param rows rows to write, by table, where that is all there is to do
 */
public record RunQuestion(boolean measured, Map<String, Long> rows) {}

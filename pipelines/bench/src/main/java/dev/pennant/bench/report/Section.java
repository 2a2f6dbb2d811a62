package dev.pennant.bench.report;

import dev.pennant.text.TextTable;
import java.util.List;

/**
 * Something that was measured.
 *
 * @param title what it is
 * @param text what the figures mean
 * @param table the figures
 * @param goals what of them ought to be reached
 */
public record Section(String title, String text, TextTable table, List<Goal> goals) {}

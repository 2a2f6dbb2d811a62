package dev.pennant.bench.report;

import dev.pennant.text.TextTable;
import java.util.ArrayList;
import java.util.List;

/** Results as they are printed and kept: Markdown whose tables stand aligned in plain text. */
public final class ResultPage {
    private final List<String> lines = new ArrayList<>();

    /** Begins a part. */
    public void heading(String text) {
        separate();
        lines.add("## " + text);
    }

    /** Names the page. */
    public void title(String text) {
        lines.add("# " + text);
    }

    /** Adds a sentence or some. */
    public void paragraph(String text) {
        separate();
        lines.add(text);
    }

    /** Adds a point each. */
    public void list(List<String> items) {
        separate();
        items.forEach(item -> lines.add("- " + item));
    }

    /** Adds a table. */
    public void table(TextTable table) {
        separate();
        lines.add("```");
        lines.addAll(table.lines());
        lines.add("```");
    }

    /** All of it. */
    public List<String> lines() {
        return List.copyOf(lines);
    }

    private void separate() {
        if (!lines.isEmpty()) {
            lines.add("");
        }
    }
}

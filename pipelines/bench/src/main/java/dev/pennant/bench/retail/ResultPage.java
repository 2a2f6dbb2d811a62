package dev.pennant.bench.retail;

import dev.pennant.text.TextTable;
import java.util.ArrayList;
import java.util.List;

/** Results as they are printed and kept: Markdown whose tables stand aligned in plain text. */
final class ResultPage {
    private final List<String> lines = new ArrayList<>();

    void heading(String text) {
        separate();
        lines.add("## " + text);
    }

    void title(String text) {
        lines.add("# " + text);
    }

    void paragraph(String text) {
        separate();
        lines.add(text);
    }

    void list(List<String> items) {
        separate();
        items.forEach(item -> lines.add("- " + item));
    }

    void table(TextTable table) {
        separate();
        lines.add("```");
        lines.addAll(table.lines());
        lines.add("```");
    }

    List<String> lines() {
        return List.copyOf(lines);
    }

    private void separate() {
        if (!lines.isEmpty()) {
            lines.add("");
        }
    }
}

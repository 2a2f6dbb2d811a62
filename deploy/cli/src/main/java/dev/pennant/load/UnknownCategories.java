package dev.pennant.load;

import dev.pennant.core.Quotation;
import dev.pennant.core.retail.RetailCategories;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The categories in a file's receipts that the catalogue does not know. They are no fault, but often a mistake. */
final class UnknownCategories {
    private static final int NAMES_SHOWN = 5;

    private final Set<String> names = new LinkedHashSet<>();
    private long rows;
    private boolean more;

    void clear() {
        names.clear();
        rows = 0;
        more = false;
    }

    void add(String name) {
        rows++;
        if (names.size() < NAMES_SHOWN) {
            names.add(name);
        } else if (!names.contains(name)) {
            more = true;
        }
    }

    /** How many rows name one, and the first few names; nothing when there is none. */
    Optional<String> remark() {
        if (rows == 0) {
            return Optional.empty();
        }
        String shown = names.stream()
                .map(name -> name.isEmpty() ? "an empty one" : Quotation.of(name))
                .collect(Collectors.joining(", ", " (", more ? ", …); " : "); "));
        return Optional.of(String.format(Locale.ROOT, "%,d", rows)
                + (rows == 1 ? " row names" : " rows name")
                + " a category that the catalogue does not know" + shown
                + (rows == 1 ? "it counts" : "they count") + " under " + RetailCategories.OTHER + ".");
    }
}

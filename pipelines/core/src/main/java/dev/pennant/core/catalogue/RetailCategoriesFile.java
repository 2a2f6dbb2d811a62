package dev.pennant.core.catalogue;

import dev.pennant.core.retail.RetailCategories;
import dev.pennant.core.retail.RetailCategory;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads {@code retail-categories.csv}. */
final class RetailCategoriesFile {
    private static final List<String> COLUMNS = List.of("id", "name");
    private static final Pattern ID = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

    private RetailCategoriesFile() {}

    static Optional<RetailCategories> read(CatalogueText text, List<CatalogueProblem> problems) {
        int problemsBefore = problems.size();
        List<RetailCategory> categories = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (CsvRow row : CsvRow.of(text, COLUMNS, problems)) {
            String id = row.code("id", ID, "an id has small letters, digits and single hyphens");
            if (!ids.add(id)) {
                row.problem("id '" + id + "' stands here a second time");
            }
            categories.add(new RetailCategory(id, row.required("name")));
        }
        if (problems.size() > problemsBefore) {
            return Optional.empty();
        }
        try {
            return Optional.of(new RetailCategories(categories));
        } catch (IllegalArgumentException mistake) {
            text.problem(0, mistake.getMessage(), problems);
            return Optional.empty();
        }
    }
}

package dev.pennant.jobs.retail;

import dev.pennant.core.catalogue.Catalogue;
import dev.pennant.core.catalogue.Unit;
import dev.pennant.core.retail.RetailCategories;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Whose receipts are summed and how finely. In receipts' cells and in state units and categories are numbers: their
 * places in the catalogue. */
final class SalesScope implements Serializable {
    private static final long serialVersionUID = 1L;

    private final List<String> units;
    private final Map<String, Integer> unitNumbers;
    private final Map<String, List<String>> regions;
    private final RetailCategories categories;
    private final String indicators;
    private final boolean details;

    /**
     * The catalogue's townships and categories.
     *
     * @param details whether hours and categories are told, and therefore told apart
     */
    SalesScope(Catalogue catalogue, boolean details) {
        units = new ArrayList<>();
        unitNumbers = new LinkedHashMap<>();
        regions = new LinkedHashMap<>();
        for (Unit township : catalogue.units().townships()) {
            unitNumbers.put(township.code(), units.size());
            units.add(township.code());
            List<String> above = new ArrayList<>(catalogue.units().lineage(township.code()));
            above.remove(township.code());
            regions.put(township.code(), above);
        }
        categories = catalogue.categories();
        indicators = catalogue.salesIndicators().toString();
        this.details = details;
    }

    /** The number of each township by its code. */
    Map<String, Integer> unitNumbers() {
        return unitNumbers;
    }

    /** The number of a township of the catalogue. */
    int numberOf(String unit) {
        return unitNumbers.get(unit);
    }

    /** Code of the township with a number. */
    String unitAt(int number) {
        return units.get(number);
    }

    /** The codes of the county and prefecture of the township with a number. */
    List<String> regionsOf(int number) {
        return regions.get(units.get(number));
    }

    /** Id of the category with a number. */
    String categoryAt(int number) {
        return categories.idAt(number);
    }

    /** How many categories are told apart. */
    int categories() {
        return details ? categories.size() : 1;
    }

    boolean details() {
        return details;
    }

    /** What the state is made by, and what is told of it: an indicator that is new has no values yet for days that do not change again. */
    List<String> definitions() {
        return List.of(regions + " " + (details ? categories : "without details"), indicators);
    }
}

package dev.pennant.jobs.retail;

import dev.pennant.core.catalogue.Catalogue;
import dev.pennant.core.catalogue.Unit;
import dev.pennant.core.retail.RetailCategories;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Whose receipts are summed and how finely. Units and categories are numbers in receipts' cells and in state: their place in these lists. */
final class SalesScope implements Serializable {
    private static final long serialVersionUID = 1L;

    private final List<String> units;
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
        regions = new LinkedHashMap<>();
        for (Unit township : catalogue.units().townships()) {
            units.add(township.code());
            List<String> above = new ArrayList<>(catalogue.units().lineage(township.code()));
            above.remove(township.code());
            regions.put(township.code(), above);
        }
        categories = catalogue.categories();
        indicators = catalogue.salesIndicators().toString();
        this.details = details;
    }

    /** The place of each township by its code. */
    Map<String, Integer> unitNumbers() {
        Map<String, Integer> numbers = new LinkedHashMap<>();
        for (int place = 0; place < units.size(); place++) {
            numbers.put(units.get(place), place);
        }
        return numbers;
    }

    /** The place of a township. */
    int placeOf(String unit) {
        return units.indexOf(unit);
    }

    /** Code of the township at a place. */
    String unitAt(int place) {
        return units.get(place);
    }

    /** The codes of the county and prefecture of the township at a place. */
    List<String> regionsOf(int place) {
        return regions.get(units.get(place));
    }

    /** Id of the category at a place. */
    String categoryAt(int place) {
        return categories.idAt(place);
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

package dev.pennant.core.retail;

import java.io.Serializable;
import java.util.List;

/**
 * The categories that goods are told apart by, each known by its place in this list.
 *
 * @param all in the order of the catalogue; the last one takes what no other does
 */
public record RetailCategories(List<RetailCategory> all) implements Serializable {
    /** Id of the category of what the catalogue does not know. */
    public static final String OTHER = "other";

    /** Places are kept in a byte, and so many suffice. */
    public static final int MOST = 64;

    /** @throws IllegalArgumentException when there are too many, or {@link #OTHER} is not the last */
    public RetailCategories {
        all = List.copyOf(all);
        if (all.size() > MOST) {
            throw new IllegalArgumentException(all.size() + " categories are more than the " + MOST + " that fit");
        }
        if (all.isEmpty() || !all.get(all.size() - 1).id().equals(OTHER)) {
            throw new IllegalArgumentException("the last category has to be '" + OTHER + "'");
        }
    }

    /** How many there are. */
    public int size() {
        return all.size();
    }

    /** The place of what the catalogue does not know. */
    public int other() {
        return all.size() - 1;
    }

    /** The place of the category with the given id, or {@link #other()} where there is none. */
    public int placeOf(String id) {
        for (int place = 0; place < all.size(); place++) {
            if (all.get(place).id().equals(id)) {
                return place;
            }
        }
        return other();
    }

    /** Whether the catalogue has a category with the given id. */
    public boolean knows(String id) {
        return placeOf(id) != other() || id.equals(OTHER);
    }

    /** Id of the category at a place. */
    public String idAt(int place) {
        return all.get(place).id();
    }
}

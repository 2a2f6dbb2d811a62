package dev.pennant.core.air;

/** What the AQI is where one of the six items is missing. */
public enum MissingItems {
    /** The largest of the rest. */
    LARGEST_OF_THE_REST(0),
    /** The largest of the rest where that is above 100, otherwise none (NA), as the missing item might be the largest. */
    PUBLISHED_ABOVE_100(101);

    private final int leastPublished;

    MissingItems(int leastPublished) {
        this.leastPublished = leastPublished;
    }

    /** The least AQI that is published where an item is missing; it begins a level. */
    int leastPublished() {
        return leastPublished;
    }

    /** Whether an AQI is published where it is the largest of the rest. */
    boolean publishes(int largestOfTheRest) {
        return largestOfTheRest >= leastPublished;
    }
}

package dev.pennant.core.retail;

import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;

/**
 * A store and where it counts.
 *
 * @param number its number
 * @param units unit by first day
 * @param synthetic whether it is made up
 * @param late whether its registration may come after its receipts; then it has one at most
 */
record Store(int number, NavigableMap<Integer, Integer> units, boolean synthetic, boolean late) {
    Optional<Integer> unitOn(int day) {
        return Optional.ofNullable(units.floorEntry(day)).map(Map.Entry::getValue);
    }
}

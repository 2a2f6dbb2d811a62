package dev.pennant.wall.board;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a board shows in one place.
 *
 * @param id unique on its board
 * @param targets the queries to be run; none for a panel of text
 * @param smallestInterval the shortest step between points, such as {@code 1h}, where the author set one
 * @param points how many points it shows at most, where the author set a number
 */
public record Panel(int id, List<Target> targets, Optional<String> smallestInterval, OptionalInt points) {}

package dev.pennant.wall.board;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A dashboard of Grafana's classic JSON, as far as the wall has to understand it.
 *
 * @param uid by which addresses name it
 * @param title as its author wrote it, with variables
 * @param tags by which it is found; {@code wall} is on those that walls rotate through
 * @param order its place among them
 * @param zone the zone its days begin in
 * @param from where its time range begins, such as {@code now-6h}
 * @param to where its time range ends
 * @param variables in the order they are declared
 * @param panels by their ids
 * @param document what a browser may see of it: all but the queries. Not to be changed: take a copy.
 */
public record Board(
        String uid,
        String title,
        List<String> tags,
        int order,
        ZoneId zone,
        String from,
        String to,
        List<Variable> variables,
        Map<Integer, Panel> panels,
        ObjectNode document) {

    /** The panel of an id. */
    public Optional<Panel> panel(int id) {
        return Optional.ofNullable(panels.get(id));
    }

    /** The variable of a name. */
    public Optional<Variable> variable(String name) {
        return variables.stream()
                .filter(variable -> variable.name().equals(name))
                .findFirst();
    }
}

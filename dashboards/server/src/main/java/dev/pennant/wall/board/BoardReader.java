package dev.pennant.wall.board;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

/** Reads a dashboard of Grafana's classic JSON, and refuses what the wall could not show as Grafana does. */
final class BoardReader {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern UID = Pattern.compile("[A-Za-z0-9_-]{1,40}");
    private static final Pattern PLACE = Pattern.compile("order-(\\d{1,6})");

    private final JsonNode dashboard;
    private final Map<Integer, Panel> panels = new TreeMap<>();

    private BoardReader(JsonNode dashboard) {
        this.dashboard = dashboard;
    }

    /**
     * The board in a file.
     *
     * @param place its place among the boards, where no tag says one
     * @throws BoardException when it is none, with what is wrong
     * @throws IOException when it cannot be read
     */
    static Board read(Path file, int place) throws BoardException, IOException {
        try {
            JsonNode dashboard = JSON.readTree(Files.readAllBytes(file));
            if (!dashboard.isObject()) {
                throw new BoardException("it is no JSON object");
            }
            return new BoardReader(dashboard).board(place);
        } catch (JsonProcessingException broken) {
            throw new BoardException("line " + broken.getLocation().getLineNr() + ", column "
                    + broken.getLocation().getColumnNr() + ": " + broken.getOriginalMessage());
        }
    }

    private Board board(int place) throws BoardException {
        String uid = dashboard.path("uid").asText();
        require(UID.matcher(uid).matches(), "uid has to be up to 40 letters, digits, - and _");
        require(dashboard.path("schemaVersion").isInt(), "schemaVersion is missing: it is no classic dashboard");
        readPanels(dashboard.path("panels"));
        List<String> tags = texts(dashboard.path("tags"));
        ObjectNode document = dashboard.deepCopy();
        PublicDocument.strip(document);
        return new Board(
                uid,
                dashboard.path("title").asText(),
                tags,
                tags.stream()
                        .map(PLACE::matcher)
                        .filter(Matcher::matches)
                        .map(tag -> Integer.parseInt(tag.group(1)))
                        .findFirst()
                        .orElse(place),
                zone(dashboard.path("timezone").asText()),
                dashboard.path("time").path("from").asText("now-6h"),
                dashboard.path("time").path("to").asText("now"),
                VariableReader.read(dashboard.path("templating").path("list")),
                panels,
                document);
    }

    private void readPanels(JsonNode list) throws BoardException {
        for (JsonNode node : list) {
            int id = node.path("id").asInt();
            require(id > 0, "the panel “" + node.path("title").asText() + "” has no id");
            Panel panel = new Panel(
                    id,
                    targets(node, id),
                    Optional.of(node.path("interval").asText()).filter(text -> !text.isEmpty()),
                    node.path("maxDataPoints").isInt()
                            ? OptionalInt.of(node.path("maxDataPoints").asInt())
                            : OptionalInt.empty());
            require(panels.put(id, panel) == null, "two panels have the id " + id);
            readPanels(node.path("panels"));
        }
    }

    private static List<Target> targets(JsonNode panel, int id) throws BoardException {
        List<Target> targets = new ArrayList<>();
        for (JsonNode node : panel.path("targets")) {
            String refId = node.path("refId").asText();
            String where = "panel " + id + ", query " + refId + ": ";
            require(!refId.isEmpty(), "a query of panel " + id + " has no refId");
            require(targets.stream().noneMatch(other -> other.refId().equals(refId)), where + "there are two of it");
            String sql = node.path("rawSql").asText().strip();
            require(!sql.isEmpty(), where + "it has no rawSql; the wall draws only what ClickHouse answers");
            if (!node.path("hide").asBoolean()) {
                targets.add(new Target(refId, format(node, where), sql));
            }
        }
        return targets;
    }

    private static Target.Format format(JsonNode target, String where) throws BoardException {
        JsonNode format = target.path("format");
        require(format.isInt() && (format.asInt() == 0 || format.asInt() == 1), where + "format has to be 0 or 1");
        return format.asInt() == 0 ? Target.Format.TIME_SERIES : Target.Format.TABLE;
    }

    private static ZoneId zone(String name) throws BoardException {
        try {
            return name.isEmpty() || name.equals("browser") ? ZoneId.of("Asia/Shanghai") : ZoneId.of(name);
        } catch (DateTimeException unknown) {
            throw new BoardException("the time zone " + name + " is not known");
        }
    }

    static List<String> texts(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    static void require(boolean met, String otherwise) throws BoardException {
        if (!met) {
            throw new BoardException(otherwise);
        }
    }
}

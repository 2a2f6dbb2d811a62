package dev.pennant.boards;

import dev.pennant.wall.board.Panel;
import dev.pennant.wall.board.Target;
import dev.pennant.wall.query.Answer;
import dev.pennant.wall.query.Column;
import dev.pennant.wall.query.ColumnType.Kind;
import dev.pennant.wall.query.Database;
import dev.pennant.wall.sql.PanelQueries;
import dev.pennant.wall.sql.TimeRange;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** What Grafana's alerting needs of an answer: rows, each of one number and of texts that no other row has. */
public final class AlertContract {
    private static final int WIDTH = 43_200;

    private AlertContract() {}

    /** What is wrong with the answers to the rules of a provisioning file; nothing when all is well. */
    public static List<String> findings(Path rules, Database database) throws Exception {
        List<String> findings = new ArrayList<>();
        Map<String, String> queries = queries(rules);
        for (Map.Entry<String, String> query : queries.entrySet()) {
            check(database.query(query.getValue()))
                    .forEach(finding -> findings.add(query.getKey() + ": " + finding + ":\n" + query.getValue()));
        }
        if (queries.isEmpty()) {
            findings.add("There are no rules in " + rules);
        }
        return findings;
    }

    /** What the rules of a provisioning file ask of the database, by their uids. */
    public static Map<String, String> queries(Path rules) throws Exception {
        Map<String, String> queries = new LinkedHashMap<>();
        for (Map<?, ?> group : maps(read(rules).get("groups"))) {
            for (Map<?, ?> rule : maps(group.get("rules"))) {
                queries.put(
                        rule.get("uid").toString(),
                        expanded(maps(rule.get("data")).get(0)));
            }
        }
        return queries;
    }

    private static String expanded(Map<?, ?> query) throws Exception {
        Map<?, ?> range = (Map<?, ?>) query.get("relativeTimeRange");
        Instant now = Instant.now();
        String sql = ((Map<?, ?>) query.get("model")).get("rawSql").toString();
        Panel panel =
                new Panel(1, List.of(new Target("A", Target.Format.TABLE, sql)), Optional.empty(), OptionalInt.empty());
        TimeRange span = new TimeRange(
                now.minusSeconds(((Number) range.get("from")).longValue()),
                now.minusSeconds(((Number) range.get("to")).longValue()));
        return new PanelQueries(panel, span, WIDTH).expanded(Map.of()).get(0);
    }

    private static List<String> check(Answer answer) {
        List<String> findings = new ArrayList<>();
        List<Column> numbers = ofKind(answer, Kind.NUMBER);
        List<Column> texts = ofKind(answer, Kind.TEXT);
        if (answer.rows() == 0) {
            findings.add("has no rows");
        }
        if (numbers.size() != 1) {
            findings.add("has " + numbers.size() + " numbers");
        }
        if (numbers.size() + texts.size() != answer.columns().size()) {
            findings.add("has columns that are neither numbers nor texts");
        }
        if (numbers.stream().anyMatch(column -> column.cells().contains(null))) {
            findings.add("has a row without a number");
        }
        Set<List<String>> labels = new HashSet<>();
        for (int row = 0; row < answer.rows(); row++) {
            int place = row;
            List<String> label =
                    texts.stream().map(column -> column.cells().get(place)).toList();
            if (!labels.add(label)) {
                findings.add("has two rows of " + label);
            }
        }
        return findings;
    }

    private static List<Column> ofKind(Answer answer, Kind kind) {
        return answer.columns().stream()
                .filter(column -> column.type().kind() == kind)
                .toList();
    }

    private static Map<?, ?> read(Path file) throws Exception {
        try (Reader reader = Files.newBufferedReader(file)) {
            return new Yaml(new SafeConstructor(new LoaderOptions())).load(reader);
        }
    }

    private static List<Map<?, ?>> maps(Object list) {
        List<Map<?, ?>> maps = new ArrayList<>();
        for (Object each : (List<?>) list) {
            maps.add((Map<?, ?>) each);
        }
        return maps;
    }
}

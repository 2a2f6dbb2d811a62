package dev.pennant.core.catalogue;

import java.io.Reader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** A mapping of a YAML file whose entries are read with their line, so that each mistake can be named where it stands. */
final class YamlMapping {
    private final String file;
    private final int line;
    private final Map<String, Node> entries = new TreeMap<>();
    private final Map<String, Integer> lines = new TreeMap<>();
    private final Set<String> read = new HashSet<>();
    private final List<CatalogueProblem> problems;

    private YamlMapping(String file, Node node, List<CatalogueProblem> problems) {
        this.file = file;
        this.line = lineOf(node);
        this.problems = problems;
        if (!(node instanceof MappingNode mapping)) {
            problem(line, "a mapping of names to values is expected here");
            return;
        }
        for (NodeTuple entry : mapping.getValue()) {
            String key = entry.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "?";
            if (entries.put(key, entry.getValueNode()) != null) {
                problem(lineOf(entry.getKeyNode()), "'" + key + "' stands here a second time");
            }
            lines.put(key, lineOf(entry.getKeyNode()));
        }
    }

    /** Reads a whole file; a mistake in its syntax is reported and gives nothing. */
    static Optional<YamlMapping> of(String file, Reader text, List<CatalogueProblem> problems) {
        try {
            Node root = new Yaml(new LoaderOptions()).compose(text);
            if (root == null) {
                problems.add(new CatalogueProblem(file, 0, "the file is empty"));
                return Optional.empty();
            }
            return Optional.of(new YamlMapping(file, root, problems));
        } catch (MarkedYAMLException syntax) {
            int line = syntax.getProblemMark() == null
                    ? 0
                    : syntax.getProblemMark().getLine() + 1;
            problems.add(new CatalogueProblem(file, line, "this is no YAML: " + syntax.getProblem()));
            return Optional.empty();
        }
    }

    int line() {
        return line;
    }

    /** The line of an entry, or of the mapping where the entry is missing. */
    int line(String key) {
        return lines.getOrDefault(key, line);
    }

    boolean has(String key) {
        return entries.containsKey(key);
    }

    Optional<String> text(String key) {
        read.add(key);
        Node node = entries.get(key);
        if (node == null) {
            problem(line, "'" + key + "' is missing");
            return Optional.empty();
        }
        if (!(node instanceof ScalarNode scalar) || scalar.getValue().isBlank()) {
            problem(line(key), "'" + key + "' needs a value");
            return Optional.empty();
        }
        return Optional.of(scalar.getValue());
    }

    /** An entry that may be missing, which gives the empty text. */
    String textOrEmpty(String key) {
        return has(key) ? text(key).orElse("") : "";
    }

    /** An entry read by a function that throws IllegalArgumentException with the reason when it cannot. */
    <T> Optional<T> value(String key, Function<String, T> reader) {
        return text(key).flatMap(text -> read(key, line(key), text, reader));
    }

    /** A list of texts, each read by the function. */
    <T> List<T> values(String key, Function<String, T> reader) {
        List<T> values = new ArrayList<>();
        for (Node item : items(key)) {
            if (item instanceof ScalarNode scalar) {
                read(key, lineOf(item), scalar.getValue(), reader).ifPresent(values::add);
            } else {
                problem(lineOf(item), "'" + key + "' takes a list of texts");
            }
        }
        return values;
    }

    Optional<YamlMapping> mapping(String key) {
        read.add(key);
        Node node = entries.get(key);
        if (node == null) {
            problem(line, "'" + key + "' is missing");
            return Optional.empty();
        }
        return Optional.of(new YamlMapping(file, node, problems));
    }

    List<YamlMapping> mappings(String key) {
        return items(key).stream()
                .map(item -> new YamlMapping(file, item, problems))
                .toList();
    }

    /** Reports every entry that nobody asked for, most likely a misspelt one. */
    void nothingElse() {
        for (String key : entries.keySet()) {
            if (!read.contains(key)) {
                problem(
                        line(key),
                        "'" + key + "' is not known here; known are "
                                + String.join(", ", read.stream().sorted().toList()));
            }
        }
    }

    void problem(int atLine, String reason) {
        problems.add(new CatalogueProblem(file, atLine, reason));
    }

    private List<Node> items(String key) {
        read.add(key);
        Node node = entries.get(key);
        if (!(node instanceof SequenceNode sequence) || sequence.getValue().isEmpty()) {
            problem(line(key), "'" + key + "' needs a list with at least one item");
            return List.of();
        }
        return sequence.getValue();
    }

    private <T> Optional<T> read(String key, int atLine, String text, Function<String, T> reader) {
        try {
            return Optional.of(reader.apply(text));
        } catch (IllegalArgumentException | ArithmeticException mistake) {
            problem(atLine, "'" + key + ": " + text + "': " + mistake.getMessage());
            return Optional.empty();
        }
    }

    private static int lineOf(Node node) {
        return node.getStartMark().getLine() + 1;
    }

    /** One of the given constants by the spelling of its name: {@code HALF_UP} is spelled {@code half-up}. */
    static <E extends Enum<E>> Function<String, E> oneOf(Class<E> constants) {
        return text -> {
            List<String> spellings = new ArrayList<>();
            for (E constant : constants.getEnumConstants()) {
                String spelling = constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
                if (spelling.equals(text)) {
                    return constant;
                }
                spellings.add(spelling);
            }
            throw new IllegalArgumentException("it has to be one of " + String.join(", ", spellings));
        };
    }
}

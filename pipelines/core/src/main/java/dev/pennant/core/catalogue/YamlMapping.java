package dev.pennant.core.catalogue;

import java.io.StringReader;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.reader.ReaderException;

/** A mapping of a YAML file whose entries are read with their line, so that each mistake can be named where it stands. */
final class YamlMapping {
    private final CatalogueText text;
    private final MappingNode node;
    private final int line;
    private final Map<String, Node> entries = new TreeMap<>();
    private final Map<String, Integer> lines = new TreeMap<>();
    private final Set<String> read = new HashSet<>();
    private final List<CatalogueProblem> problems;

    private YamlMapping(CatalogueText text, MappingNode mapping, List<CatalogueProblem> problems) {
        this.text = text;
        this.node = mapping;
        this.line = lineOf(mapping);
        this.problems = problems;
        for (NodeTuple entry : mapping.getValue()) {
            String key = entry.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "?";
            if (entries.put(key, entry.getValueNode()) != null) {
                problem(lineOf(entry.getKeyNode()), "'" + key + "' stands here a second time");
            }
            lines.put(key, lineOf(entry.getKeyNode()));
        }
    }

    /** Reads a whole file; a mistake in its syntax is reported and gives nothing. */
    static Optional<YamlMapping> of(CatalogueText text, List<CatalogueProblem> problems) {
        try {
            Node root = new Yaml(new LoaderOptions()).compose(new StringReader(text.content()));
            if (root == null) {
                text.problem(0, "the file is empty", problems);
                return Optional.empty();
            }
            return of(text, root, problems);
        } catch (MarkedYAMLException syntax) {
            int line = syntax.getProblemMark() == null
                    ? 0
                    : syntax.getProblemMark().getLine() + 1;
            text.problem(line, "this is no YAML: " + syntax.getProblem(), problems);
            return Optional.empty();
        } catch (ReaderException control) {
            text.problem(text.lineAt(control.getPosition()), "a control character stands here", problems);
            return Optional.empty();
        } catch (YAMLException unusual) {
            text.problem(0, "this is no YAML that can be taken: " + unusual.getMessage(), problems);
            return Optional.empty();
        }
    }

    private static Optional<YamlMapping> of(CatalogueText text, Node node, List<CatalogueProblem> problems) {
        if (node instanceof MappingNode mapping) {
            return Optional.of(new YamlMapping(text, mapping, problems));
        }
        text.problem(lineOf(node), "a mapping of names to values is expected here", problems);
        return Optional.empty();
    }

    int line() {
        return line;
    }

    /** The line of an entry, or of the mapping where the entry is missing. */
    int line(String key) {
        return lines.getOrDefault(key, line);
    }

    /** The names of all entries. */
    Set<String> keys() {
        return Collections.unmodifiableSet(entries.keySet());
    }

    /** The mapping itself as YAML, without comments. */
    String yaml() {
        StringWriter out = new StringWriter();
        DumperOptions options = new DumperOptions();
        options.setWidth(200);
        new Yaml(options).serialize(node, out);
        return out.toString();
    }

    /** Whether there is such an entry; asking does not count as reading it. */
    boolean has(String key) {
        return entries.containsKey(key);
    }

    Optional<String> text(String key) {
        read.add(key);
        Node node = entries.get(key);
        if (node == null) {
            missing(key);
            return Optional.empty();
        }
        boolean isNothing = node.getTag().equals(Tag.NULL);
        if (!(node instanceof ScalarNode scalar) || scalar.getValue().isBlank() || isNothing) {
            problem(line(key), "'" + key + "' needs a value");
            return Optional.empty();
        }
        return Optional.of(scalar.getValue());
    }

    /** An entry that may be missing, which gives the empty text. */
    String textOrEmpty(String key) {
        read.add(key);
        return entries.containsKey(key) ? text(key).orElse("") : "";
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
            missing(key);
            return Optional.empty();
        }
        return of(text, node, problems);
    }

    List<YamlMapping> mappings(String key) {
        return items(key).stream()
                .flatMap(item -> of(text, item, problems).stream())
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
        text.problem(atLine, reason, problems);
    }

    private List<Node> items(String key) {
        read.add(key);
        Node node = entries.get(key);
        if (node == null) {
            missing(key);
            return List.of();
        }
        if (!(node instanceof SequenceNode sequence) || sequence.getValue().isEmpty()) {
            problem(line(key), "'" + key + "' needs a list with at least one item");
            return List.of();
        }
        return sequence.getValue();
    }

    private void missing(String key) {
        problem(line, "'" + key + "' is missing");
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
        return oneOf(EnumSet.allOf(constants));
    }

    /** One of the given constants, spelled likewise. */
    static <E extends Enum<E>> Function<String, E> oneOf(Set<E> constants) {
        return text -> {
            List<String> spellings = new ArrayList<>();
            for (E constant : constants) {
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

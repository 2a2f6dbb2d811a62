package dev.pennant.load;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The columns of a table in the order of its file. What an earlier import added to a rejected row is not among them. */
public final class TableHeader {
    /** What a file of rejected rows holds beyond the original columns; passed over, so that it can be mended and imported as it is. */
    static final List<String> REJECTION_COLUMNS = List.of("rejected_line", "rejected_column", "rejected_reason");

    private final List<String> names;
    private final List<Integer> positionsInFile;
    private final Map<String, Integer> positions;
    private final int width;

    private TableHeader(List<String> namesInFile) {
        this.width = namesInFile.size();
        List<String> kept = new ArrayList<>();
        List<Integer> keptPositions = new ArrayList<>();
        Map<String, Integer> byName = new HashMap<>();
        for (int position = 0; position < width; position++) {
            String name = namesInFile.get(position);
            if (!REJECTION_COLUMNS.contains(name)) {
                byName.put(name, kept.size());
                kept.add(name);
                keptPositions.add(position);
            }
        }
        this.names = List.copyOf(kept);
        this.positionsInFile = List.copyOf(keptPositions);
        this.positions = Map.copyOf(byName);
    }

    /**
     * Reads the header row and checks that it names just the expected columns, in any order.
     *
     * @param optional columns that it may name besides
     * @throws RefusedFileException when it does not
     */
    static TableHeader read(Path file, TableLine line, List<String> expected, List<String> optional) {
        List<String> found =
                withoutBlankEnd(line.cells().stream().map(String::strip).toList());
        List<String> complaints = complaints(found, expected, optional);
        if (!complaints.isEmpty()) {
            throw new RefusedFileException(
                    file,
                    line.number(),
                    "the header " + String.join(", ", complaints) + "; expected the columns "
                            + String.join(",", expected) + " in any order"
                            + (optional.isEmpty() ? "" : ", and if you like " + String.join(",", optional))
                            + separatorHint(found));
        }
        return new TableHeader(found);
    }

    /** Names of the columns in the order of the file. */
    public List<String> columns() {
        return names;
    }

    int position(String column) {
        Integer position = positions.get(column);
        if (position == null) {
            throw new IllegalArgumentException("no column " + column + " among " + names);
        }
        return position;
    }

    /** The row that a line holds under this header. */
    TableRow row(TableLine line, boolean everyCellIsWritten) {
        List<String> cells = new ArrayList<>(names.size());
        for (int position : positionsInFile) {
            cells.add(line.cell(position));
        }
        return new TableRow(
                line.number(), this, List.copyOf(cells), doubts(line), unreadable(line, everyCellIsWritten));
    }

    private Map<String, String> doubts(TableLine line) {
        if (line.doubts().isEmpty()) {
            return Map.of();
        }
        Map<String, String> doubts = new HashMap<>();
        for (int column = 0; column < names.size(); column++) {
            String doubt = line.doubts().get(positionsInFile.get(column));
            if (doubt != null) {
                doubts.put(names.get(column), doubt);
            }
        }
        return Map.copyOf(doubts);
    }

    private Optional<RowFault> unreadable(TableLine line, boolean everyCellIsWritten) {
        int size = line.cells().size();
        if (size < width && everyCellIsWritten) {
            return Optional.of(
                    new RowFault(line.number(), "", "the row has " + size + " values, the header has " + width));
        }
        if (size > width) {
            List<String> beyond = withoutBlankEnd(line.cells().subList(width, size));
            if (!beyond.isEmpty()) {
                return Optional.of(new RowFault(
                        line.number(),
                        "",
                        "the row has " + size + " values, the header has " + width + "; beyond the last column stands '"
                                + String.join(",", beyond)
                                + "' (a comma inside a value needs double quotes around it)"));
            }
        }
        return line.problems().entrySet().stream()
                .filter(problem -> positionsInFile.contains(problem.getKey()))
                .min(Map.Entry.comparingByKey())
                .map(problem -> new RowFault(
                        line.number(), names.get(positionsInFile.indexOf(problem.getKey())), problem.getValue()));
    }

    private static List<String> complaints(List<String> found, List<String> expected, List<String> optional) {
        List<String> complaints = new ArrayList<>();
        expected.stream()
                .filter(column -> !found.contains(column))
                .forEach(column -> complaints.add("lacks the column '" + column + "'"));
        Set<String> seen = new HashSet<>();
        for (int position = 0; position < found.size(); position++) {
            String name = found.get(position);
            String place = " in column " + (position + 1);
            if (name.isEmpty()) {
                complaints.add("has no name" + place);
            } else if (!seen.add(name)) {
                complaints.add("has '" + name + "' a second time" + place);
            } else if (!expected.contains(name) && !optional.contains(name) && !REJECTION_COLUMNS.contains(name)) {
                complaints.add("has the unknown '" + shortened(name) + "'" + place);
            }
        }
        return complaints;
    }

    private static String separatorHint(List<String> found) {
        if (found.size() > 1) {
            return "";
        }
        String only = String.join("", found);
        if (only.indexOf(';') >= 0 || only.indexOf('\t') >= 0 || only.indexOf('，') >= 0) {
            return ", with commas between them";
        }
        return "";
    }

    private static String shortened(String name) {
        return name.length() <= 40 ? name : name.substring(0, 40) + "…";
    }

    private static List<String> withoutBlankEnd(List<String> cells) {
        int size = cells.size();
        while (size > 0 && cells.get(size - 1).isBlank()) {
            size--;
        }
        return cells.subList(0, size);
    }
}

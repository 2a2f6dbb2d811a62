package dev.pennant.load;

import java.util.List;
import java.util.Map;

/**
 * One record of a file as it stands there, before its columns are known.
 *
 * @param number the physical line on which it begins, or the row number of a sheet, from 1
 * @param cells texts by position
 * @param problems by position, why a cell could not be read
 * @param doubts by position, why a cell may be empty by mistake
 */
record TableLine(long number, List<String> cells, Map<Integer, String> problems, Map<Integer, String> doubts) {
    boolean isBlank() {
        return problems.isEmpty() && cells.stream().allMatch(String::isBlank);
    }

    /** The text at a position, empty where the line is shorter. */
    String cell(int position) {
        return position < cells.size() ? cells.get(position) : "";
    }
}

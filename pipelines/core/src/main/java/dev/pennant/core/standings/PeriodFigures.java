package dev.pennant.core.standings;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * The figures of all places in one period of a competition, by indicator and place, in columns. Places are numbered as they come; nothing that is
 * computed depends on their numbers.
 */
public final class PeriodFigures {
    private static final int FIRST_CAPACITY = 16;

    private final Map<String, Integer> numbers = new HashMap<>();
    private final FigureColumn[] columns;
    private String[] places = new String[FIRST_CAPACITY];

    /**
     * Without figures.
     *
     * @param indicators how many indicators there are
     */
    public PeriodFigures(int indicators) {
        columns = new FigureColumn[indicators];
        Arrays.setAll(columns, ignored -> new FigureColumn(FIRST_CAPACITY));
    }

    /** How many places have ever had a figure. */
    public int places() {
        return numbers.size();
    }

    /** How many indicators there are. */
    public int indicators() {
        return columns.length;
    }

    /** Code of the place with a number. */
    public String place(int number) {
        return places[number];
    }

    /** Number of a place, or -1 when it never had a figure. */
    int numberOf(String place) {
        Integer number = numbers.get(place);
        return number == null ? -1 : number;
    }

    /** What is known of an indicator. */
    FigureColumn column(int indicator) {
        return columns[indicator];
    }

    /** The figure of a place with a number; one that never came has no marks. */
    public Figure figure(int indicator, int place) {
        return columns[indicator].get(place);
    }

    /**
     * Takes a figure, unless a later one of the same place and indicator stands.
     *
     * @return what became of it
     */
    public FigureChange put(int indicator, String place, Figure figure) {
        return columns[indicator].put(numbered(place), figure);
    }

    /** A copy that does not change with this one. */
    public PeriodFigures copy() {
        PeriodFigures copy = new PeriodFigures(columns.length);
        copy.numbers.putAll(numbers);
        copy.places = places.clone();
        Arrays.setAll(copy.columns, indicator -> columns[indicator].copy());
        return copy;
    }

    private int numbered(String place) {
        Integer known = numbers.get(place);
        if (known != null) {
            return known;
        }
        int number = numbers.size();
        if (number == places.length) {
            places = Arrays.copyOf(places, number * 2);
            for (FigureColumn column : columns) {
                column.grow(number * 2);
            }
        }
        places[number] = place;
        numbers.put(place, number);
        return number;
    }
}

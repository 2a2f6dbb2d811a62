package dev.pennant.core.standings;

import java.util.Arrays;

/** The figures of one indicator by the number of their place. */
final class FigureColumn {
    private static final int VALIDITY =
            Figure.REPORTED | Figure.HAS_GROWTH | Figure.COVERED_TOO_LITTLE | Figure.TOO_LARGE;

    private long[] values;
    private long[] bases;
    private long[] growths;
    private long[] versions;
    private byte[] marks;

    FigureColumn(int capacity) {
        values = new long[capacity];
        bases = new long[capacity];
        growths = new long[capacity];
        versions = new long[capacity];
        marks = new byte[capacity];
    }

    long value(int place) {
        return values[place];
    }

    long base(int place) {
        return bases[place];
    }

    long growth(int place) {
        return growths[place];
    }

    int marks(int place) {
        return marks[place];
    }

    Figure get(int place) {
        return new Figure(values[place], bases[place], growths[place], marks[place], versions[place]);
    }

    FigureChange put(int place, Figure figure) {
        if (Long.compareUnsigned(figure.version(), versions[place]) <= 0 && versions[place] != 0) {
            return FigureChange.NONE;
        }
        boolean same = values[place] == figure.value()
                && growths[place] == figure.growth()
                && bases[place] == figure.base()
                && (marks[place] & VALIDITY) == (figure.marks() & VALIDITY);
        boolean wasComplete = (marks[place] & (Figure.REPORTED | Figure.PROVISIONAL)) == Figure.REPORTED;
        values[place] = figure.value();
        bases[place] = figure.base();
        growths[place] = figure.growth();
        marks[place] = (byte) figure.marks();
        versions[place] = figure.version();
        if (same) {
            return FigureChange.CONFIRMED;
        }
        return wasComplete ? FigureChange.CORRECTED : FigureChange.NEW;
    }

    void grow(int capacity) {
        values = Arrays.copyOf(values, capacity);
        bases = Arrays.copyOf(bases, capacity);
        growths = Arrays.copyOf(growths, capacity);
        versions = Arrays.copyOf(versions, capacity);
        marks = Arrays.copyOf(marks, capacity);
    }

    FigureColumn copy() {
        FigureColumn copy = new FigureColumn(0);
        copy.values = values.clone();
        copy.bases = bases.clone();
        copy.growths = growths.clone();
        copy.versions = versions.clone();
        copy.marks = marks.clone();
        return copy;
    }
}

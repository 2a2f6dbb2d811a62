package dev.pennant.bench.imports;

import java.io.PrintWriter;

/** Rows as a supplier hands them in, made up: the same at every run. */
interface HandedIn {
    /** The stream that they belong to. */
    String stream();

    /** How many there are. */
    int rows();

    /** Within which time they ought to be in the topic, in seconds. */
    double goalSeconds();

    /** Writes the header and the rows. */
    void write(PrintWriter file);

    /** The stream in which what the rows are about is registered. */
    String registry();

    /** Writes the header and the rows of the registry. */
    void writeRegistry(PrintWriter file);

    /** Counts how many of the rows the views show. */
    String shown();
}

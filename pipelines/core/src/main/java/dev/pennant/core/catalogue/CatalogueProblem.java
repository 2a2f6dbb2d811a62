package dev.pennant.core.catalogue;

/**
 * A mistake in a catalogue file.
 *
 * @param file name of the file, or its path where it is one of the user's
 * @param line its line, from 1; 0 where the file as a whole is meant
 * @param reason what is wrong, and what would be right
 */
public record CatalogueProblem(String file, int line, String reason) {
    /** The same mistake, with the file named otherwise. */
    CatalogueProblem in(String otherFile) {
        return new CatalogueProblem(otherFile, line, reason);
    }

    /** {@code indicators.yaml:12: reason}. */
    @Override
    public String toString() {
        return line == 0 ? file + ": " + reason : file + ":" + line + ": " + reason;
    }
}

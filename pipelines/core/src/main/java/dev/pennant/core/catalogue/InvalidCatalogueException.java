package dev.pennant.core.catalogue;

import java.util.List;
import java.util.stream.Collectors;

/** The catalogue has mistakes; the message lists every one with file and line. */
public final class InvalidCatalogueException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<CatalogueProblem> problems;

    /** A catalogue with the given mistakes. */
    public InvalidCatalogueException(List<CatalogueProblem> problems) {
        super(problems.stream().map(CatalogueProblem::toString).collect(Collectors.joining("\n")));
        this.problems = List.copyOf(problems);
    }

    /** Every mistake found. */
    public List<CatalogueProblem> problems() {
        return problems;
    }
}

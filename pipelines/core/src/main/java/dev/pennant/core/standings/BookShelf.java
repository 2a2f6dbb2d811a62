package dev.pennant.core.standings;

import dev.pennant.core.period.Period;
import java.util.Optional;

/** Where the books of a competition are kept. */
public interface BookShelf {
    /** The book of a period, to be changed and put back; nothing where there is none. */
    Optional<PeriodBook> book(Period period);

    /** Puts a book back. */
    void put(Period period, PeriodBook book);

    /** The periods that there are books of, in any order. */
    Iterable<Period> periods();
}

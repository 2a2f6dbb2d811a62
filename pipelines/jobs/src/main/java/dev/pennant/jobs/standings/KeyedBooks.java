package dev.pennant.jobs.standings;

import dev.pennant.core.period.Period;
import dev.pennant.core.standings.BookShelf;
import dev.pennant.core.standings.PeriodBook;
import dev.pennant.jobs.flink.ValueType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.flink.api.common.state.KeyedStateStore;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.util.FlinkRuntimeException;

/** Flink's state as the shelf of whichever competition is the current key. */
final class KeyedBooks implements BookShelf {
    private final MapState<String, PeriodBook> books;

    KeyedBooks(KeyedStateStore store) {
        books = store.getMapState(
                new MapStateDescriptor<>("books", Types.STRING, ValueType.of(new PeriodBookFormat())));
    }

    @Override
    public Optional<PeriodBook> book(Period period) {
        try {
            return Optional.ofNullable(books.get(period.toString()));
        } catch (Exception failure) {
            throw new FlinkRuntimeException("the book of " + period + " could not be read from state", failure);
        }
    }

    @Override
    public void put(Period period, PeriodBook book) {
        try {
            books.put(period.toString(), book);
        } catch (Exception failure) {
            throw new FlinkRuntimeException("the book of " + period + " could not be written to state", failure);
        }
    }

    @Override
    public Iterable<Period> periods() {
        try {
            List<Period> periods = new ArrayList<>();
            for (String period : books.keys()) {
                periods.add(Period.parse(period));
            }
            return periods;
        } catch (Exception failure) {
            throw new FlinkRuntimeException("the books could not be listed", failure);
        }
    }
}

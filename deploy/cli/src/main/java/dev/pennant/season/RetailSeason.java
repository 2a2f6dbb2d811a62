package dev.pennant.season;

import dev.pennant.core.catalogue.Unit;
import dev.pennant.season.SeasonEvent.Sold;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.PriorityQueue;

/**
 * Stores and their receipts, in the order of their arrival. They are drawn as they are asked for: in memory are the receipts of a day, and
 * those few that arrive days later.
 */
final class RetailSeason implements Iterator<SeasonEvent> {
    static final Comparator<SeasonEvent> IN_TIME =
            Comparator.comparing(SeasonEvent::at).thenComparing(SeasonEvent::owner);

    private final List<Till> tills;
    private final PriorityQueue<SeasonEvent> coming =
            new PriorityQueue<>(IN_TIME.thenComparingLong(RetailSeason::number));
    private LocalDate day = SalesCalendar.FIRST_DAY;

    private RetailSeason(List<SampleStore> stores) {
        tills = stores.stream().map(Till::new).toList();
        stores.forEach(store -> coming.addAll(StoreNotices.of(store)));
        coming.addAll(BadReceipts.of(stores.get(0).id()));
    }

    /** All events of the stores in some townships before the season ends. */
    static Iterator<SeasonEvent> in(List<Unit> townships) {
        return new RetailSeason(StorePopulation.of(townships, PublishedFigures.read()));
    }

    @Override
    public boolean hasNext() {
        // What is sold on a day arrives on it at the earliest.
        while (!day.isAfter(SalesCalendar.LAST_DAY)
                && (coming.isEmpty() || !coming.peek().at().isBefore(midnight()))) {
            sellForADay();
        }
        return !coming.isEmpty() && coming.peek().at().isBefore(SeasonCalendar.END);
    }

    @Override
    public SeasonEvent next() {
        if (!hasNext()) {
            throw new NoSuchElementException("the season is over");
        }
        return coming.remove();
    }

    private void sellForADay() {
        tills.forEach(till -> coming.addAll(till.day(day)));
        day = day.plusDays(1);
    }

    private Instant midnight() {
        return SalesCalendar.midnight(day);
    }

    private static long number(SeasonEvent event) {
        return event instanceof Sold sold ? sold.receipt().receiptNo() : 0;
    }
}

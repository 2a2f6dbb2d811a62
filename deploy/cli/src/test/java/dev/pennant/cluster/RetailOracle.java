package dev.pennant.cluster;

import dev.pennant.core.ReportingZone;
import dev.pennant.core.catalogue.Catalogue;
import dev.pennant.core.filing.Verdict;
import dev.pennant.core.retail.Receipt;
import dev.pennant.core.retail.ReceiptForm;
import dev.pennant.core.retail.RetailCategories;
import dev.pennant.core.retail.RetailRules;
import dev.pennant.season.SeasonEvent;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The rows that the tables of receipts have to end with, added up in one go from the events that were sent, by all registrations together: it
 * holds where each came before the receipts that it places.
 */
final class RetailOracle {
    /** The hours as the oracle spells them. */
    static final String HOURS =
            """
            SELECT concat(unit, ' ', category, ' ', toString(toUnixTimestamp(hour)), ' ', toString(sales), ' ',
                toString(refunds), ' ', toString(receipts))
            FROM pennant.retail_hour_latest FINAL""";

    /** The days of the stores as the oracle spells them. */
    static final String STORE_DAYS =
            """
            SELECT concat(unit, ' ', store_id, ' ', toString(day), ' ', toString(sales), ' ', toString(refunds), ' ',
                toString(receipts))
            FROM pennant.retail_store_day_latest FINAL""";

    /** What waits, as the oracle spells it. */
    static final String HELD =
            """
            SELECT concat(store_id, ' ', toString(sales), ' ', toString(refunds), ' ', toString(receipts))
            FROM pennant.retail_held_latest FINAL
            WHERE receipts > 0""";

    private final RetailRules rules = Catalogue.shipped().retailRules();
    private final RetailCategories categories = rules.categories();
    private final Map<String, NavigableMap<LocalDate, String>> units = new HashMap<>();
    private final Set<String> counted = new HashSet<>();
    private final Map<String, Sum> hours = new HashMap<>();
    private final Map<String, Sum> storeDays = new HashMap<>();
    private final Map<String, Sum> held = new HashMap<>();

    RetailOracle(List<SeasonEvent> events) {
        for (SeasonEvent event : events) {
            if (event instanceof SeasonEvent.StoreRegistered registered) {
                units.computeIfAbsent(registered.owner(), store -> new TreeMap<>())
                        .put(
                                registered.registration().validFrom(),
                                registered.registration().unit());
            }
        }
        for (SeasonEvent event : events) {
            if (event instanceof SeasonEvent.Sold sold) {
                count(sold.receipt());
            }
        }
    }

    Stream<String> hours() {
        return rows(hours);
    }

    Stream<String> storeDays() {
        return rows(storeDays);
    }

    Stream<String> held() {
        return rows(held);
    }

    private void count(ReceiptForm form) {
        if (!(rules.judge(form, form.soldAt()) instanceof Verdict.Accepted<Receipt> accepted)
                || !counted.add(form.storeId() + " " + form.receiptNo())) {
            return;
        }
        Receipt receipt = accepted.value();
        ZonedDateTime soldAt = receipt.soldAt().atZone(ReportingZone.ZONE);
        LocalDate day = soldAt.toLocalDate();
        Map.Entry<LocalDate, String> unit =
                units.getOrDefault(receipt.storeId(), new TreeMap<>()).floorEntry(day);
        if (unit == null) {
            add(held, receipt.storeId(), receipt);
            return;
        }
        long hour = soldAt.truncatedTo(ChronoUnit.HOURS).toEpochSecond();
        add(hours, unit.getValue() + " " + categories.idAt(receipt.category()) + " " + hour, receipt);
        add(storeDays, unit.getValue() + " " + receipt.storeId() + " " + day, receipt);
    }

    private static void add(Map<String, Sum> sums, String key, Receipt receipt) {
        Sum sum = sums.computeIfAbsent(key, first -> new Sum());
        long fen = receipt.amount().fen();
        sum.sales += Math.max(fen, 0);
        sum.refunds += Math.max(-fen, 0);
        sum.receipts++;
    }

    private static Stream<String> rows(Map<String, Sum> sums) {
        return sums.entrySet().stream().map(entry -> entry.getKey() + " " + entry.getValue());
    }

    private static final class Sum {
        private long sales;
        private long refunds;
        private int receipts;

        @Override
        public String toString() {
            return sales + " " + refunds + " " + receipts;
        }
    }
}

package dev.pennant.jobs.retail;

import static dev.pennant.jobs.retail.source.SampleRecords.receipt;
import static dev.pennant.jobs.retail.source.SampleRecords.record;

import dev.pennant.core.ReportingZone;
import dev.pennant.core.period.ReportingHour;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.record.SimpleRecord;

/** A sale of one of ten stores around a leap day: store 9 is not registered, store 8 moves on the leap day, the others stay. */
record Sale(int store, long number, int hour, long fen) {
    static final int PARTITIONS = 4;
    static final KnownStores REGISTER = register();

    private static final Instant FIRST_HOUR = Instant.parse("2020-02-28T00:00:00Z");
    private static final LocalDate MOVE = LocalDate.parse("2020-02-29");

    private static KnownStores register() {
        KnownStores register = new KnownStores();
        for (int store = 0; store < 9; store++) {
            register.register("S" + store, store < 4 ? "330482001" : "330482002", "2020-01-01");
        }
        return register.register("S8", "330482100", "2020-02-29");
    }

    int partition() {
        return store % PARTITIONS;
    }

    SimpleRecord toRecord() {
        return record(receipt("S" + store, number, fen).setSoldAt(soldAt()));
    }

    /** Where it counts, spelled as {@link CountingTask} does. */
    List<String> keys() {
        return store == 9
                ? List.of("held S9")
                : List.of(
                        "unit " + unit() + " " + ReportingHour.of(soldAt().toEpochMilli()),
                        "store S" + store + " in " + unit() + " on " + day());
    }

    /** The day of the sale as perhaps the first one in the unit and year. */
    Map<String, Long> firstSale() {
        return store == 9
                ? Map.of()
                : Map.of("first S" + store + " in " + unit() + " in " + day().getYear(), (long)
                        ReportingHour.day(day()));
    }

    private int unit() {
        if (store == 8 && !day().isBefore(MOVE)) {
            return 2;
        }
        return store < 4 ? 0 : 1;
    }

    private Instant soldAt() {
        return FIRST_HOUR.plusSeconds(3600L * hour);
    }

    private LocalDate day() {
        return soldAt().atZone(ReportingZone.ZONE).toLocalDate();
    }
}

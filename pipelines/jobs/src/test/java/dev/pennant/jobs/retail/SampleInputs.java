package dev.pennant.jobs.retail;

import dev.pennant.core.indicator.Coverage;
import dev.pennant.core.indicator.Version;
import dev.pennant.core.period.CumulativePeriod;
import dev.pennant.core.period.Period;
import dev.pennant.core.period.ReportingHour;
import dev.pennant.core.period.RunningPeriod;
import dev.pennant.core.retail.CellWriter;
import dev.pennant.core.retail.RunningSales;
import dev.pennant.core.retail.RunningSum;
import dev.pennant.core.retail.StoreRegistration;
import dev.pennant.core.retail.UnitNotice;
import dev.pennant.jobs.kafka.Origin;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Elements that operators of the retail pipeline read, around the days on which a calendar can go wrong. */
final class SampleInputs {
    private static final List<String> EDGES =
            List.of("2019-02-27", "2019-12-30", "2020-02-27", "2020-12-30", "2021-02-27");

    private final Random chance;
    private int frontier = -1;
    private long inputs;

    SampleInputs(Random chance) {
        this.chance = chance;
    }

    /** Cells of one unit, with one sale of a category in an hour. */
    static UnitCells cells(int unit, int category, String hour, long fen) {
        return cells(unit, category, hour(hour), fen, false);
    }

    static UnitCells cells(int unit, int category, int hour, long fen, boolean synthetic) {
        CellWriter writer = new CellWriter();
        writer.add(category, hour, synthetic, 1, Math.max(0, fen), Math.max(0, -fen));
        UnitCells cells = new UnitCells();
        cells.unit = unit;
        cells.frontierHour = hour;
        cells.hold(writer);
        return cells;
    }

    /** @param hour as in {@code 2020-10-07T14} */
    static int hour(String hour) {
        return ReportingHour.of(Instant.parse(hour + ":00:00Z").toEpochMilli()) - 8;
    }

    static int day(String date) {
        return ReportingHour.day(LocalDate.parse(date));
    }

    static StoreEntry entry(String store, String unit, String validFrom, boolean synthetic) {
        LocalDate from = LocalDate.parse(validFrom);
        return new StoreEntry(
                new Origin("stores", 0, 0),
                Instant.EPOCH,
                store,
                from,
                Optional.of(new StoreRegistration(store, store, unit, from, synthetic)));
    }

    static StoreEntry withdrawal(String store, String validFrom) {
        return new StoreEntry(
                new Origin("stores", 0, 0), Instant.EPOCH, store, LocalDate.parse(validFrom), Optional.empty());
    }

    /** News of one sale that has no registration. */
    static StoreNews held(String store, int category, int hour, long fen, boolean synthetic) {
        UnitCells cells = cells(0, category, hour, fen, synthetic);
        byte[] bytes = java.util.Arrays.copyOf(cells.bytes, cells.length);
        return new StoreNews(store, 1, bytes, new int[0]);
    }

    static StoreNews firstSale(String store, int unit, int day) {
        return new StoreNews(store, 0, new byte[0], new int[] {unit, day});
    }

    /** What is read of units. */
    List<Object> ofUnits(int count) {
        return some(count, () -> {
            int unit = chance.nextInt(3);
            return switch (chance.nextInt(8)) {
                case 0 -> UnitNotice.expected(unit, day(), 1);
                case 1 -> UnitNotice.reported(unit, day(), 1);
                case 2 -> UnitNotice.retell(unit, day("2021-02-28"));
                default -> cells(unit);
            };
        });
    }

    /** What is read of regions. */
    List<Object> ofRegions(int count) {
        return some(count, () -> {
            String region = chance.nextBoolean() ? "330482" : "3304";
            return switch (chance.nextInt(6)) {
                case 0 -> RosterShare.expected(region, day(), 1);
                case 1 -> RosterShare.countedAgain(region, day(), 1);
                default -> new RegionShare(region, running(chance.nextInt(3)));
            };
        });
    }

    /** What is read of the days of stores. */
    List<Object> ofStoreDays(int count) {
        return some(count, () -> {
            String store = "S" + chance.nextInt(5);
            if (chance.nextInt(6) == 0) {
                return new StoreMove(store, chance.nextInt(3), day());
            }
            StoreDayCells days = new StoreDayCells();
            days.storeId = store;
            days.unit = chance.nextInt(3);
            days.synthetic = chance.nextInt(5) == 0;
            for (int day = 0; day < 1 + chance.nextInt(3); day++) {
                days.add(day(), chance.nextInt(1000), chance.nextInt(4) == 0 ? chance.nextInt(100) : 0, 1);
            }
            return days;
        });
    }

    /** What is read of stores. */
    List<Object> ofStores(int count) {
        return some(count, () -> {
            String store = "S" + chance.nextInt(5);
            String day = ReportingHour.date(day()).toString();
            return switch (chance.nextInt(6)) {
                case 0 -> withdrawal(store, day);
                case 1, 2 -> entry(store, RetailOperator.SCOPE.unitAt(chance.nextInt(3)), day, chance.nextInt(4) == 0);
                case 3 -> firstSale(store, chance.nextInt(3), day());
                default -> held(store, chance.nextInt(20), anHour(), amount(), chance.nextInt(4) == 0);
            };
        });
    }

    private UnitCells cells(int unit) {
        CellWriter writer = new CellWriter();
        for (int cell = 0; cell < chance.nextInt(4); cell++) {
            int hour = anHour();
            long fen = amount();
            frontier = Math.max(frontier, hour);
            writer.add(chance.nextInt(3), hour, chance.nextInt(8) == 0, 1, Math.max(0, fen), Math.max(0, -fen));
        }
        UnitCells cells = new UnitCells();
        cells.unit = unit;
        cells.frontierHour = frontier;
        cells.bytes = writer.copy();
        cells.length = cells.bytes.length;
        cells.count = writer.count();
        return cells;
    }

    private RunningSales running(int unit) {
        LocalDate date = ReportingHour.date(day());
        Period period = chance.nextInt(4) == 0
                ? CumulativePeriod.through(YearMonth.from(date))
                : new RunningPeriod(date, 1 + chance.nextInt(24));
        RunningSum sum = new RunningSum(amount(), chance.nextInt(1000), chance.nextBoolean());
        Coverage coverage = new Coverage(chance.nextInt(3), 3, chance.nextBoolean());
        return new RunningSales(
                unit, period, ReportingHour.day(date), sum, coverage, chance.nextBoolean(), new Version(1, ++inputs));
    }

    private long amount() {
        return chance.nextInt(5) == 0 ? -1 - chance.nextInt(500) : 1 + chance.nextInt(5000);
    }

    private int anHour() {
        return ReportingHour.firstHour(day()) + chance.nextInt(ReportingHour.PER_DAY);
    }

    private int day() {
        return day(EDGES.get(chance.nextInt(EDGES.size()))) + chance.nextInt(4);
    }

    private static List<Object> some(int count, java.util.function.Supplier<Object> one) {
        List<Object> elements = new ArrayList<>();
        for (int element = 0; element < count; element++) {
            elements.add(one.get());
        }
        return elements;
    }
}

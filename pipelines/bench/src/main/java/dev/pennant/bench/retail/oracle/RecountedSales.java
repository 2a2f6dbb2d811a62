package dev.pennant.bench.retail.oracle;

import java.time.LocalDate;
import java.time.Month;
import java.time.Year;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Sales from 1 January on against the year before, day by day and month by month, as the README says under “What each number means”, by adding up all hours anew
 * for every period.
 */
final class RecountedSales {
    private static final int HOURS = 24;

    private final LocalDate firstDay;
    private final int frontier;
    private final long[] netBefore;
    private final long[] receiptsBefore;

    /**
     * @param frontier column of the latest hour in which anything was sold anywhere
     * @param rows of the grid that are added up
     */
    RecountedSales(LocalDate firstDay, int frontier, SalesGrid hours, List<Integer> rows) {
        this.firstDay = firstDay;
        this.frontier = frontier;
        netBefore = new long[hours.columns() + 1];
        receiptsBefore = new long[hours.columns() + 1];
        for (int column = 0; column < hours.columns(); column++) {
            netBefore[column + 1] = netBefore[column];
            receiptsBefore[column + 1] = receiptsBefore[column];
            for (int row : rows) {
                netBefore[column + 1] += hours.net(row, column);
                receiptsBefore[column + 1] += hours.receipts(row, column);
            }
        }
    }

    /**
     * A figure.
     *
     * @param value in fen
     * @param base in fen, or null where the year before had no sales at all
     */
    record Figure(long value, Long base) {}

    /** Figures of days, each through its day or, on the last one, through its last hour. */
    Map<LocalDate, Figure> byDay() {
        Map<LocalDate, Figure> figures = new LinkedHashMap<>();
        for (LocalDate day = firstDay; !day.isAfter(last()); day = day.plusDays(1)) {
            put(figures, day, through(day));
        }
        return figures;
    }

    /** Figures of months: whole ones against whole ones, and the last one as its last day has it. */
    Map<YearMonth, Figure> byMonth() {
        Map<YearMonth, Figure> figures = new LinkedHashMap<>();
        YearMonth running = YearMonth.from(last());
        for (YearMonth month = YearMonth.from(firstDay); month.isBefore(running); month = month.plusMonths(1)) {
            LocalDate base = month.minusYears(1).atEndOfMonth();
            put(figures, month, figure(month.atEndOfMonth(), HOURS, base, HOURS));
        }
        put(figures, running, through(last()));
        return figures;
    }

    private Figure through(LocalDate day) {
        boolean leapDay = day.getMonth() == Month.FEBRUARY && day.getDayOfMonth() == 29;
        int hours = day.equals(last()) ? frontier % HOURS + 1 : HOURS;
        // Through 29 February the base runs through all of the 28th; minusYears makes the one of the other.
        return figure(day, hours, day.minusYears(1), leapDay ? HOURS : hours);
    }

    /** The figure through so many hours of a day against those of another, or null where nothing was sold in either. */
    private Figure figure(LocalDate day, int hours, LocalDate baseDay, int baseHours) {
        Long base = receipts(baseDay, baseHours) == 0 ? null : net(baseDay, baseHours);
        return base == null && receipts(day, hours) == 0 ? null : new Figure(net(day, hours), base);
    }

    private static <P> void put(Map<P, Figure> figures, P period, Figure figure) {
        if (figure != null) {
            figures.put(period, figure);
        }
    }

    /** From 1 January through so many hours of a day. */
    private long net(LocalDate day, int hours) {
        return netBefore[column(day, hours)] - netBefore[column(newYear(day), 0)];
    }

    private long receipts(LocalDate day, int hours) {
        return receiptsBefore[column(day, hours)] - receiptsBefore[column(newYear(day), 0)];
    }

    /** Before the first day and after the last one nothing was sold. */
    private int column(LocalDate day, int hours) {
        long column = ChronoUnit.DAYS.between(firstDay, day) * HOURS + hours;
        return (int) Math.max(0, Math.min(column, netBefore.length - 1));
    }

    private LocalDate last() {
        return firstDay.plusDays(frontier / HOURS);
    }

    private static LocalDate newYear(LocalDate day) {
        return Year.from(day).atDay(1);
    }
}

package dev.pennant.season;

import dev.pennant.core.ReportingZone;
import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** How busy a day is: weekends, feasts, the months, and the closed doors after 23 January 2020, which opened again by June. */
final class SalesCalendar {
    static final LocalDate FIRST_DAY = LocalDate.of(SeasonCalendar.FIRST_YEAR, 1, 1);
    static final LocalDate LAST_DAY = LocalDate.of(SeasonCalendar.SECOND_YEAR, 12, 20);

    private static final List<LocalDate> SPRING_FESTIVALS =
            List.of(LocalDate.of(SeasonCalendar.FIRST_YEAR, 2, 5), LocalDate.of(SeasonCalendar.SECOND_YEAR, 1, 25));
    private static final LocalDate DOORS_CLOSE = LocalDate.of(SeasonCalendar.SECOND_YEAR, 1, 24);
    private static final LocalDate DOORS_OPEN = LocalDate.of(SeasonCalendar.SECOND_YEAR, 2, 22);
    private static final LocalDate AS_BEFORE = LocalDate.of(SeasonCalendar.SECOND_YEAR, 6, 1);
    private static final MonthDay SHOPPING_DAY = MonthDay.of(11, 11);
    private static final double[] MONTHS = {1.08, 0.95, 0.94, 0.95, 1, 1, 0.98, 0.97, 1.02, 1.06, 1.04, 1.08};

    private SalesCalendar() {}

    /** How many receipts a store of the kind has on a day, in proportion to a usual one. */
    static double busyness(LocalDate day, StoreKind kind) {
        double weekend = day.getDayOfWeek().getValue() > 5 ? 1.28 : 0.93;
        boolean shopping = kind == StoreKind.ONLINE_SHOP && MonthDay.from(day).equals(SHOPPING_DAY);
        return MONTHS[day.getMonthValue() - 1]
                * weekend
                * feast(day)
                * (shopping ? 3 : 1)
                * (1 - closed(day) * (1 - kind.epidemic()));
    }

    /** When a day begins. */
    static Instant midnight(LocalDate day) {
        return day.atStartOfDay(ReportingZone.ZONE).toInstant();
    }

    private static double feast(LocalDate day) {
        if (day.getMonthValue() == 10 && day.getDayOfMonth() <= 7) {
            return 1.2;
        }
        for (LocalDate festival : SPRING_FESTIVALS) {
            long days = ChronoUnit.DAYS.between(festival, day);
            if (days >= -10 && days < 0) {
                return 1.45;
            }
            if (days >= 0 && days < 4) {
                return 0.55;
            }
        }
        return 1;
    }

    /** How far doors are closed, from 0 to 1. */
    private static double closed(LocalDate day) {
        if (day.isBefore(DOORS_CLOSE) || !day.isBefore(AS_BEFORE)) {
            return 0;
        }
        if (day.isBefore(DOORS_OPEN)) {
            return 1;
        }
        double daysToGo = ChronoUnit.DAYS.between(day, AS_BEFORE);
        return daysToGo / ChronoUnit.DAYS.between(DOORS_OPEN, AS_BEFORE);
    }
}

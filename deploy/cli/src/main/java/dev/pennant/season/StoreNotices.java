package dev.pennant.season;

import dev.pennant.core.retail.StoreRegistration;
import dev.pennant.season.SampleStore.Home;
import dev.pennant.season.SeasonEvent.StoreRegistered;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** A store's registrations as they become known: days before they count, or weeks after it has opened; moves are planned long before. */
final class StoreNotices {
    private static final int SECONDS_A_DAY = 86_400;

    private StoreNotices() {}

    /** All registrations of the store, in time. */
    static List<StoreRegistered> of(SampleStore store) {
        Draw draw = Draw.about("store-notices", store.id());
        List<StoreRegistered> notices = new ArrayList<>();
        for (Home home : store.homes()) {
            StoreRegistration registration =
                    new StoreRegistration(store.id(), store.name(), home.unit(), home.from(), true);
            notices.add(new StoreRegistered(announcement(store, home, draw), registration));
        }
        return notices;
    }

    private static Instant announcement(SampleStore store, Home home, Draw draw) {
        boolean isOld = home.from().isBefore(SalesCalendar.FIRST_DAY);
        if (store.registeredLate() && home.from().equals(store.opens())) {
            LocalDate firstSales = isOld ? SalesCalendar.FIRST_DAY : home.from();
            return sometimeOn(firstSales.plusDays(draw.between(20, 45)), draw);
        }
        boolean isMove = !home.equals(store.homes().get(0));
        // The register of the stores that were there before, and of the moves that are planned, is the first thing to
        // come.
        return isOld || isMove
                ? SalesCalendar.midnight(SalesCalendar.FIRST_DAY)
                : sometimeOn(home.from().minusDays(draw.between(3, 12)), draw);
    }

    private static Instant sometimeOn(LocalDate day, Draw draw) {
        return SalesCalendar.midnight(day).plusSeconds(draw.between(0, SECONDS_A_DAY - 1));
    }
}

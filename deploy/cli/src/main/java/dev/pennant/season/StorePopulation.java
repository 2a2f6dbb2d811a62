package dev.pennant.season;

import dev.pennant.core.catalogue.Unit;
import dev.pennant.season.SampleStore.Home;
import dev.pennant.season.SampleStore.Numbering;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The stores of the season: a few in every township. Some open or close within the season, in one township all open in 2020, in each county one
 * moves, some are registered late, and one never.
 */
final class StorePopulation {
    /** On the register since before the season. */
    private static final LocalDate LONG_AGO = LocalDate.of(2015, 1, 1);

    private static final LocalDate NEW_QUARTER_OPENS = LocalDate.of(SeasonCalendar.SECOND_YEAR, 4, 1);
    private static final double OPENING = 0.04;
    private static final double CLOSING = 0.03;
    private static final double REGISTERED_LATE = 0.02;
    private static final List<StoreKind> KINDS = List.of(StoreKind.values());
    private static final List<Numbering> NUMBERINGS = List.of(Numbering.values());

    private final List<Unit> townships;
    private final PublishedFigures published;

    private StorePopulation(List<Unit> townships, PublishedFigures published) {
        this.townships = townships;
        this.published = published;
    }

    /** All stores, in the order of the townships. */
    static List<SampleStore> of(List<Unit> townships, PublishedFigures published) {
        StorePopulation population = new StorePopulation(townships, published);
        List<SampleStore> stores = new ArrayList<>();
        for (int place = 0; place < townships.size(); place++) {
            stores.addAll(population.storesOf(place));
        }
        return List.copyOf(stores);
    }

    private List<SampleStore> storesOf(int place) {
        Unit unit = townships.get(place);
        Draw draw = Draw.about("stores", unit.code());
        int count = published.of(unit.code()).isPresent() ? 18 : draw.between(6, 10);
        List<SampleStore> stores = new ArrayList<>();
        for (int number = 1; number <= count; number++) {
            stores.add(store(place, number));
        }
        return stores;
    }

    private SampleStore store(int place, int number) {
        Unit unit = townships.get(place);
        String id = String.format(Locale.ROOT, "YB%sM%03d", unit.code(), number);
        Draw draw = Draw.about("store", id);
        StoreKind kind = kind(number, draw);
        boolean newQuarter = place == townships.size() - 1;
        LocalDate opens = newQuarter ? NEW_QUARTER_OPENS : draw.happens(OPENING) ? someDay(draw) : LONG_AGO;
        LocalDate closes = draw.happens(CLOSING) && number > 2 ? someDay(draw) : SalesCalendar.LAST_DAY.plusDays(1);
        double unitGrowth = Draw.about("retail-growth", unit.code()).normal(1.1, 0.09);
        return new SampleStore(
                id,
                String.format(Locale.ROOT, "%s%s样本%03d号", unit.name(), kind.title(), number),
                kind,
                opens,
                closes,
                homes(place, number, opens),
                draw.happens(REGISTERED_LATE),
                unitGrowth * draw.logNormal(1, 0.15),
                draw.of(NUMBERINGS, Numbering::frequency));
    }

    /** The first two are of kinds that always sell, so that no township is without sales on any day; cars are what weighs most everywhere. */
    private static StoreKind kind(int number, Draw draw) {
        return switch (number) {
            case 1 -> StoreKind.SUPERMARKET;
            case 2 -> StoreKind.CONVENIENCE;
            case 5 -> StoreKind.MOTORS;
            default -> draw.of(KINDS, StoreKind::frequency);
        };
    }

    /** The third store of a county's second township moves to the first; the fourth of the very first is never registered. */
    private List<Home> homes(int place, int number, LocalDate opens) {
        Unit unit = townships.get(place);
        if (place == 0 && number == 4) {
            return List.of();
        }
        Home home = new Home(unit.code(), opens);
        if (number == 3 && isSecondOfCounty(place)) {
            Draw draw = Draw.about("store-moves", unit.code());
            LocalDate moves = LocalDate.of(SeasonCalendar.SECOND_YEAR, draw.between(5, 10), draw.between(1, 28));
            return List.of(home, new Home(townships.get(place - 1).code(), moves));
        }
        return List.of(home);
    }

    private boolean isSecondOfCounty(int place) {
        return place > 0 && isSameCounty(place, place - 1) && (place == 1 || !isSameCounty(place, place - 2));
    }

    private boolean isSameCounty(int place, int other) {
        return townships.get(place).parent().equals(townships.get(other).parent());
    }

    private static LocalDate someDay(Draw draw) {
        return SalesCalendar.FIRST_DAY.plusDays(draw.between(60, 640));
    }
}

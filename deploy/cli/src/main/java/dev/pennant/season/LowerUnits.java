package dev.pennant.season;

import dev.pennant.core.catalogue.Unit;
import dev.pennant.core.period.CumulativePeriod;
import dev.pennant.core.report.IndicatorReportForm;
import dev.pennant.core.report.LowerKind;
import dev.pennant.core.report.UnitForm;
import dev.pennant.season.SeasonEvent.Reported;
import dev.pennant.season.SeasonEvent.UnitRegistered;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Made-up residential quarters, villages and households, numbered instead of named, and what is reported of them: how quarters sort their waste, how
 * tidy villages are, and how many points of kindness households have. They lie in the townships that race for their county's ten indicators; those of
 * which figures were published have the most.
 */
final class LowerUnits {
    private static final List<CumulativePeriod> MONTHS = IntStream.rangeClosed(3, 11)
            .mapToObj(month -> new CumulativePeriod(SeasonCalendar.SECOND_YEAR, month))
            .toList();
    private static final Set<Integer> INSPECTED = Set.of(3, 6, 9, 11);
    private static final int QUARTERS = 4;
    private static final int QUARTERS_OF_PUBLISHED = 12;
    private static final int VILLAGES = 6;
    private static final int HOUSEHOLDS = 5;
    private static final int MOST_POINTS = 14;
    private static final BigDecimal FULL_SCORE = BigDecimal.valueOf(100);

    private final List<SeasonEvent> events = new ArrayList<>();
    private int quarters;
    private int villages;
    private int households;

    private LowerUnits() {}

    /** Their registrations as the season opens, and their reports. */
    static List<SeasonEvent> of(List<Unit> townships) {
        LowerUnits lower = new LowerUnits();
        List<String> published = PublishedFigures.read().units();
        Set<String> racing = new Strengths("county").units();
        townships.stream()
                .map(Unit::code)
                .filter(racing::contains)
                .forEach(township -> lower.settle(township, published.contains(township)));
        return lower.events;
    }

    private void settle(String township, boolean isPublished) {
        for (int number = 1; number <= (isPublished ? QUARTERS_OF_PUBLISHED : QUARTERS); number++) {
            String quarter = String.format(Locale.ROOT, "%s-Q%02d", township, number);
            String name = String.format(Locale.ROOT, "演示小区%02d", ++quarters);
            register(quarter, name, LowerKind.RESIDENTIAL_QUARTER, township);
            reportScores(quarter, "waste-sorting-score", MONTHS);
        }
        for (int number = 1; number <= VILLAGES; number++) {
            String village = String.format(Locale.ROOT, "%s-V%02d", township, number);
            register(village, String.format(Locale.ROOT, "演示村%02d", ++villages), LowerKind.VILLAGE, township);
            reportScores(
                    village,
                    "rural-environment-score",
                    MONTHS.stream()
                            .filter(month -> INSPECTED.contains(month.month()))
                            .toList());
            for (int house = 1; isPublished && house <= HOUSEHOLDS; house++) {
                String household = String.format(Locale.ROOT, "%s-H%03d", village, house);
                String name = String.format(Locale.ROOT, "演示农户%03d", ++households);
                register(household, name, LowerKind.HOUSEHOLD, village);
                reportPoints(household);
            }
        }
    }

    private void register(String code, String name, LowerKind kind, String parent) {
        events.add(new UnitRegistered(Season.OPENING, new UnitForm(code, name, kind.id(), parent, true)));
    }

    /** The mean of the year's checks so far. */
    private void reportScores(String unit, String indicator, List<CumulativePeriod> months) {
        Draw draw = Draw.about("score", unit, indicator);
        double usual = draw.normal(86, 6);
        BigDecimal sum = BigDecimal.ZERO;
        int checks = 0;
        for (CumulativePeriod month : months) {
            BigDecimal score = new BigDecimal(draw.normal(usual, 4))
                    .setScale(1, RoundingMode.HALF_UP)
                    .min(FULL_SCORE);
            sum = sum.add(score);
            checks++;
            report(unit, indicator, month, sum.divide(BigDecimal.valueOf(checks), 2, RoundingMode.HALF_UP), draw);
        }
    }

    private void reportPoints(String household) {
        Draw draw = Draw.about("points", household);
        int points = 0;
        for (CumulativePeriod month : MONTHS) {
            points += draw.between(0, MOST_POINTS);
            report(household, "kindness-points", month, BigDecimal.valueOf(points), draw);
        }
    }

    private void report(String unit, String indicator, CumulativePeriod month, BigDecimal value, Draw draw) {
        Instant filed = SeasonCalendar.punctualFiling(month, draw);
        events.add(new Reported(
                filed,
                new IndicatorReportForm(
                        unit,
                        indicator,
                        month.toString(),
                        Optional.of(value),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        0,
                        filed,
                        true)));
    }
}

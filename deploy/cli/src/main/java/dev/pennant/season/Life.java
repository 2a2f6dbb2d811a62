package dev.pennant.season;

import java.time.YearMonth;
import java.util.Optional;

/**
 * When an enterprise is on the roster, and when it began.
 *
 * @param from first month on the roster
 * @param to last month on it, or nothing when it stays
 * @param began month in which it opened, or nothing when it is older than the season
 */
record Life(YearMonth from, Optional<YearMonth> to, Optional<YearMonth> began) {
    /** On the roster since before the season. */
    static final Life OLD = new Life(YearMonth.of(2018, 1), Optional.empty(), Optional.empty());

    private static final YearMonth REVIEW_OF_FIRST_YEAR = YearMonth.of(SeasonCalendar.FIRST_YEAR, 1);
    private static final YearMonth REVIEW_OF_SECOND_YEAR = YearMonth.of(SeasonCalendar.SECOND_YEAR, 1);
    private static final double RESTATED = 0.1;
    private static final double LARGEST_CHANGE = 1.1;

    /** An enterprise that stands on the roster from October 2020, at the latest, to the season's end. */
    static Life staying(Draw draw) {
        double kind = draw.uniform();
        if (kind < 0.82) {
            return OLD;
        }
        if (kind < 0.88) {
            return since(REVIEW_OF_FIRST_YEAR);
        }
        if (kind < 0.905) {
            return since(YearMonth.of(SeasonCalendar.FIRST_YEAR, draw.between(3, 11)));
        }
        if (kind < 0.965) {
            return since(REVIEW_OF_SECOND_YEAR);
        }
        if (kind < 0.985) {
            return since(YearMonth.of(SeasonCalendar.SECOND_YEAR, draw.between(3, 10)));
        }
        return foundedInSecondYear(draw);
    }

    /** An enterprise that opens in 2020, and has nothing to compare with. */
    static Life foundedInSecondYear(Draw draw) {
        YearMonth opening = YearMonth.of(SeasonCalendar.SECOND_YEAR, draw.between(2, 7));
        return new Life(opening.plusMonths(draw.between(1, 2)), Optional.empty(), Optional.of(opening));
    }

    /** An enterprise that leaves the roster, in the yearly review or when it closes. */
    static Life leaving(Draw draw) {
        YearMonth last = draw.happens(0.6)
                ? REVIEW_OF_SECOND_YEAR.minusMonths(1)
                : YearMonth.of(SeasonCalendar.FIRST_YEAR, 6).plusMonths(draw.between(0, 14));
        return new Life(OLD.from(), Optional.of(last), Optional.empty());
    }

    /** What the enterprise states over the season. */
    Books books(Industry industry, double unitGrowth, Draw draw) {
        long usual = industry.revenueThroughOctober(draw);
        double change = draw.normal(unitGrowth + industry.growth() + headwind(), 0.17);
        double factor = StrictMath.exp(Math.max(-LARGEST_CHANGE, Math.min(LARGEST_CHANGE, change)));
        double retailShare = industry.retailShare(draw);
        double retailShareLastYear = retailShare * draw.between(0.93, 1.04);
        double asStatedFirst = draw.happens(RESTATED) ? draw.between(0.88, 1.12) : 1;
        double growthBefore = draw.logNormal(1.07, 0.12);

        long restated = began.isPresent() ? 0 : usual;
        long first = Math.round(restated * asStatedFirst);
        long before = Math.round(first / growthBefore);
        long current = Math.round(usual * factor * began.map(Life::shareOfYear).orElse(1.0));
        int firstMonth = began.map(YearMonth::getMonthValue).orElse(1);
        MonthlyShape shape2018 = MonthlyShape.of(industry, SeasonCalendar.FIRST_YEAR - 1, 1, draw);
        MonthlyShape shape2019 = MonthlyShape.of(industry, SeasonCalendar.FIRST_YEAR, 1, draw);
        MonthlyShape shape2020 = MonthlyShape.of(industry, SeasonCalendar.SECOND_YEAR, firstMonth, draw);
        return new Books(
                YearFigures.of(before, shape2018, retailShareLastYear),
                YearFigures.of(first, shape2019, retailShareLastYear),
                YearFigures.of(restated, shape2019, retailShareLastYear),
                YearFigures.of(current, shape2020, retailShare));
    }

    /** Newcomers grow, those that will leave shrink. */
    private double headwind() {
        if (to.isPresent()) {
            return -0.25;
        }
        return from.isBefore(REVIEW_OF_SECOND_YEAR) ? 0 : 0.3;
    }

    private static Life since(YearMonth month) {
        return new Life(month, Optional.empty(), Optional.empty());
    }

    private static double shareOfYear(YearMonth opening) {
        return (11 - opening.getMonthValue()) / 10.0;
    }
}

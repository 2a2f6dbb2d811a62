package dev.pennant.season;

import dev.pennant.core.catalogue.Unit;
import dev.pennant.core.revenue.Scope;
import dev.pennant.season.SampleEnterprise.Punctuality;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The enterprises of the season: those that stay to its end, as planned, and some that leave before. */
final class Population {
    private static final double LEAVERS = 0.045;
    private static final int NUMBER_OF_MOVER = 9001;
    private static final Punctuality RELIABLE = new Punctuality(0.02, 2, 0);

    private final PublishedFigures published;
    private final Map<String, Unit> movers = new HashMap<>();
    private final List<SampleEnterprise> enterprises = new ArrayList<>();

    private Population(List<Unit> townships, PublishedFigures published) {
        this.published = published;
        chooseMovers(townships);
        RosterPlan.of(townships, published).forEach(this::settle);
    }

    /** All enterprises, in the order of the townships. */
    static List<SampleEnterprise> of(List<Unit> townships, PublishedFigures published) {
        return List.copyOf(new Population(townships, published).enterprises);
    }

    /** In each county one enterprise moves, from the second township to the first. */
    private void chooseMovers(List<Unit> townships) {
        Map<String, Unit> firsts = new HashMap<>();
        Set<String> done = new HashSet<>();
        for (Unit unit : townships) {
            String county = unit.parent().orElse("");
            Unit first = firsts.putIfAbsent(county, unit);
            if (first != null && done.add(county)) {
                movers.put(first.code(), unit);
            }
        }
    }

    private void settle(RosterPlan plan) {
        Optional<PublishedFigures.OfUnit> figures = published.of(plan.unit().code());
        List<SampleEnterprise> designated = staying(plan, Scope.SERVICE_DESIGNATED, 1);
        List<SampleEnterprise> trade = staying(plan, Scope.TRADE_ABOVE_QUOTA, 1 + plan.designated());
        if (figures.isPresent()) {
            designated = Fit.revenue(designated, figures.get().designated());
            trade = Fit.revenue(trade, figures.get().trade());
            trade = Fit.retail(trade, figures.get().retailThroughNovember());
        }
        enterprises.addAll(designated);
        enterprises.addAll(trade);
        int staying = plan.designated() + plan.trade();
        enterprises.addAll(leaving(plan, Scope.SERVICE_DESIGNATED, 1 + staying));
        enterprises.addAll(leaving(plan, Scope.TRADE_ABOVE_QUOTA, 1 + staying + leavers(plan.designated())));
    }

    private List<SampleEnterprise> staying(RosterPlan plan, Scope scope, int firstNumber) {
        List<SampleEnterprise> staying = new ArrayList<>();
        Unit cameFrom = movers.get(plan.unit().code());
        for (int index = 0; index < plan.on(scope); index++) {
            boolean moves = index == 0 && scope == Scope.TRADE_ABOVE_QUOTA && cameFrom != null;
            Unit home = moves ? cameFrom : plan.unit();
            int number = moves ? NUMBER_OF_MOVER : firstNumber + index;
            Draw draw = Draw.about("life", home.code(), Integer.toString(number));
            boolean isNew = plan.servicesAreNew() && scope == Scope.SERVICE_DESIGNATED;
            Life life = moves ? Life.OLD : isNew ? Life.foundedInSecondYear(draw) : Life.staying(draw);
            List<Residence> residences;
            if (moves) {
                YearMonth arrival = YearMonth.of(SeasonCalendar.SECOND_YEAR, draw.between(4, 9));
                residences = List.of(
                        new Residence(home.code(), life.from(), Optional.of(arrival.minusMonths(1))),
                        new Residence(plan.unit().code(), arrival, Optional.empty()));
            } else {
                residences = List.of(new Residence(home.code(), life.from(), life.to()));
            }
            staying.add(enterprise(home, number, scope, life, residences));
        }
        return staying;
    }

    private List<SampleEnterprise> leaving(RosterPlan plan, Scope scope, int firstNumber) {
        List<SampleEnterprise> leaving = new ArrayList<>();
        int count = plan.servicesAreNew() && scope == Scope.SERVICE_DESIGNATED ? 0 : leavers(plan.on(scope));
        for (int index = 0; index < count; index++) {
            int number = firstNumber + index;
            Life life = Life.leaving(Draw.about("life", plan.unit().code(), Integer.toString(number)));
            Residence residence = new Residence(plan.unit().code(), life.from(), life.to());
            leaving.add(enterprise(plan.unit(), number, scope, life, List.of(residence)));
        }
        return leaving;
    }

    private SampleEnterprise enterprise(Unit home, int number, Scope scope, Life life, List<Residence> residences) {
        String county = home.code().substring(0, 6);
        String township = home.code().substring(6);
        String id = String.format(Locale.ROOT, "00%sYB%s%05d", county, township, number);
        String sector = scope == Scope.SERVICE_DESIGNATED ? "服务业" : "商贸业";
        String name = String.format(Locale.ROOT, "%s%s样本%04d号", home.name(), sector, number);
        Draw draw = Draw.about("books", id);
        Industry industry = Industry.in(scope, draw);
        double unitGrowth = Draw.about("growth", home.code(), scope.id()).normal(-0.03, 0.08);
        Books books = life.books(industry, unitGrowth, draw);
        boolean reliable = residences.stream()
                .anyMatch(residence -> published.of(residence.unit()).isPresent());
        return new SampleEnterprise(
                id, name, scope, industry, residences, books, reliable ? RELIABLE : punctualityIn(home));
    }

    private static Punctuality punctualityIn(Unit unit) {
        double late = Draw.about("punctuality", unit.code()).uniform();
        return new Punctuality(0.05 * late * late, 25, 0.0012);
    }

    private static int leavers(int staying) {
        return (int) Math.round(staying * LEAVERS);
    }
}

package dev.pennant.cli;

import dev.pennant.audit.AirExplanation;
import dev.pennant.audit.AirHoursExplanation;
import dev.pennant.audit.AlertExplanation;
import dev.pennant.audit.DerivedExplanation;
import dev.pennant.audit.NumberExplanation;
import dev.pennant.audit.ReportedExplanation;
import dev.pennant.audit.RevenueExplanation;
import dev.pennant.audit.SalesExplanation;
import dev.pennant.core.air.SustainedAqi;
import dev.pennant.core.catalogue.Catalogue;
import dev.pennant.core.catalogue.IndicatorDefinition;
import dev.pennant.core.catalogue.IndicatorSource;
import dev.pennant.core.catalogue.Unit;
import dev.pennant.core.catalogue.Units;
import dev.pennant.core.period.Period;
import dev.pennant.core.standings.Competition;
import dev.pennant.core.standings.CompetitionUnit;
import dev.pennant.race.RaceExplanation;
import dev.pennant.stack.clickhouse.ClickHouseClient;
import dev.pennant.stack.clickhouse.ClickHouseUser;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Says where a number comes from. */
@Command(
        name = "explain",
        description = {
            "Say where a number comes from: definition, base, coverage, version, contributions, alerts.",
            "With a competition in place of the indicator: rank, points line by line, what would gain the most, the last move."
        })
final class ExplainCommand implements Callable<Integer> {
    @Mixin
    private StackOptions stack;

    @Parameters(index = "0", paramLabel = "UNIT", description = "Code or name of the unit, such as 当湖街道.")
    private String unitNamed;

    @Parameters(
            index = "1",
            paramLabel = "INDICATOR|COMPETITION",
            description =
                    "Id or Chinese title of the indicator, such as service-revenue, or id of a competition, such as jiaxing-service.")
    private String indicator;

    @Parameters(
            index = "2",
            paramLabel = "PERIOD",
            description =
                    "The period through a month, such as 2020-10, or through a day, such as 2020-10-07, where there are any.")
    private String period;

    @Option(
            names = "--day",
            paramLabel = "DAY",
            description =
                    "Of the air: the day whose stations and hours are shown, within the period; usually the period's own where it is a day.")
    private Optional<LocalDate> day = Optional.empty();

    @Option(names = "--json", description = "One JSON object instead of tables, with every row of them.")
    private boolean json;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        Catalogue catalogue = Catalogue.shipped();
        checkPeriod();
        Optional<Competition> competition = catalogue.competition(indicator);
        if (competition.isPresent()) {
            return explainStanding(catalogue, competition.get());
        }
        indicator = indicator(catalogue).id();
        String unit =
                isBelowTownship(catalogue) ? unitNamed : unit(catalogue.units()).code();
        ClickHouseClient analyst = stack.clickHouse(ClickHouseUser.ANALYST);
        Optional<NumberExplanation> explanation = explained(catalogue, unit, analyst);
        if (explanation.isPresent()) {
            NumberExplanation whole = explanation.get().with(AlertExplanation.of(analyst, unit, indicator, period));
            print(json ? List.of(whole.json()) : whole.lines());
            return 0;
        }
        String name = catalogue.units().withCode(unit).map(Unit::name).orElse(unit);
        spec.commandLine()
                .getErr()
                .println("There is no " + indicator + " of " + name + " (" + unit + ") for " + period
                        + "; `pennant sql \"SELECT DISTINCT indicator, period FROM indicators\"` lists what there is.");
        return 1;
    }

    private int explainStanding(Catalogue catalogue, Competition competition) throws IOException {
        String unit = competition.units().mayTakePart(unitNamed)
                ? unitNamed
                : competition.units().named().stream()
                        .filter(participant -> participant.name().equals(unitNamed))
                        .findFirst()
                        .map(CompetitionUnit::code)
                        .orElseGet(() -> unit(catalogue.units()).code());
        Optional<RaceExplanation> explanation =
                RaceExplanation.of(stack.clickHouse(ClickHouseUser.ANALYST), competition, unit, period);
        if (explanation.isEmpty()) {
            spec.commandLine()
                    .getErr()
                    .println(
                            unitNamed + " does not stand in " + competition.id() + " " + period
                                    + "; `pennant sql \"SELECT DISTINCT competition, period FROM standings\"` lists what there is.");
            return 1;
        }
        print(json ? List.of(explanation.get().json()) : explanation.get().text());
        return 0;
    }

    private void print(List<String> lines) {
        lines.forEach(spec.commandLine().getOut()::println);
    }

    /** A unit below the township is not in the catalogue, and known by its code. */
    private boolean isBelowTownship(Catalogue catalogue) {
        return catalogue.unitRules().faultsOfCode(unitNamed).isEmpty();
    }

    private Optional<NumberExplanation> explained(Catalogue catalogue, String unit, ClickHouseClient analyst)
            throws IOException {
        Optional<IndicatorDefinition> definition = catalogue.indicator(indicator);
        IndicatorSource source = definition.map(IndicatorDefinition::source).orElse(null);
        checkDay(source);
        Optional<SustainedAqi> sustained = definition.flatMap(IndicatorDefinition::sustainedAqi);
        if (sustained.isPresent()) {
            return AirHoursExplanation.of(analyst, sustained.get(), unit, period);
        }
        if (source instanceof IndicatorSource.OfAir air) {
            return AirExplanation.of(analyst, catalogue.airStandards(), air.figure(), unit, period, day);
        }
        if (source instanceof IndicatorSource.OfReceipts) {
            return SalesExplanation.of(analyst, unit, indicator, period);
        }
        if (source instanceof IndicatorSource.Derived) {
            return DerivedExplanation.of(analyst, unit, indicator, period);
        }
        return source instanceof IndicatorSource.OfDepartments
                ? ReportedExplanation.of(analyst, unit, indicator, period)
                : RevenueExplanation.of(analyst, unit, indicator, period);
    }

    private IndicatorDefinition indicator(Catalogue catalogue) {
        return catalogue.indicators().stream()
                .filter(known -> known.id().equals(indicator) || known.title().equals(indicator))
                .findFirst()
                .orElseThrow(() -> new ParameterException(
                        spec.commandLine(),
                        "There is no indicator or competition '" + indicator + "'; there are "
                                + Stream.concat(
                                                catalogue.indicators().stream().map(IndicatorDefinition::id),
                                                catalogue.competitions().stream()
                                                        .map(Competition::id))
                                        .collect(Collectors.joining(", "))
                                + "."));
    }

    private void checkPeriod() {
        try {
            Period.parse(period);
        } catch (IllegalArgumentException noPeriod) {
            throw new ParameterException(spec.commandLine(), noPeriod.getMessage() + ".", noPeriod);
        }
    }

    private void checkDay(IndicatorSource source) {
        if (day.isEmpty()) {
            return;
        }
        if (source instanceof IndicatorSource.OfHourlyAqi) {
            throw new ParameterException(spec.commandLine(), indicator + " is of a single day, which is its period.");
        }
        if (!(source instanceof IndicatorSource.OfAir)) {
            throw new ParameterException(
                    spec.commandLine(), "--day is for indicators of the air; " + indicator + " is none of them.");
        }
        try {
            if (AirExplanation.isWithin(day.get(), period)) {
                return;
            }
        } catch (IllegalArgumentException noPeriod) {
            throw new ParameterException(spec.commandLine(), noPeriod.getMessage(), noPeriod);
        }
        throw new ParameterException(
                spec.commandLine(), day.get() + " is not within the period through " + period + ".");
    }

    private Unit unit(Units units) {
        List<Unit> named = units.withCode(unitNamed).map(List::of).orElseGet(() -> units.named(unitNamed));
        if (named.size() != 1) {
            String problem = named.isEmpty()
                    ? "There is no unit '" + unitNamed + "' in the catalogue."
                    : "'" + unitNamed + "' is the name of several units; give the code: "
                            + named.stream().map(Unit::code).collect(Collectors.joining(", "));
            throw new ParameterException(spec.commandLine(), problem);
        }
        return named.get(0);
    }
}
